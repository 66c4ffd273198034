"""前言（编制依据、统计期限、联系方式）通常独立成段，放在“一、总体情况”之前，不混在第一部分里。

改法：把这几句移到第一个标题前面。不移也不影响核对，只作提示。
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.model.diagnostic import Related, Severity
from drafter.model.facts import Facts
from drafter.rules.base import Bad, Finding, Good, Rule
from drafter.rules.form.basis import FORM_2021


def check(facts: Facts) -> Iterator[Finding]:
    """A period stated inside section one."""
    period, section = facts.report.period, facts.report.section("overview")
    if period is not None and section is not None and section.body.contains(period.span):
        yield Finding(
            period.span,
            "统计期限写在第一部分里；通常放在“一、总体情况”之前的前言中",
            (Related("第一部分", section.heading),),
        )


RULE = Rule(
    code="F205",
    name="preamble-place",
    severity=Severity.INFO,
    summary="前言放在“一、总体情况”之前",
    basis=(FORM_2021,),
    needs=("section.overview",),
    check=check,
    reach="outline",
    examples=(
        Bad(
            lines={
                "根据《中华人民共和国政府信息公开条例》（以下简称《条例》）和": "",
                "《中华人民共和国政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号）要求，编制本报告。": "",
                "所列数据的统计期限自2024年1月1日起至2024年12月31日止。\n一、总体情况\n": "一、总体情况\n"
                "所列数据的统计期限⟦自2024年1月1日起至2024年12月31日止⟧。\n",
            }
        ),
        Good(),
    ),
)
