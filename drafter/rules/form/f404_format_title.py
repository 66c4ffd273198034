"""格式的全称是《中华人民共和国政府信息公开工作年度报告格式》，容易脱掉“公开”“工作”几个字。

改法：照全称写；简称《政府信息公开工作年度报告格式》《格式》不报。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.model.diagnostic import Edit, Fix, Safety, Severity
from drafter.model.facts import Facts
from drafter.rules.base import Bad, Finding, Good, Rule
from drafter.rules.form.basis import FORM_2021

_FULL = "中华人民共和国政府信息公开工作年度报告格式"
_CITED = re.compile(r"[《〈<](?P<title>[^《〈<>〉》]{2,40}报告格式)(?:[（(]试行[)）])?[》〉>]")


def check(facts: Facts) -> Iterator[Finding]:
    """Titles of the format that are neither the full one nor the end of it."""
    for view in facts.prose.views:
        for found in _CITED.finditer(view.text):
            title = found["title"]
            if "信息" in title and not _FULL.endswith(title):
                span = view.span(*found.span("title"))
                fix = Fix(f"改为《{_FULL}》", (Edit(span, _FULL),), Safety.UNSAFE)
                yield Finding(span, f"《{title}》应为《{_FULL}》", expected=_FULL, actual=title, fix=fix)


RULE = Rule(
    code="F404",
    name="format-title",
    severity=Severity.WARNING,
    summary="年度报告格式的名称写全",
    basis=(FORM_2021,),
    needs=("sections",),
    check=check,
    reach="paragraph",
    sign=re.compile("报告格式"),
    examples=(
        Bad(
            preamble="根据《⟦中华人民共和国政府信息年度报告格式⟧》（国办公开办函〔2021〕30号）编制。"
            "统计期限为2024年1月1日至12月31日。"
        ),
        Good(),
        Good(preamble="根据《政府信息公开工作年度报告格式》编制。统计期限为2024年1月1日至12月31日。"),
    ),
)
