"""Figures as read, and what they do to each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from drafter.analyse.claims.features import Features
from drafter.analyse.claims.interpret import Context
from drafter.analyse.claims.lexer import Node
from drafter.analyse.claims.meaning import Meaning, Parent, of_requests, of_review
from drafter.analyse.claims.subjects import this_year

_BESIDE_GRANTED = ("partly_granted", "refused", "unavailable")
_NEAR = 4
_CASES_UNITS = frozenset({"件", "件次", "件（次）", "件(次)", "件/次", "宗", "起", "份", "例", "条", "余件"})
_CASES = (("reconsideration", "复议"), ("litigation", "诉讼"), ("litigation", "应诉"))


@dataclass(slots=True)
class Record:
    """A figure as read. `nodes` are the words that say what it counts, `parent` the index of the figure it is a part
    of, `scope` numbers the list it stands in (0 for none), `cut` is the punctuation before it.

    `partial` says that it is of some of those that a table counts, by a mark that the table lacks.

    Known once it is closed: `start` and `end`, where its words begin and end in the sentence, and `label`, the words.
    """

    node: Node
    nodes: Sequence[Node]
    found: Features
    meanings: list[Meaning]
    sentence: int
    parent: int = -1
    scope: int = 0
    cut: str = ""
    start: int = 0
    end: int = 0
    label: str = ""
    partial: bool = False

    def moved(self, sentences: int, records: int, scopes: int) -> Record:
        """The same figure behind so many sentences, figures and lists."""
        parent = self.parent + records if self.parent >= 0 else -1
        scope = self.scope + scopes if self.scope else 0
        of = (
            self.node,
            self.nodes,
            self.found,
            self.meanings,
        )  # not dataclasses.replace, which costs as much as all else
        told = (self.cut, self.start, self.end, self.label)
        return Record(*of, self.sentence + sentences, parent, scope, *told, self.partial)

    def close(self) -> None:
        """Work out what holds for good when all is read."""
        words = sorted((n.start, n.end, n.text) for n in self.nodes if n.kind in ("term", "word"))
        self.start = min([self.node.start, *(start for start, _, _ in words)])
        self.end = max([self.node.end, *(end for _, end, _ in words)])
        self.label = "".join(text for _, _, text in words)


@dataclass(slots=True)
class Remark:
    """A rate, share or change as read; `record` is the index of the figure it belongs to, `other` says that other works
    are spoken of."""

    node: Node
    record: int
    sentence: int
    found: Features
    other: bool = False


def is_head(record: Record) -> bool:
    """Whether a figure is the whole of what came in or was dealt with."""
    whole = record.meanings[0] if record.meanings else None
    rows = ("new", "total", "new+carried_in")
    return whole is not None and whole.row in rows and whole.column == "total" and not whole.topic


def inherited_column(head: Record) -> str:
    """The column that parts told behind 其中 inherit: only where a single column figure was divided."""
    meaning = head.meanings[0]
    return meaning.column if head.scope == 0 else "total"


def kind_of(found: Features, meaning: Meaning) -> str:
    """What sort of list a figure may stand in."""
    if found.results:
        return "results"
    if found.rows:
        return "rows"
    if found.columns:
        return "columns"
    return "channels" if meaning.topic.startswith("channel") else ""


def settle_channels(records: Sequence[Record], context: Context) -> None:
    """One way named once tells of the whole; a second way makes the first figure a part as well."""
    spoken = [r for r in records if r.meanings]
    ways = [r for r in spoken if r.meanings[0].topic.startswith("channel")]
    if len(ways) == 1 and ways[0].parent < 0 and "new" not in context.seen and ways[0].found.acts:
        ways[0].meanings = of_requests(replace(ways[0].found, channels=[]), Parent(), False)
        context.seen.append("new")
        return
    for record in spoken:
        names = set(record.found.channels)
        beside = [w for w in ways if w is not record and w.parent < 0 and set(w.found.channels) != names]
        if len(names) == 1 and beside and record.meanings[0].row in ("new", "total"):
            record.meanings = [Meaning("requests", topic=f"channel.{record.found.channels[0]}")]


def settle_granted(records: Sequence[Record], context: Context) -> None:
    """公开7件，占58.3%；不公开1件: what is said to be 公开 is the outcome where another outcome follows."""
    for i, record in enumerate(records):
        if record.meanings or record.found.rows != ["bare_granted"] or not _only_says_granted(record):
            continue
        later = [m.row.split(".")[0] for r in records[i + 1 :] for m in r.meanings]
        if record.node.unit in ("件", "件次", "宗", "起") and later and later[0] in _BESIDE_GRANTED:
            record.meanings = of_requests(replace(record.found, rows=["granted"]), Parent(), False)
            context.seen.append("granted")


def _only_says_granted(record: Record) -> bool:
    terms = [n for n in record.nodes if n.kind in ("term", "word") and n.sense("FILL", "COPULA", "SUM") is None]
    return len(terms) == 1 and terms[0].text == "公开"


def spoken_of(records: Sequence[Record], first: int, bracketed: bool) -> Sequence[Record]:
    """The figures that 均 may speak of: in a bracket the one before it, else those behind the last semicolon.

    `first` is the first figure of the sentence.
    """
    if bracketed and records:
        return records[-1:]
    heads: list[Record] = []
    for record in reversed(records[first:]):
        if record.meanings:
            heads.insert(0, record)
        if record.cut in "；;" and record.cut and heads:
            break
    return heads or records[-3:]


def told_of_all(
    records: Sequence[Record], first: int, heads: Sequence[Record], found: Features
) -> Sequence[Record] | None:
    """What 均 in a sentence from the record `first` on is said of: the whole and what came in beside it, else the last
    figure; None where that figure is of no cell. `heads` are the figures of cells before it,
    `found` its words.

    Of 收到54件，其中涉及征地5件，均予以公开 those five; of 网上20件，邮寄34件，均已办结 all.
    """
    sentence = [r for r in records[first:] if r.node.unit in _CASES_UNITS and r.node.value]
    known = [m for r in heads for m in r.meanings]
    if not sentence:
        return heads
    if known and known[-1].domain != "requests":
        return heads if sentence[-1].meanings else None
    at = max((i for i, r in enumerate(sentence) if is_head(r)), default=-1)
    parts = [r for r in sentence[at + 1 :] if not _came_in(r)]
    last = parts[-1] if parts else sentence[-1]
    groups = {r.split(".")[0] for r in found.rows if "." in r}
    if last.meanings and last.meanings[0].row in groups:
        return [last]
    whole = sentence[at] if at >= 0 else records[last.parent] if last.parent >= 0 else None
    if whole is None and _came_in(last) and last.meanings[0].row == "carried_in":
        return [last] if found.columns else None
    if whole is not None and (not parts or _sums(parts, whole.node.value)):
        return [whole] if whole.meanings else heads
    meaning = last.meanings[0] if last.meanings else None
    if meaning is None or meaning.topic:
        near = [r for r in records[max(first - _NEAR, 0) :] if is_head(r) and r.node.value == last.node.value]
        return near[-1:] or None  # 收到4件。4件均通过互联网提出，全部办结
    return [last]


def _came_in(record: Record) -> bool:
    meaning = record.meanings[0] if record.meanings else None
    known = meaning is not None and meaning.row in ("new", "carried_in") and not meaning.topic
    return known and not record.found.columns


def _sums(parts: Sequence[Record], whole: Decimal | None) -> bool:
    """Whether figures, or the last ones of them, come to the whole."""
    total = Decimal(0)
    for part in reversed(parts):
        total += part.node.value or 0
        if total == whole and part is not parts[-1]:
            return True
    return total == whole


def about_disclosure(head: Record, found: Features, context: Context) -> list[Meaning]:
    """办理行政诉讼15件，其中信息公开类2件: only the part is about disclosure."""
    words = "".join(n.text for n in head.nodes)
    if set(found.acts) - {"occur"} or found.domains or found.rows or "info" in head.found.flags:
        return []
    kinds = [kind for kind, word in _CASES if word in words]
    if len(set(kinds)) != 1:
        return []
    head.meanings = []
    context.info = True
    context.reviews = (kinds[0],)
    return of_review(found, (kinds[0],), False)


def sorts_documents(last: Record | None, found: Features) -> bool:
    """主动公开80件、依申请公开20件: papers by the way they are published, not requests."""
    plain = not found.acts and found.domains == ["requests"] and not found.columns
    return plain and last is not None and any(n.text == "主动公开" for n in last.nodes) and not last.meanings


def widen(head: Record, found: Features, meanings: Sequence[Meaning], part: bool, listed: bool) -> None:
    """收到12件（含上年结转2件）: the twelve are what came in and what was carried in.

    新收12件 are none of what was carried in, and behind other parts (其中自然人9件、企业3件；上年结转2件) it may stand
    beside the twelve. `head` is the figure before or divided, `part` says that a list under it is open, `listed` that
    其中 opened it.
    """
    if not meanings or {"also", "adding", "excluding"} & found.flags:
        return
    listed = part and (listed or "among" in found.flags)
    carried = meanings[0].row == "carried_in" and (listed or "including" in found.flags)
    strictly = meanings[0].row == "new" and part and ("new" in found.acts or this_year(found))
    over = head.meanings
    if not over or over[0].row != "new" or over[0].column != "total":
        return
    cells = ("requests.new.total", "requests.carried_in.total")
    fresh = carried and "new" in head.found.acts
    if strictly or (carried and not fresh and {"including", "among"} & found.flags):
        over[0] = replace(over[0], cells=cells, readings=(cells,), row="new+carried_in")
    elif carried and (not fresh or "including" in found.flags):
        over[0] = replace(over[0], readings=(("requests.new.total",), cells))
