"""Reads a sentence from left to right and makes figures and statements of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from drafter.analyse.claims.clauses import Statement, statements, unsettled
from drafter.analyse.claims.features import DECISIONS, Features, features, short_name_within
from drafter.analyse.claims.interpret import Context, domain_of, interpret, settle
from drafter.analyse.claims.lexer import Node
from drafter.analyse.claims.lists import Lists
from drafter.analyse.claims.meaning import Meaning, Parent
from drafter.analyse.claims.parts import listed_before, of_one_list, sorted_out, sorts
from drafter.analyse.claims.records import (
    Record,
    Remark,
    about_disclosure,
    inherited_column,
    is_head,
    kind_of,
    settle_channels,
    settle_granted,
    sorts_documents,
    spoken_of,
    told_of_all,
    widen,
)
from drafter.analyse.claims.scope import (
    ends_among,
    excepting,
    left_out,
    marked,
    of_others,
    other_years,
    partial,
    set_apart,
    some_of,
    tells_which,
)
from drafter.analyse.claims.stretches import (
    CLOSE,
    COUNTED,
    CUTS,
    OPEN,
    RATED,
    bare_counts,
    clause_end,
    continues,
    dealt,
    dealt_out,
    moves_to,
    side_by_side,
    words_of,
)
from drafter.analyse.claims.subjects import elsewhere, unrelated
from drafter.analyse.claims.unnamed import unnamed

_APPEALS = ("二审", "上诉", "再审", "终审")
_STOPS = "。；;！？!?"


@dataclass(slots=True)
class Reader:
    """Keeps the context from sentence to sentence. Offsets are those of the sentence numbered `sentence`.

    `records`, `remarks` and `said` are what was read so far; `first` is the first record of the sentence.
    """

    context: Context
    records: list[Record] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    said: list[tuple[int, Statement]] = field(default_factory=list)
    sentence: int = -1
    first: int = 0
    _lists: Lists = field(default_factory=Lists)
    _buffer: list[Node] = field(default_factory=list)
    _pending: list[Node] = field(default_factory=list)
    _prior: list[Node] = field(default_factory=list)
    _queue: list[list[Node]] = field(default_factory=list)
    _cut: str = ""
    _counted: bool = False
    _stopped: bool = False
    _sorted: bool = False
    _differs: bool = False
    _elsewhen: bool = False
    _left_out: list[tuple[int, int]] = field(default_factory=list)

    def read(self, nodes: list[Node], sentence: int) -> None:
        """Read one sentence."""
        self.sentence = sentence
        self.first = len(self.records)
        self._buffer, self._pending, self._prior, self._queue = [], [], [], []
        self._cut, self._counted, self._differs = "", False, False
        self._lists.begin(continues(nodes))
        self.context.sentence()
        self._stopped = True
        asked = self.context.domain == "requests" and marked("".join(n.text for n in nodes), "contents")
        self._notice(nodes)
        at = 0
        while at < len(nodes):
            at = self._step(nodes, at)
        self._end_clause("。")
        settle_channels(self.records[self.first :], self.context)
        settle_granted(self.records[self.first :], self.context)
        for part in of_one_list(self.records, self.first):
            part.meanings = []
        if asked:
            self.context.domain = "requests"

    def _notice(self, nodes: Sequence[Node]) -> None:
        """Whether the sentence names disclosure, or other works that deal with 复议."""
        words = "".join(n.text for n in nodes)
        self.context.unrelated = unrelated(words)
        self.context.excepting = excepting(words)
        self._left_out = left_out(nodes, words)
        self.context.instances = any(word in words for word in _APPEALS)
        for node in nodes:
            for sense in node.senses:
                if sense.tag == "OTHERWORK":
                    self.context.otherwork = True
                elif sense.tag == "INFO" or (sense.domain == "requests" and sense.value == "strong"):
                    self.context.info = True

    def _step(self, nodes: list[Node], at: int) -> int:
        node = nodes[at]
        if node.kind == "punct":
            return self._punctuate(nodes, at)
        if node.kind == "bare" and not bare_counts(nodes, at, self._pending):
            return at + 1
        if node.kind in COUNTED and not self._denied_one(node):
            return self._count(nodes, at)
        if node.kind in RATED:
            self._remark(node)
            return at + 1
        if node.sense("AMONG"):
            self._open_list()
        self._buffer.append(node)
        return at + 1

    def _denied_one(self, node: Node) -> bool:
        """未发生一起行政复议 denies and counts nothing, no more does 没有1件."""
        if node.value != 1 or not self._buffer:
            return False
        one = node.text[0] == "一" and any(n.sense("NEG") for n in self._buffer)
        return one or self._buffer[-1].sense("NEG") is not None

    # ---- punctuation -------------------------------------------------------------------------------------------

    def _punctuate(self, nodes: list[Node], at: int) -> int:
        char = nodes[at].text
        if char in OPEN:
            return self._open_bracket(nodes, at)
        if char in CLOSE:
            self._close_bracket()
        elif char in CUTS:
            self._end_clause(char)
        elif char == "、" and self._counted:
            self._buffer, self._counted = [], False
            self._cut = char
        elif char == "、":
            self._buffer.append(nodes[at])
        return at + 1

    def _open_bracket(self, nodes: list[Node], at: int) -> int:
        end = next((i for i in range(at + 1, len(nodes)) if nodes[i].text in CLOSE), len(nodes))
        inside = nodes[at + 1 : end]
        if any(n.kind in COUNTED + RATED for n in inside):
            divides = self._counted and len(self.records) > self.first
            self._lists.enter(len(self.records) - 1 if divides else -1, self._buffer, self._counted)
            self._buffer, self._counted = [], False
            return at + 1
        if self._counted and any(n.sense("ALL", "NEG") for n in inside):
            self._speak(inside)
        elif any(n.sense("INCL") for n in inside) and any(n.text == "部分公开" for n in inside):
            self._buffer.extend(inside)
        elif not any(n.sense("INCL", "AMONG") for n in inside):
            self._buffer.extend(n for n in inside if n.kind == "term")
        return end + 1

    def _close_bracket(self) -> None:
        if self._lists.nested:
            self._end_clause("）")
            self._buffer, self._counted = self._lists.leave()

    def _open_list(self) -> None:
        """其中 opens a list of parts of the last figure, of this sentence or the one before."""
        self._lists.listed = True
        last = len(self.records) - 1
        near = last >= self.first or (last >= 0 and self.records[last].sentence == self.sentence - 1)
        if near and self._lists.parent != last:
            self._lists.divide(self._list_head(last))
            self._buffer, self._counted = [], False

    def _list_head(self, last: int) -> int:
        """What 其中 divides: the last figure, but the whole rather than what was carried in or out of it."""
        record = self.records[last]
        row = record.meanings[0].row if record.meanings else ""
        if self._lists.nested or is_head(record) or not record.meanings:
            return last
        if self._stopped and record.parent >= 0:
            return record.parent
        by_way = record.meanings[0].topic.startswith("channel")
        first = record.sentence - by_way
        if self._stopped or by_way or row in ("carried_in", "carried_out"):
            near = (i for i in range(last) if self.records[i].sentence >= first and is_head(self.records[i]))
            return max(near, default=last)
        return last

    def _end_clause(self, char: str) -> None:
        nodes, self._buffer = self._buffer, []
        if nodes and not self._counted:
            self._speak(nodes)
        self._sorted = self._sorted or (bool(nodes) and not self._counted and sorts(nodes))
        if char in _STOPS:
            self._pending, self._queue, self._prior = [], [], []
            self._stopped, self._sorted, self._elsewhen = True, False, False
        self._counted = self._differs = False
        self._cut = char

    def _speak(self, nodes: Sequence[Node]) -> None:
        """A clause without a figure: a denial, 均 …, 零报告, or words that the next figure needs."""
        found = features(nodes)
        heads = spoken_of(self.records, self.first, self._counted)
        if ("all" in found.flags or found.results or "finish" in found.acts) and not self._counted:
            of_all = told_of_all(self.records, self.first, heads, found)
            if of_all is None and not found.negative:
                self.said += [(self.sentence, s) for s in unsettled(found)]
                return
            heads = heads if of_all is None else of_all
        made = statements(found, self.context, [m for r in heads for m in r.meanings], [r.node for r in heads])
        self.said.extend((self.sentence, s) for s in made)
        self._prior += [n for n in nodes if n.sense("PRIOR")]
        self._elsewhen = self._elsewhen or other_years(nodes, self.context.year)
        if not made and not found.negative:
            self._pending = [*self._pending, *nodes] if found.any else self._pending
            settle(self.context, found)

    # ---- figures -----------------------------------------------------------------------------------------------

    def _count(self, nodes: list[Node], at: int) -> int:
        """A figure with the words around it; returns where to read on."""
        node = nodes[at]
        end, stopped = clause_end(nodes, at + 1)
        after = [] if stopped and not ends_among(nodes[at + 1 : end]) else nodes[at + 1 : end]
        before = self._before()
        used, words = words_of(before, after)
        some = some_of(before, self._pending)
        if raised := self._raised():
            words = raised
        elif some and not used:
            words = [*words, *after]
        found = own = features(words)
        if not found.any and self._pending and "rest" not in found.flags:
            words = [*self._pending, *words]
            found = features(words)
        self._end_list_of_applicant(found)
        lists = self._lists
        apart = (self._sorted and sorted_out(found, own)) or dealt_out(after, nodes[end : end + 1])
        some = (some and not tells_which(after)) or partial(found, before, after)
        apart = apart or some or self._elsewhere(node, found, own)
        meanings = [] if apart else self._interpret_each(node, words, found)
        record = Record(node, words, found, meanings, self.sentence, lists.parent, lists.number, self._cut)
        record.partial = some and domain_of(found, self.context) in ("requests", "review")
        self.records.append(record)
        self._after(found, meanings)
        self.context.columns = (*self.context.columns, *found.columns)
        self._buffer, self._counted, self._stopped = [], True, False
        if not used and any(n.sense("ALL") for n in after):
            # 28件申请均已办结: the words behind say more of the figure.
            self._speak(after)
        return at + 1 if stopped else end

    def _elsewhere(self, node: Node, found: Features, own: Features) -> bool:
        """Whether a figure is of another time or of others: `own` are the words beside it, `found` all it leans on."""
        if of_others(found) or any(start <= node.start < stop for start, stop in self._left_out):
            self.context.domain = "noise" if found.review() else self.context.domain
            return True
        return self._elsewhen or self._differs or set_apart(found, own)

    def _raised(self) -> list[Node]:
        """由上年的8件增加到12件: the words of the old figure, which is no claim, are those of the new one."""
        if not self._counted or len(self.records) <= self.first or not moves_to(self._buffer):
            return []
        old = self.records[-1]
        old.meanings = []
        return [n for n in old.nodes if n.kind != "year" and not n.sense("PRIOR", "COMPARE", "CAUSE")]

    def _end_list_of_applicant(self, found: Features) -> None:
        """Another kind of applicant ends the list of parts of the one before."""
        if not self._lists.open or self._lists.bracket or not found.columns:
            return
        head = self.records[self._lists.parent].meanings
        if head and head[0].domain == "requests" and head[0].column not in ("total", "organisation"):
            self._lists.close()

    def _before(self) -> list[Node]:
        """The words before a figure; 分别 deals them out one figure at a time."""
        if self._queue and not features(self._buffer).any:
            return self._queue.pop(0)
        shares = dealt(self._buffer)
        if shares:
            self._queue = shares[1:]
            return shares[0]
        return self._buffer

    def _interpret_each(self, node: Node, words: Sequence[Node], found: Features) -> list[Meaning]:
        """予以公开、部分公开各5件 says the same of each; so does any list that is said to be 0."""
        host = self._lists.host
        if host is not None and elsewhere(host, self.context.year):
            found.prior = found.prior or "year"
        found.prior = found.prior or next((s.value for n in self._prior if (s := n.sense("PRIOR"))), "")
        if "each" in found.flags or node.value == 0:
            for tag in ("ROW", "COL", "RES"):
                subjects = [n for n in words if n.sense(tag)]
                if len(subjects) > 1 and side_by_side(words, subjects):
                    shared = [n for n in words if n not in subjects]
                    parts = [features([*shared, s]) for s in subjects]
                    return [m for p in parts for m in self._interpret(node, p)]
        return self._interpret(node, found)

    def _interpret(self, node: Node, found: Features) -> list[Meaning]:
        lists, context = self._lists, self.context
        context.nested = lists.nested
        head = self.records[lists.parent] if lists.open else None
        if head and not head.meanings and head.found.noise:
            return []
        if head and head.meanings and head.meanings[0].topic.startswith("channel") and not found.channels:
            return []  # 网上收到10件，其中自然人8件: of those ten.
        if head and head.meanings:
            found = short_name_within(head.meanings[0].row, found)
        if head and head.meanings and head.meanings[0].domain == "requests" and set(found.domains) & set(DECISIONS):
            return []  # 收到申请5件，其中行政处罚案卷类1件: what was asked for.
        if head and "info" in found.flags and (meanings := about_disclosure(head, found, context)):
            return meanings
        if sorts_documents(self.records[-1] if len(self.records) > self.first else None, found):
            context.domain = "noise"
            return []
        parent = self._parent(head)
        before = listed_before(self.records[self.first :], lists.parent)
        rest = "rest" in found.flags and found.rows != ["carried_out"]
        if before and not before.meanings and (found.columns == ["others"] or rest):
            # 违法建设认定的3件，其他2件: the rest of a list the tables know nothing of.
            return []
        if not found.any and (meant := unnamed(found, context, lists.open)) is not None:
            return meant
        meanings = interpret(node, found, context, parent, lists.open and bool(parent.row))
        if self.records:
            widen(head or self.records[-1], found, meanings, lists.open, lists.listed)
        return meanings

    def _parent(self, head: Record | None) -> Parent:
        """What a part inherits: row and column of the figure divided, else of the last whole."""
        if head is None or not head.meanings:
            return self.context.main
        meaning = head.meanings[0]
        column = meaning.column if self._lists.bracket else inherited_column(head)
        return Parent(meaning.domain, meaning.row, column)

    def _after(self, found: Features, meanings: Sequence[Meaning]) -> None:
        """Move the context on after a figure."""
        context = self.context
        noisy = context.domain == "noise"
        settle(context, found)
        if not meanings:
            alone = found.foreign and not self._lists.open and context.domain == ""
            context.domain = "noise" if noisy or alone else context.domain
            return
        meaning = meanings[-1]
        context.domain = meaning.domain
        context.seen.append(meaning.row)
        context.last_kind = kind_of(found, meaning)
        if not self._lists.bracket:
            self._end_list(found, meaning, meanings[0].row)

    def _end_list(self, found: Features, meaning: Meaning, row: str) -> None:
        """A new whole ends the list of parts of the one before."""
        plain = not found.rows and not found.columns and not found.channels
        if meaning.domain == "requests" and plain and meaning.row in ("new", "total", "new+carried_in"):
            self.context.main = Parent("requests", row)
            if self._lists.open and found.acts and "new" not in found.acts:
                self._lists.close()
                self.records[-1].parent, self.records[-1].scope = -1, 0
        if meaning.domain == "review" and found.review() and not found.results:
            self._lists.close()

    def _remark(self, node: Node) -> None:
        """A rate, share or change: kept with the figure before it."""
        found = features(self._buffer)
        if found.any and not self._counted:
            self._pending = [*self._pending, *self._buffer]
        other = not found.any and self.context.domain == "noise"
        # 比上年多收到6件: what follows is the difference.
        self._differs = node.kind == "change" and node.value is None
        self.remarks.append(Remark(node, len(self.records) - 1, self.sentence, found, other))
        self._buffer, self._counted = [], True
