"""统计期限的年、月、日要写全，例如“自2024年1月1日起至2024年12月31日止”。

常见缺字：“12月31止”（缺“日”）、“自20241月1日起”（缺“年”）。改法：补上缺的字。
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.model.diagnostic import Edit, Fix, Safety, Severity
from drafter.model.facts import Facts
from drafter.rules.base import Bad, Finding, Good, Rule
from drafter.rules.form.basis import FORM_2021, words
from drafter.rules.form.period import days_of


def check(facts: Facts) -> Iterator[Finding]:
    """A period with 年, 日 or a number left out."""
    period = facts.report.period
    if period is None:
        return
    days = days_of(words(facts, period.span))
    if days is None or not days.missing or not days.whole_year:
        return
    names = "、".join(f"“{name}”" for name in days.missing)
    year = facts.year or period.start_year
    fix = None
    if year:
        whole = f"自{year}年1月1日起至{year}年12月31日止"
        fix = Fix(f"写作“{whole}”", (Edit(period.span, whole),), Safety.DISPLAY)
    # Pages lose characters on the way into a text; the page itself may be right.
    severity = Severity.WARNING if facts.document.container in ("html", "pdf") else None
    yield Finding(period.span, f"统计期限缺{names}，年、月、日要写全", fix=fix, severity=severity)


RULE = Rule(
    code="F207",
    name="period-characters",
    severity=Severity.ERROR,
    summary="统计期限的年月日写全",
    basis=(FORM_2021,),
    needs=("sections",),
    check=check,
    reach="outline",
    examples=(
        Bad(preamble="根据条例编制本报告。统计期限⟦自2024年1月1日起至12月31止⟧。"),
        Bad(preamble="根据条例编制本报告。统计期限⟦自20241月1日起至2024年12月31日止⟧。"),
        Good(),
        Good(preamble="根据条例编制本报告。统计期限为2024年1月1日至12月31日。"),
        Good(preamble="根据条例编制本报告。统计期限为2024年01月01日—2024年12月31日。"),
    ),
)
