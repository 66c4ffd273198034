"""看起来列全了的分项，加起来却比总数小：可能漏了一项，也可能总数或某一项写错。

只看列举穷尽的：末项是“其他……”，或者自然人与法人或其他组织两类都写了，或者处理结果各类都写了。没有列全的，请忽略。
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from drafter.model.diagnostic import Related, Severity
from drafter.model.facts import Facts
from drafter.rules.base import Bad, Finding, Good, Rule
from drafter.rules.claims.places import added, amount, number


def check(facts: Facts) -> Iterator[Finding]:
    """Closed lists of parts whose sum is under their total."""
    for found in facts.survey.breakdowns:
        total = sum((p.value for p in found.parts), Decimal(0))
        exact = found.total.relation == "eq" and all(p.relation == "eq" for p in found.parts)
        if not found.closed or not exact or found.kind == "channel" or total >= found.total.value:
            continue
        yield Finding(
            found.total.number_span,
            f"“{found.total.label}”{amount(found.total.value)}{found.total.unit}，所列各项 "
            f"{added(found.parts)}＝{amount(total)}，还差 {amount(found.total.value - total)}",
            tuple(Related(f"{p.label}：{amount(p.value)}", p.number_span) for p in found.parts),
            found.total.cell,
            expected=number(total),
            actual=number(found.total.value),
        )


RULE = Rule(
    code="C102",
    name="parts-below-total",
    severity=Severity.INFO,
    summary="列全了的分项之和等于总数",
    basis=("国办公开办函〔2021〕30号",),
    needs=("claims",),
    check=check,
    examples=(
        Bad(sections={"overview": "主动公开信息⟦240⟧条，其中财政信息31条、项目信息180条、其他信息19条。"}),
        Bad(sections={"overview": "主动公开信息⟦240⟧条，财政信息31条，项目信息170条，办事信息8条，其他信息19条。"}),
        Good(sections={"overview": "主动公开信息240条，其中财政信息31条、项目信息180条。"}),
        Good(sections={"overview": "主动公开信息230条，其中财政信息31条、项目信息180条、其他信息19条。"}),
        Good(sections={"overview": "主动公开信息240余条，其中财政信息31条、项目信息180条、其他信息19条。"}),
    ),
)
