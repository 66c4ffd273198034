"""Reads a sentence from left to right and makes figures and statements of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from drafter.analyse.claims.clauses import Statement, statements
from drafter.analyse.claims.features import Features, features
from drafter.analyse.claims.interpret import Context, interpret
from drafter.analyse.claims.lexer import Node
from drafter.analyse.claims.meaning import Meaning, Parent, of_requests, of_review
from drafter.data.claims import Sense

_CUTS = frozenset("，,；;。！？!?：:")
_OPEN, _CLOSE = "（(【[", "）)】]"
_ASKED = Node("term", 0, 0, "", (Sense("DOM", "requests", "strong"),))
_COUNTED = ("quantity", "bare")
_RATED = ("change", "share", "rate", "percent")


@dataclass(slots=True)
class Record:
    """A figure as read. `nodes` are the words that say what it counts, `parent` the index of the figure it is a part
    of, `scope` numbers the list it stands in (0 for none), `cut` is the punctuation before it."""

    node: Node
    nodes: Sequence[Node]
    found: Features
    meanings: list[Meaning]
    sentence: int
    parent: int = -1
    scope: int = 0
    cut: str = ""

    @property
    def start(self) -> int:
        """Where its words begin in the sentence."""
        return min([self.node.start, *(n.start for n in self.nodes if n.kind in ("term", "word"))])

    @property
    def end(self) -> int:
        """Where its words end in the sentence."""
        return max([self.node.end, *(n.end for n in self.nodes if n.kind in ("term", "word"))])


@dataclass(slots=True)
class Remark:
    """A rate, share or change as read; `record` is the index of the figure it belongs to."""

    node: Node
    record: int
    sentence: int
    found: Features


@dataclass(frozen=True, slots=True)
class _Frame:
    """What is kept while a bracket is read."""

    parent: int
    scope: int
    bracket: bool
    listed: bool
    buffer: list[Node]
    counted: bool


@dataclass(slots=True)
class Reader:
    """Keeps the context from sentence to sentence. Offsets are those of the sentence numbered `sentence`."""

    context: Context
    records: list[Record] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    said: list[tuple[int, Statement]] = field(default_factory=list)
    sentence: int = -1
    first: int = 0
    _scopes: int = 0
    _stack: list[_Frame] = field(default_factory=list)
    _prior: list[Node] = field(default_factory=list)
    _parent: int = -1
    _scope: int = 0
    _bracket: bool = False
    _listed: bool = False
    _buffer: list[Node] = field(default_factory=list)
    _pending: list[Node] = field(default_factory=list)
    _queue: list[list[Node]] = field(default_factory=list)
    _cut: str = ""
    _counted: bool = False

    def read(self, nodes: list[Node], sentence: int) -> None:
        """Read one sentence."""
        self.sentence = sentence
        self.first = len(self.records)
        self._stack, self._buffer, self._pending, self._queue, self._prior = [], [], [], [], []
        self._cut, self._counted, self._bracket, self._listed = "", False, False, False
        if not _continues(nodes):
            self._parent, self._scope = -1, 0
        if any(n.sense("OTHERWORK") for n in nodes):
            self.context.otherwork = True
        if any(n.sense("INFO") or any(s.domain == "requests" and s.value == "strong" for s in n.senses) for n in nodes):
            self.context.info = True
        at = 0
        while at < len(nodes):
            at = self._step(nodes, at)
        self._end_clause("。")
        self._settle_channels()

    def _settle_channels(self) -> None:
        """One way named once tells of the whole; a second way makes the first figure a part as well."""
        spoken = [r for r in self.records[self.first :] if r.meanings]
        ways = [r for r in spoken if r.meanings[0].topic.startswith("channel")]
        if len(ways) == 1 and ways[0].parent < 0 and "new" not in self.context.seen and ways[0].found.acts:
            ways[0].meanings = of_requests(replace(ways[0].found, channels=[]), Parent(), False)
            self.context.seen.append("new")
            return
        for record in spoken:
            names = set(record.found.channels)
            beside = [w for w in ways if w is not record and w.parent < 0 and set(w.found.channels) != names]
            if len(names) == 1 and beside and record.meanings[0].row in ("new", "total"):
                record.meanings = [Meaning("requests", topic=f"channel.{record.found.channels[0]}")]

    def _step(self, nodes: list[Node], at: int) -> int:
        node = nodes[at]
        if node.kind == "punct":
            return self._punctuate(nodes, at)
        if node.kind in _COUNTED:
            if node.kind == "bare" and not self._bare_counts(nodes, at):
                return at + 1
            if not self._denied_one(node):
                return self._count(nodes, at)
        elif node.kind in _RATED:
            self._remark(node)
            return at + 1
        if node.sense("AMONG"):
            self._open_list()
            self._listed = True
        self._buffer.append(node)
        return at + 1

    def _denied_one(self, node: Node) -> bool:
        """未发生一起行政复议 denies and counts nothing."""
        return node.value == 1 and node.text[0] == "一" and any(n.sense("NEG") for n in self._buffer)

    def _bare_counts(self, nodes: list[Node], at: int) -> bool:
        """A number without measure word counts behind 为, 数 or a colon and before punctuation."""
        after = nodes[at + 1] if at + 1 < len(nodes) else None
        if after is not None and after.kind != "punct":
            return False
        before = nodes[at - 1] if at else None
        if before is None:
            return False
        if before.kind == "punct":
            return before.text in "：:" and bool(features(self._pending).any)
        listed = before.sense("ROW", "COL", "RES") is not None and before.text != "公开"
        if listed and (after is None or after.text not in _OPEN):
            return True
        return before.sense("COPULA", "SUM") is not None or before.text.endswith(("数", "量", "为", "数量"))

    # ---- punctuation -------------------------------------------------------------------------------------------

    def _punctuate(self, nodes: list[Node], at: int) -> int:
        char = nodes[at].text
        if char in _OPEN:
            return self._open_bracket(nodes, at)
        if char in _CLOSE:
            self._close_bracket()
        elif char in _CUTS:
            self._end_clause(char)
        elif char == "、":
            if self._counted:
                self._buffer, self._counted = [], False
                self._cut = char
            else:
                self._buffer.append(nodes[at])
        return at + 1

    def _open_bracket(self, nodes: list[Node], at: int) -> int:
        end = next((i for i in range(at + 1, len(nodes)) if nodes[i].text in _CLOSE), len(nodes))
        inside = nodes[at + 1 : end]
        if not any(n.kind in _COUNTED + _RATED for n in inside):
            if self._counted and any(n.sense("ALL", "NEG") for n in inside):
                self._speak(inside)
            elif not any(n.sense("INCL", "AMONG") for n in inside):
                self._buffer.extend(n for n in inside if n.kind == "term")
            return end + 1
        self._stack.append(_Frame(self._parent, self._scope, self._bracket, self._listed, self._buffer, self._counted))
        if self._counted and len(self.records) > self.first:
            self._parent = len(self.records) - 1
            self._scopes += 1
            self._scope, self._bracket, self._listed = self._scopes, True, False
        self._buffer, self._counted = [], False
        return at + 1

    def _close_bracket(self) -> None:
        if self._stack:
            self._end_clause("）")
            frame = self._stack.pop()
            self._parent, self._scope, self._bracket = frame.parent, frame.scope, frame.bracket
            self._listed = frame.listed
            self._buffer, self._counted = frame.buffer, frame.counted

    def _open_list(self) -> None:
        last = len(self.records) - 1
        if last < 0 or (last < self.first and self.records[last].sentence != self.sentence - 1):
            return
        if self._parent == last:
            return
        self._parent = self._list_head(last)
        self._scopes += 1
        self._scope = self._scopes
        self._buffer = []
        self._counted = False

    def _list_head(self, last: int) -> int:
        """What 其中 divides: the last figure, but the whole rather than what was carried in or out of it."""
        record = self.records[last]
        row = record.meanings[0].row if record.meanings else ""
        if row in ("carried_in", "carried_out") and not self._stack:
            heads = [i for i in range(self.first, last) if _is_head(self.records[i])]
            return heads[-1] if heads else last
        return last

    def _end_clause(self, char: str) -> None:
        nodes, self._buffer = self._buffer, []
        if nodes and not self._counted:
            self._speak(nodes)
        if char in "。；;！？!?":
            self._pending, self._queue, self._prior = [], [], []
        self._counted = False
        self._cut = char

    def _speak(self, nodes: list[Node]) -> None:
        """A clause without a figure: a denial, 均 …, 零报告, or words that the next figure needs."""
        found = features(nodes)
        heads = self._spoken_of()
        made = statements(found, self.context, [m for r in heads for m in r.meanings], [r.node for r in heads])
        self.said.extend((self.sentence, s) for s in made)
        self._prior += [n for n in nodes if n.sense("PRIOR")]
        if not made and not found.negative:
            self._pending = [*self._pending, *nodes] if found.any else self._pending
            self._settle(found)

    def _spoken_of(self) -> list[Record]:
        """The figures that 均 may speak of: in a bracket the one before it, else those behind the last semicolon."""
        if self._counted and self.records:
            return self.records[-1:]
        heads: list[Record] = []
        for record in reversed(self.records[self.first :]):
            if record.meanings:
                heads.insert(0, record)
            if record.cut in "；;" and record.cut and heads:
                break
        return heads or self.records[-3:]

    def _settle(self, found: Features) -> None:
        """Move the context on after words that name a subject."""
        context = self.context
        if found.noise == "strong" and (context.domain != "requests" or set(found.acts) - {"occur"}):
            context.domain = "noise"
            return
        if not found.domains or found.noise:
            return
        from drafter.analyse.claims.features import DOCUMENTS, REVIEWS
        from drafter.analyse.claims.interpret import domain_of

        context.domain = domain_of(found, context)
        reviews = tuple(d for d in found.domains if d in REVIEWS)
        documents = tuple(d for d in found.domains if d in DOCUMENTS)
        context.reviews = reviews or context.reviews
        context.documents = documents or context.documents
        if documents and found.documents:
            context.made = tuple(found.documents)

    # ---- figures -----------------------------------------------------------------------------------------------

    def _count(self, nodes: list[Node], at: int) -> int:
        node = nodes[at]
        end, stopped = _clause_end(nodes, at + 1)
        after = nodes[at + 1 : end] if not stopped else []
        before = self._before()
        used, words = _words_of(before, after)
        found = features(words)
        if not found.any and self._pending and "rest" not in found.flags:
            words = [*self._pending, *words]
            found = features(words)
        self._close_list_of_column(found)
        opens = self._parent >= 0
        meanings = self._interpret_each(node, words, found, opens)
        end_words = [] if used else after
        self.records.append(
            Record(node, words, found, meanings, self.sentence, self._parent, self._scope if opens else 0, self._cut)
        )
        self._after(found, meanings)
        self._buffer = []
        self._counted = True
        if end_words and any(n.sense("ALL") for n in end_words):
            self._speak(end_words)
        return end if not stopped else at + 1

    def _close_list_of_column(self, found: Features) -> None:
        """Another kind of applicant ends the list of parts of the one before."""
        if self._parent < 0 or self._bracket or not found.columns:
            return
        head = self.records[self._parent].meanings
        if head and head[0].domain == "requests" and head[0].column not in ("total", "organisation"):
            self._parent, self._scope = -1, 0

    def _before(self) -> list[Node]:
        """The words before a figure; 分别 deals them out one figure at a time."""
        if self._queue and not features(self._buffer).any:
            return self._queue.pop(0)
        shares = _dealt(self._buffer)
        if shares:
            self._queue = shares[1:]
            return shares[0]
        return self._buffer

    def _interpret_each(self, node: Node, words: Sequence[Node], found: Features, opens: bool) -> list[Meaning]:
        """予以公开、部分公开各5件 says the same of each; so does any list that is said to be 0."""
        found.prior = found.prior or next((s.value for n in self._prior if (s := n.sense("PRIOR"))), "")
        if "each" in found.flags or node.value == 0:
            for tag in ("ROW", "COL", "RES"):
                subjects = [n for n in words if n.sense(tag)]
                if len(subjects) > 1 and _side_by_side(words, subjects):
                    shared = [n for n in words if n not in subjects]
                    parts = [features([*shared, s]) for s in subjects]
                    return [m for p in parts for m in self._interpret(node, p, opens)]
        return self._interpret(node, found, opens)

    def _interpret(self, node: Node, found: Features, opens: bool) -> list[Meaning]:
        context = self.context
        if opens and not self.records[self._parent].meanings and self.records[self._parent].found.noise:
            return []
        if opens and "info" in found.flags and (meanings := self._about_disclosure(found)):
            return meanings
        if self._sorts_documents(found):
            context.domain = "noise"
            return []
        parent = context.main
        if opens:
            head = self.records[self._parent]
            if head.meanings:
                meaning = head.meanings[0]
                parent = Parent(meaning.domain, meaning.row, meaning.column if self._bracket else _column(head))
        if not found.any and (rest := self._rest(found)) is not None:
            return rest
        meanings = interpret(node, found, context, parent, opens and bool(parent.row))
        self._widen(found, meanings)
        return meanings

    def _about_disclosure(self, found: Features) -> list[Meaning]:
        """办理行政诉讼15件，其中信息公开类2件: only the part is about disclosure."""
        head = self.records[self._parent]
        words = "".join(n.text for n in head.nodes)
        if set(found.acts) - {"occur"} or found.domains or found.rows or "info" in head.found.flags:
            return []
        kinds = [
            k
            for k, word in (("reconsideration", "复议"), ("litigation", "诉讼"), ("litigation", "应诉"))
            if word in words
        ]
        if len(set(kinds)) != 1:
            return []
        head.meanings = []
        self.context.info = True
        self.context.reviews = (kinds[0],)
        return of_review(found, (kinds[0],), False)

    def _sorts_documents(self, found: Features) -> bool:
        """主动公开80件、依申请公开20件: papers by the way they are published, not requests."""
        last = self.records[-1] if len(self.records) > self.first else None
        plain = not found.acts and found.domains == ["requests"] and not found.columns
        return plain and last is not None and any(n.text == "主动公开" for n in last.nodes) and not last.meanings

    def _rest(self, found: Features) -> list[Meaning] | None:
        """共13件 behind what came in and what was carried in; 其他2件 at the end of a list."""
        context = self.context
        if "rest" in found.flags and not found.foreign:
            return _others(context)
        if (
            "sum" in found.flags
            and not found.foreign
            and {"new", "carried_in"} <= set(context.seen)
            and "total" not in context.seen
        ):
            cells = ("requests.new.total", "requests.carried_in.total")
            return [Meaning("requests", cells, (cells, ("requests.total.total",)), "new+carried_in")]
        if "sum" in found.flags and not found.foreign and context.last_kind == "channels" and self._parent < 0:
            return of_requests(features([_ASKED]), Parent(), False)
        return None

    def _widen(self, found: Features, meanings: list[Meaning]) -> None:
        """收到12件（含上年结转2件）: the twelve are what came in and what was carried in."""
        index = self._parent if self._parent >= 0 else len(self.records) - 1
        if not meanings or index < 0 or {"also", "adding", "excluding"} & found.flags:
            return
        listed = self._parent >= 0 and (self._listed or "among" in found.flags)
        carried = meanings[0].row == "carried_in" and (listed or "including" in found.flags)
        strictly = meanings[0].row == "new" and "new" in found.acts and self._parent >= 0
        head = self.records[index].meanings
        if (carried or strictly) and head and head[0].row == "new" and head[0].column == "total":
            cells = ("requests.new.total", "requests.carried_in.total")
            head[0] = replace(head[0], cells=cells, readings=(cells,), row="new+carried_in")

    def _after(self, found: Features, meanings: list[Meaning]) -> None:
        context = self.context
        noisy = context.domain == "noise"
        self._settle(found)
        if not meanings:
            context.domain = "noise" if noisy else context.domain
            if found.foreign and self._parent < 0 and context.domain == "":
                context.domain = "noise"
            return
        meaning = meanings[-1]
        context.domain = meaning.domain
        context.seen.append(meaning.row)
        context.last_kind = _kind(found, meaning)
        heads = meaning.domain == "requests" and not found.rows and not found.columns and not found.channels
        if heads and meaning.row in ("new", "total", "new+carried_in") and not self._bracket:
            context.main = Parent("requests", meanings[0].row)
            if self._parent >= 0 and found.acts and "new" not in found.acts:
                self._parent, self._scope = -1, 0
                self.records[-1].parent, self.records[-1].scope = -1, 0
        if meaning.domain == "review" and found.review() and not found.results and not self._bracket:
            self._parent, self._scope = -1, 0

    def _remark(self, node: Node) -> None:
        found = features(self._buffer)
        if found.any and not self._counted:
            self._pending = [*self._pending, *self._buffer]
        self.remarks.append(Remark(node, len(self.records) - 1, self.sentence, found))
        self._counted = True
        self._buffer = []


def _side_by_side(words: Sequence[Node], subjects: list[Node]) -> bool:
    """Whether the subjects are a list: only 、 or 和 stands between them."""
    places = [i for i, n in enumerate(words) if n in subjects]
    between = [words[i] for i in range(places[0], places[-1]) if i not in places]
    return all(n.text == "、" or n.sense("AND") or n.sense("FILL") for n in between) and bool(between)


def _continues(nodes: list[Node]) -> bool:
    head = next((n for n in nodes if n.kind != "punct"), None)
    return head is not None and head.sense("AMONG") is not None


def _is_head(record: Record) -> bool:
    return bool(record.meanings) and record.meanings[0].row in ("new", "total", "new+carried_in")


def _column(head: Record) -> str:
    """The column that parts told behind 其中 inherit: only where a single column figure was divided."""
    meaning = head.meanings[0]
    return meaning.column if head.scope == 0 else "total"


def _clause_end(nodes: list[Node], at: int) -> tuple[int, bool]:
    """Where the words behind a figure end, and whether another figure ends them."""
    for i in range(at, len(nodes)):
        node = nodes[i]
        if node.kind == "punct":
            return i, False
        if node.kind in _COUNTED + _RATED:
            return i, True
    return len(nodes), False


def _words_of(before: list[Node], after: list[Node]) -> tuple[bool, list[Node]]:
    """The words that tell what a figure counts, and whether those behind it are needed."""
    first = features(before)
    if not after:
        return False, before
    second = features(after)
    named = bool(second.domains or second.weak)
    if "all" in second.flags and first.any:
        return False, before
    if not first.aspect and (second.aspect or named or second.noise):
        return True, [*before, *after]
    if not first.domains and not first.weak and not first.rows and (named or second.noise == "strong"):
        return True, [*before, *after]
    if not first.rows and not first.columns and not first.results and second.rows and not second.acts:
        return True, [*before, *after]
    return False, before


def _dealt(nodes: list[Node]) -> list[list[Node]]:
    """行政复议、行政诉讼分别为 as one list of words for each of the figures that follow."""
    if not any(n.sense("RESP") for n in nodes):
        return []
    for tag in ("COL", "CHAN", "ROW", "RES", "DOC", "ACT", "DOM"):
        subjects = [n for n in nodes if n.sense(tag)]
        if len(subjects) < 2:
            continue
        shared = [n for n in nodes if n not in subjects and not n.sense("RESP") and n.text != "、"]
        return [[*shared, subject] for subject in subjects]
    return []


def _kind(found: Features, meaning: Meaning) -> str:
    if found.results:
        return "results"
    if found.rows:
        return "rows"
    if found.columns:
        return "columns"
    return "channels" if meaning.topic.startswith("channel") else ""


def _others(context: Context) -> list[Meaning]:
    kind = context.last_kind
    if kind == "columns" and context.main.row:
        cell = f"requests.{context.main.row}.other"
        return [Meaning("requests", (cell,), ((cell,),), context.main.row, "others")] if "+" not in cell else []
    if kind == "rows":
        cell = "requests.other.total"
        return [Meaning("requests", (cell,), ((cell,),), "other", soft=True)]
    if kind == "results" and context.reviews:
        cells = tuple(f"review.{k}.other" for k in context.reviews)
        return [Meaning("review", cells, (cells,), "+".join(context.reviews), "other", soft=True)]
    if kind == "channels":
        return [Meaning("requests", topic="channel.other")]
    return []
