"""“一是……二是……三是……”的次序要连续，不能跳号、重号。

另起一组从“一是”开始；“第一……第二……”同样检查。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.model.diagnostic import Related, Severity
from drafter.model.facts import Facts
from drafter.model.span import Span
from drafter.rules.base import Bad, Finding, Good, Rule
from drafter.rules.punctuation.marks import MARKS_STANDARD, search

_NUMBERS = "一二三四五六七八九十"
_ITEM = re.compile(r"([一二三四五六七八九十])(是)|第([一二三四五六七八九十])(，)")
_BEFORE = re.compile(r"(?:^|[。；：，,;:、？！\s）])$")
_BEFORE_FIRST = re.compile(r"(?:方面|问题|不足|工作|措施|情况)$")


def check(facts: Facts) -> Iterator[Finding]:
    """A finding wherever a number is neither the next one nor the first of a new row."""
    last: dict[str, re.Match[str]] = {}
    places: dict[str, int] = {}
    text = facts.lined
    for found in search(facts, _ITEM):
        if not _begins(text, found):
            continue
        kind = found[2] or found[4]
        before, number = last.get(kind), _value(found)
        section = facts.report.section_at(found.start())
        if before is not None and section is not facts.report.section_at(before.start()):
            before = None
        place = places.get(kind, 0)
        last[kind] = found
        if before is None or number in (1, place + 1, _value(before) + 1):
            places[kind] = number
            continue
        places[kind] = place + 1
        expected = f"，应为“{_NUMBERS[place]}{found[2] or ''}”" if place < len(_NUMBERS) else ""
        yield Finding(
            Span(*found.span()),
            f"“{before.group()}”之后是“{found.group()}”，次序不连续{expected}",
            (Related("前一项", Span(*before.span())),),
        )


def _begins(text: str, found: re.Match[str]) -> bool:
    """Whether an item begins here; a first one may follow a heading without a mark."""
    before = text[max(0, found.start() - 2) : found.start()]
    return bool(_BEFORE.search(before)) or (found.group() == "一是" and bool(_BEFORE_FIRST.search(before)))


def _value(found: re.Match[str]) -> int:
    return _NUMBERS.index(found[1] or found[3]) + 1


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
