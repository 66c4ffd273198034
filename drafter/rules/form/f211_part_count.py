"""前言里说“由……六个部分组成”的，数目要和正文一致。现行格式是六个部分。

改法：改成六个，并对照六个标题核对列举。
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from drafter.model.diagnostic import Edit, Fix, Safety, Severity
from drafter.model.facts import Facts
from drafter.model.span import Span
from drafter.model.view import squeezed
from drafter.rules.base import Bad, Finding, Good, Rule
from drafter.rules.form.basis import FORM_2021

_NUMBER = r"([一二三四五六七八九十]|\d{1,2})个?(?:部分|方面|章节|章)"
_COUNT = re.compile(
    rf"{_NUMBER}(?:内容)?(?:组成|构成)"
    rf"|事项[”》）]?等?{_NUMBER}(?:内容)?(?=[，。；）]|$)"
    rf"|(?:报告|全文|年报)[^，。；：]{{0,4}}(?:包括|包含|分为|分|共有?)(?:以下)?{_NUMBER}"
)
_SIX = ("六", "6")


def check(facts: Facts) -> Iterator[Finding]:
    """A stated number of parts other than six."""
    preamble = facts.report.preamble
    if preamble is None:
        return
    for start, end, number in _counts(preamble.of(facts.text)):
        if number not in _SIX:
            span = Span(preamble.start + start, preamble.start + end)
            right = "6" if number.isdigit() else "六"
            fix = Fix(f"改为“{right}”", (Edit(span, right),), Safety.UNSAFE)
            yield Finding(span, f"前言说报告由“{number}”个部分组成，格式规定是六个部分", expected=6, fix=fix)


@lru_cache(maxsize=16)
def _counts(preamble: str) -> tuple[tuple[int, int, str], ...]:
    """Where a preamble states numbers of parts, and the numbers."""
    view = squeezed(preamble)
    found = ((view.span(*m.span(m.lastindex or 0)), m[m.lastindex or 0]) for m in _COUNT.finditer(view.text))
    return tuple((span.start, span.end, number) for span, number in found)


RULE = Rule(
    code="F211",
    name="part-count",
    severity=Severity.WARNING,
    summary="前言所说的部分数目是六个",
    basis=(FORM_2021,),
    needs=("sections",),
    check=check,
    reach="outline",
    examples=(
        Bad(
            preamble="根据条例编制本报告，全文由总体情况、其他需要报告的事项等⟦七⟧个部分组成。统计期限为2024年1月1日至12月31日。"
        ),
        Bad(
            preamble="根据条例编制本报告，包括总体情况、存在的主要问题及改进情况、其他需要报告的事项⟦七⟧个部分。统计期限为2024年1月1日至12月31日。"
        ),
        Bad(preamble="根据条例编制本报告。本报告共分⟦5⟧个部分。统计期限为2024年1月1日至12月31日。"),
        Good(),
        Good(preamble="根据条例编制本报告。全文包括总体情况等六个部分，从三个方面说明改进情况。"),
        Good(preamble="根据条例编制本报告，全文由六个部分组成。统计期限为2024年1月1日至12月31日。"),
    ),
)
