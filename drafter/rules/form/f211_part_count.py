"""前言里说“由……六个部分组成”的，数目要和正文一致。现行格式是六个部分。

改法：改成六个，并对照六个标题核对列举。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.model.diagnostic import Edit, Fix, Safety, Severity
from drafter.model.facts import Facts
from drafter.model.view import squeezed
from drafter.rules.base import Bad, Finding, Good, Rule
from drafter.rules.form.basis import FORM_2021

_COUNT = re.compile(r"([一二三四五六七八九十]|\d{1,2})个?(?:部分|方面|章节|章)(?:内容)?(?:组成|构成)")
_SIX = ("六", "6")


def check(facts: Facts) -> Iterator[Finding]:
    """A stated number of parts other than six."""
    preamble = facts.report.preamble
    if preamble is None:
        return
    view = squeezed(preamble.of(facts.text), preamble.start)
    for found in _COUNT.finditer(view.text):
        if found.group(1) not in _SIX:
            span = view.span(*found.span(1))
            right = "6" if found.group(1).isdigit() else "六"
            fix = Fix(f"改为“{right}”", (Edit(span, right),), Safety.UNSAFE)
            yield Finding(span, f"前言说报告由“{found.group(1)}”个部分组成，格式规定是六个部分", expected=6, fix=fix)


RULE = Rule(
    code="F211",
    name="part-count",
    severity=Severity.WARNING,
    summary="前言所说的部分数目是六个",
    basis=(FORM_2021,),
    needs=("sections",),
    check=check,
    examples=(
        Bad(
            preamble="根据条例编制本报告，全文由总体情况、其他需要报告的事项等⟦七⟧个部分组成。统计期限为2024年1月1日至12月31日。"
        ),
        Good(),
        Good(preamble="根据条例编制本报告，全文由六个部分组成。统计期限为2024年1月1日至12月31日。"),
    ),
)
