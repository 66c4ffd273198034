"""“一是……二是……三是……”的次序要连续，不能跳号、重号。

另起一组从“一是”开始；“第一……第二……”同样检查。
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from drafter.model.diagnostic import Related, Severity
from drafter.model.facts import Facts
from drafter.model.span import Span
from drafter.rules.base import Bad, Finding, Good, Rule
from drafter.rules.punctuation.marks import MARKS_STANDARD, no_prose

_NUMBERS = "一二三四五六七八九十"
# Begins with a set of characters, which `re` looks for quickly; 第 is looked back at.
_ITEM = re.compile(r"([一二三四五六七八九十])(?:(是)|(?<=第[一二三四五六七八九])(，))")
_BEFORE = re.compile(r"(?:^|[。；：，,;:、？！\s）])$")
_BEFORE_FIRST = re.compile(r"(?:方面|问题|不足|工作|措施|情况)$")


class _Item(NamedTuple):
    """一是 or 第一，: its words, the kind of row (是 or ，) and the number."""

    span: Span
    words: str
    kind: str
    number: int


def check(facts: Facts) -> Iterator[Finding]:
    """A finding wherever a number is neither the next one nor the first of a new row."""
    last: dict[str, _Item] = {}
    places: dict[str, int] = {}
    for item in _items(facts):
        before = last.get(item.kind)
        section = facts.report.section_at(item.span.start)
        if before is not None and section is not facts.report.section_at(before.span.start):
            before = None
        place = places.get(item.kind, 0)
        last[item.kind] = item
        if before is None or item.number in (1, place + 1, before.number + 1):
            places[item.kind] = item.number
            continue
        places[item.kind] = place + 1
        expected = f"，应为“{_NUMBERS[place]}{item.kind.strip('，')}”" if place < len(_NUMBERS) else ""
        yield Finding(
            item.span,
            f"“{before.words}”之后是“{item.words}”，次序不连续{expected}",
            (Related("前一项", before.span),),
        )


def _items(facts: Facts) -> Iterator[_Item]:
    found = [
        item._replace(span=item.span.shifted(line.start))
        for line, words in facts.prose.lines
        for item in _items_of(words)
    ]
    if found:
        other = no_prose(facts)
        yield from (item for item in found if not other.meets(item.span.start, item.span.end))


@lru_cache(maxsize=512)
def _items_of(line: str) -> tuple[_Item, ...]:
    """The items of a paragraph, with offsets from its start."""
    found = []
    for match in _ITEM.finditer(line):
        kind = match[2] or match[3]
        span = Span(match.start() - (kind == "，"), match.end())
        if _begins(line, span):
            found.append(_Item(span, span.of(line), kind, _NUMBERS.index(match[1]) + 1))
    return tuple(found)


def _begins(line: str, item: Span) -> bool:
    """Whether an item begins here; a first one may follow a heading without a mark."""
    before = line[max(0, item.start - 2) : item.start]
    return bool(_BEFORE.search(before)) or (item.of(line) == "一是" and bool(_BEFORE_FIRST.search(before)))


RULE = Rule(
    code="F510",
    name="sequence-skip",
    severity=Severity.WARNING,
    summary="“一是、二是”的次序",
    basis=(MARKS_STANDARD,),
    needs=("sentences",),
    check=check,
    examples=(
        Bad(text="一是加强培训；⟦三是⟧做好审核。"),
        Bad(text="一是加强培训；二是做好审核；⟦二是⟧更新目录。"),
        Good(text="一是加强培训；二是做好审核。下一步：一是更新目录；二是完善制度。"),
    ),
)
