"""日期没有填：“2025年 月 日”“年 月 日”。改法：填上日期，或者删去。"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.model.diagnostic import Severity
from drafter.model.facts import Facts
from drafter.model.span import Span
from drafter.rules.base import Bad, Finding, Good, Rule

_GAP = r"[ \t\u3000\u00a0_＿]"
_BLANK = re.compile(
    rf"年{_GAP}+月{_GAP}*日|年{_GAP}*月{_GAP}+日|年(?<=20\d\d年)月日|年(?=(?P<month>{_GAP}*\d{{1,2}}{_GAP}*月{_GAP}+日))"
)
_YEAR = re.compile(rf"20\d\d{_GAP}*$")
_BEFORE = 12
"""Characters in which the year's figures and blanks behind them stand."""


def check(facts: Facts) -> Iterator[Finding]:
    """Dates with blanks for month or day, tables left out."""
    tables = [t.span for t in facts.report.tables]
    text = facts.text
    for found in _BLANK.finditer(text):
        year = _YEAR.search(text[max(found.start() - _BEFORE, 0) : found.start()])
        if found["month"] and year is None:
            continue
        start = found.start() - (len(year.group()) if year else 0)
        span = Span(start, max(found.end(), found.end("month")))
        if not any(t.contains(span) for t in tables):
            yield Finding(span, "日期没有填写")


RULE = Rule(
    code="L302",
    name="blank-date",
    severity=Severity.ERROR,
    summary="日期已经填写",
    basis=("国办公开办函〔2021〕30号",),
    needs=("sections",),
    check=check,
    examples=(
        Bad(sections={"other": "未收取信息处理费。\n⟦2025年  月  日⟧"}),
        Bad(sections={"other": "未收取信息处理费。\n⟦2025年1月 日⟧"}),
        Good(sections={"other": "未收取信息处理费。\n2025 年 1 月 15 日"}),
        Good(sections={"overview": "登记申请人的出生年月日。"}),
    ),
)
