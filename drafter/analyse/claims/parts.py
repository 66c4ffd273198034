"""Parts by a dimension the tables lack: which office did it, what it was about.

A figure of such a list is less than the whole it seems to tell, so no cell is held against it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from drafter.analyse.claims.features import Features
from drafter.analyse.claims.lexer import Node
from drafter.analyse.claims.records import Record, is_head

_SORTED = re.compile(
    "^[^，]{0,6}(?:从|按照?|依照?|以|就|根据)(?P<by>[^，]{1,14}?)"
    "(?:来?看|上看|分|分类|来分|划分|区分|统计|计|来说|而言|来讲|归类|排序|构成)$"
)
_WHOLE = re.compile("数量|总量|总体|情况|规模|全年|整体|件数|工作量|年度")
_DEEDS = ("收", "受理", "承办", "答复", "办结", "办理", "申请")
_BEFORE, _PAIR = 3, 2
_MOST = 40
"""Parts a list may have."""


def sorts(nodes: Sequence[Node]) -> bool:
    """Whether a clause says by what the figures behind it are sorted: 按承办单位分, 从申请内容看."""
    match = _SORTED.search("".join(n.text for n in nodes))
    return match is not None and _WHOLE.search(match["by"]) is None


def sorted_out(found: Features, own: Features) -> bool:
    """Whether a figure behind such a clause is of no cell: `own` are the words beside it, `found` all it leans on."""
    if found.rows or found.columns or found.channels or found.results:
        return False
    return own.foreign or not own.acts or bool({"scope", "units"} & own.flags)


def of_one_list(records: Sequence[Record], first: int) -> list[Record]:
    """The figures from `first` on that name no cell of their own and stand in a row that makes up a whole told near by.

    Of 收到20件, 办公室12件, 各科室8件 the last two.
    """
    found: list[Record] = []
    heads = {r.node.value for r in records[max(first - _BEFORE, 0) :] if is_head(r)}
    for start in range(first, len(records)):
        total = Decimal(0)
        for end in range(start, min(start + _MOST, len(records))):
            if not _nameless(records[end]):
                break
            total += records[end].node.value or 0
            if end > start and total in heads and _alike(records[start : end + 1]):
                found += records[start : end + 1]
    return [r for r in found if any(m.domain == "requests" and m.cells for m in r.meanings)]


def _alike(parts: Sequence[Record]) -> bool:
    """Whether they divide one thing: 办结44件, 剩余1件 tell of two."""
    deeds = [{deed for deed in _DEEDS if deed in "".join(n.text for n in r.nodes)} for r in parts]
    same = not any(deeds) or bool(set.intersection(*deeds))
    return same or (len(parts) > _PAIR and any(r.found.foreign for r in parts))


def listed_before(records: Sequence[Record], parent: int) -> Record | None:
    """The last figure of the sentence that stands in the list under `parent`, as the next one does."""
    return next((r for r in reversed(records) if r.parent == parent), None)


def _nameless(record: Record) -> bool:
    f = record.found
    named = f.rows or [c for c in f.columns if c != "others"] or f.results or f.documents
    return not named and bool(record.node.value) and record.node.relation == "eq" and not f.prior
