"""报告要写明数据的统计期限，例如“所列数据的统计期限自2024年1月1日起至2024年12月31日止”，通常写在前言里。

改法：在前言补这一句。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.model.diagnostic import Severity
from drafter.model.facts import Facts
from drafter.model.span import Span
from drafter.model.view import bare
from drafter.rules.base import Bad, Finding, Good, Rule
from drafter.rules.form.basis import FORM_2021

_STATED = re.compile(r"统计.{0,4}(?:期|时|区间)|时限|[1一]月[1一]日|截[至止]")


def check(facts: Facts) -> Iterator[Finding]:
    """No period, nor any wording of one before section two."""
    report = facts.report
    if report.period is not None:
        return
    stops = [s.heading.start for s in report.sections if s.kind != "overview"]
    if not stops or _STATED.search(bare(facts.text[: min(stops)])):
        return
    first = min(s.heading.start for s in report.sections)
    yield Finding(Span(first, first), "没有写明数据的统计期限（从哪一天到哪一天）")


RULE = Rule(
    code="F206",
    name="period-missing",
    severity=Severity.INFO,
    summary="写明统计期限",
    basis=(FORM_2021,),
    needs=("sections",),
    check=check,
    reach="outline",
    examples=(
        Bad(
            preamble="根据《中华人民共和国政府信息公开条例》要求，编制本报告。",
            lines={"一、总体情况": "⟦⟧一、总体情况"},
        ),
        Good(),
        Good(preamble="根据条例编制本报告，数据统计期限为二〇二四年一月一日至十二月三十一日。"),
    ),
)
