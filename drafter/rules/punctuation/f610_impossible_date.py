"""日历上没有的日期：2月30日、11月31日、13月。

请核对后改正；涉及日期，不自动修改。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.model.diagnostic import Severity
from drafter.model.facts import Facts
from drafter.model.span import Span
from drafter.rules.base import Bad, Finding, Good, Rule
from drafter.rules.punctuation.marks import FIGURES_STANDARD, Slip, one_by_one, search

_PATTERN = re.compile(r"(?:((?:19|20)\d{2})\s*年\s*)?(?<!\d)(\d{1,2})\s*月\s*(\d{1,2})\s*日")
_NUMERAL = "([一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])"
_HAN = re.compile(f"(?<![一二三四五六七八九十]){_NUMERAL}月{_NUMERAL}日")
_SIGN = re.compile(r"月(?=\s*[\d一二三四五六七八九十])")
_DIGITS = {char: n for n, char in enumerate("一二三四五六七八九", 1)}
_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def check(facts: Facts) -> Iterator[Finding]:
    """A finding for every date that no calendar has."""
    found = [Slip(Span(*m.span())) for m in search(facts, _PATTERN, _SIGN) if not _exists(m[1], int(m[2]), int(m[3]))]
    han = search(facts, _HAN, _SIGN)
    found += [Slip(Span(*m.span())) for m in han if not _exists(None, _number(m[1]), _number(m[2]))]
    return one_by_one(facts, found, "没有“{wrong}”这一天，请核对")


def _number(written: str) -> int:
    """A Chinese numeral below a hundred."""
    tens, ten, ones = written.rpartition("十")
    return (10 * _DIGITS.get(tens, 1) if ten else 0) + _DIGITS.get(ones, 0)


def _exists(year: str | None, month: int, day: int) -> bool:
    if not 1 <= month <= 12 or not 1 <= day <= _DAYS[month - 1]:
        return False
    leap = year is None or (int(year) % 4 == 0 and (int(year) % 100 != 0 or int(year) % 400 == 0))
    return leap or (month, day) != (2, 29)


RULE = Rule(
    code="F610",
    name="impossible-date",
    severity=Severity.ERROR,
    summary="不存在的日期",
    basis=(FIGURES_STANDARD,),
    needs=("sentences",),
    check=check,
    reach="paragraph",
    sign=_SIGN,
    examples=(
        Bad(text="截至⟦2023年2月29日⟧。"),
        Bad(text="截至⟦11月31日⟧。"),
        Bad(text="二〇二五年⟦二月三十日⟧。"),
        Bad(text="⟦十一月三十一日⟧印发。"),
        Good(text="截至2024年2月29日，11月30日前完成。"),
        Good(text="二〇二五年一月二十日，十二月三十一日，二月二十九日。"),
    ),
)
