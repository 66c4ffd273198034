"""标题里年份只写一次。“2024青石镇2024年度……”多半是网站栏目自动加了年份，或者改稿时没有删净。

改法：删去一个。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.model.diagnostic import Edit, Fix, Related, Safety, Severity
from drafter.model.facts import Facts
from drafter.model.span import Span
from drafter.rules.base import Bad, Finding, Good, Rule
from drafter.rules.form.basis import LAW_49

_YEAR = re.compile(r"(?<!\d)20\d{2}(?:年度|年)?(?!\d)")


def check(facts: Facts) -> Iterator[Finding]:
    """A second year in the title, before or behind the one it is known by."""
    title, year = facts.report.title, facts.report.year_span
    if title is None or year is None:
        return
    for found in _YEAR.finditer(facts.text, title.start, title.end):
        span = Span(*found.span())
        if not span.overlaps(year):
            fix = Fix(f"删去“{found.group()}”", (Edit(span, ""),), Safety.UNSAFE)
            yield Finding(span, "标题里年份出现了两次", (Related("另一处", year),), fix=fix)


RULE = Rule(
    code="F203",
    name="title-year-twice",
    severity=Severity.ERROR,
    summary="标题里年份只写一次",
    basis=(LAW_49,),
    needs=("sections",),
    check=check,
    reach="outline",
    examples=(
        Bad(title="⟦2024⟧云溪县青石镇2024年政府信息公开工作年度报告"),
        Good(),
    ),
)
