"""年度报告统计满一年：从1月1日到12月31日。只算到12月20日，后面十几天的申请和公开就漏报了。

改法：补齐到12月31日的数据，再改统计期限。
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.model.diagnostic import Severity
from drafter.model.facts import Facts
from drafter.rules.base import Bad, Finding, Good, Rule
from drafter.rules.form.basis import LAW_49, words
from drafter.rules.form.period import days_of


def check(facts: Facts) -> Iterator[Finding]:
    """A period that begins or ends inside the year."""
    period = facts.report.period
    days = days_of(words(facts, period.span)) if period else None
    if period is not None and days is not None and not days.whole_year:
        (m1, d1), (m2, d2) = days.first, days.last
        stated = f"{m1}月{d1 or '?'}日到{m2}月{d2 or '?'}日"
        yield Finding(period.span, f"统计期限是{stated}，不满一年；应从1月1日到12月31日")


RULE = Rule(
    code="F208",
    name="period-part-year",
    severity=Severity.WARNING,
    summary="统计期限满一年",
    basis=(LAW_49,),
    needs=("sections",),
    check=check,
    reach="outline",
    examples=(
        Bad(preamble="根据条例编制本报告。统计期限⟦自2024年1月1日起至2024年12月20日止⟧。"),
        Good(),
    ),
)
