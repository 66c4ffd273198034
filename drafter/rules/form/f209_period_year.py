"""统计期限的年份要和标题的年份一致，起止是同一年。不一致的，多半是沿用去年的前言忘了改。

改法：改成报告的年份；如果是标题错了，改标题。
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.model.diagnostic import Related, Severity
from drafter.model.facts import Facts
from drafter.rules.base import Bad, Finding, Good, Rule
from drafter.rules.form.basis import LAW_49


def check(facts: Facts) -> Iterator[Finding]:
    """A period of two years, or of another year than the title's."""
    period, year = facts.report.period, facts.year
    if period is None or period.start_year is None:
        return
    title = (Related("标题的年份", facts.report.year_span),) if facts.report.year_span else ()
    if period.end_year is not None and period.end_year != period.start_year:
        message = f"统计期限从 {period.start_year} 年到 {period.end_year} 年，不是同一年"
        yield Finding(period.span, message, title, expected=year, actual=period.end_year)
    elif year is not None and period.start_year != year:
        message = f"统计期限是 {period.start_year} 年，报告是 {year} 年的"
        yield Finding(period.span, message, title, expected=year, actual=period.start_year)


RULE = Rule(
    code="F209",
    name="period-year",
    severity=Severity.ERROR,
    summary="统计期限的年份与标题一致",
    basis=(LAW_49,),
    needs=("sections",),
    check=check,
    reach="outline",
    examples=(
        Bad(preamble="根据条例编制本报告。统计期限⟦自2023年1月1日起至2023年12月31日止⟧。"),
        Bad(preamble="根据条例编制本报告。统计期限⟦自2023年1月1日起至2024年12月31日止⟧。"),
        Good(),
        Good(preamble="根据条例编制本报告。统计期限为2024年1月1日至12月31日。"),
    ),
)
