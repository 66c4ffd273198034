"""落款（成文）日期早于统计期末：报告的是 2024 年，落款却是“2024年1月20日”。

年度报告在统计期满以后才写得成，成文日期应在次年。多半是沿用去年的落款，或者新年伊始把年份写成了旧的一年。
只看单独成行的完整日期；落款在报告年度 12 月的不报，有的单位年底当月就签发。改法：改成实际的成文日期。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.model.diagnostic import Related, Severity
from drafter.model.facts import Facts
from drafter.model.span import Span
from drafter.rules.base import Bad, Finding, Good, Rule
from drafter.rules.form.basis import LAW_49

_DATE = re.compile(r"[（(]?\s*(?P<year>20\d\d)\s*年\s*(?P<month>1[0-2]|0?[1-9])\s*月\s*[0-3]?\d\s*日\s*[）)]?")
_DECEMBER = 12


def check(facts: Facts) -> Iterator[Finding]:
    """Lines that are a date, and one before the last month of the year reported on."""
    if facts.year is None:
        return
    title = (Related("报告的年份", facts.report.year_span),) if facts.report.year_span else ()
    for line in facts.paragraphs:
        found = _DATE.fullmatch(line.of(facts.text))
        if found is None or (int(found["year"]), int(found["month"])) >= (facts.year, _DECEMBER):
            continue
        yield Finding(
            Span(line.start + found.start("year"), line.start + found.end("year")),
            f"报告统计到 {facts.year} 年底，落款日期却在 {found['year']} 年 {int(found['month'])} 月",
            title,
            expected=facts.year + 1,
            actual=int(found["year"]),
        )


RULE = Rule(
    code="F212",
    name="date-of-issue",
    severity=Severity.WARNING,
    summary="落款日期在统计期满之后",
    basis=(LAW_49, "GB/T 9704—2012 7.3.5"),
    needs=("year", "sections"),
    check=check,
    reach="paragraph",
    sign=re.compile(r"20(?=\d\d年)"),
    examples=(
        Bad(sections={"other": "本年度未收取信息处理费。\n青石镇人民政府\n⟦2024⟧年1月20日"}),
        Bad(sections={"other": "本年度未收取信息处理费。\n⟦2023⟧年1月18日"}),
        Good(sections={"other": "本年度未收取信息处理费。\n青石镇人民政府\n2025年1月20日"}),
        Good(sections={"other": "本年度未收取信息处理费。\n2024年12月31日"}),
        Good(sections={"other": "2024年1月20日，召开部署会。"}),
    ),
)
