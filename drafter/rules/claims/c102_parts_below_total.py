"""看起来列全了的分项，加起来却比总数小：可能漏了一项，也可能总数或某一项写错。

只看列举穷尽的：末项是“其他……”，“分别为……”，括号里三项以上，或者自然人与法人或其他组织两类都写了，或者处理结果各类都写了；
没有写明列全的，只在把某一项的两个数字对调就正好相等时提示。没有列全的，请忽略。
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from drafter.model.diagnostic import Related, Severity
from drafter.model.facts import Facts
from drafter.rules.base import Bad, Finding, Good, Rule
from drafter.rules.claims.places import added, amount, number, swapped

_LONG = 3
_LARGE = 100


def check(facts: Facts) -> Iterator[Finding]:
    """Closed lists of parts whose sum is under their total, and open ones that a change of digits would fill."""
    for found in facts.survey.breakdowns:
        total = sum((p.value for p in found.parts), Decimal(0))
        exact = found.total.relation == "eq" and all(p.relation == "eq" for p in found.parts)
        slip = swapped(found.parts, found.total.value)
        rough = all(p.value % 10 == 0 for p in found.parts)
        likely = slip and len(found.parts) >= _LONG and found.total.value >= _LARGE and not rough
        if not exact or found.kind == "channel" or total >= found.total.value or not (found.closed or likely):
            continue
        yield Finding(
            found.total.number_span,
            f"“{found.total.label}”{amount(found.total.value)}{found.total.unit}，所列各项 "
            f"{added(found.parts)}＝{amount(total)}，还差 {amount(found.total.value - total)}{slip}",
            tuple(Related(f"{p.label}：{amount(p.value)}", p.number_span) for p in found.parts),
            found.total.cell,
            expected=number(total),
            actual=number(found.total.value),
            severity=Severity.WARNING if found.kind == "label" and found.closed and found.sure else None,
        )


RULE = Rule(
    code="C102",
    name="parts-below-total",
    severity=Severity.INFO,
    summary="列全了的分项之和等于总数",
    basis=("国办公开办函〔2021〕30号",),
    needs=("claims",),
    check=check,
    reach="claims",
    examples=(
        Bad(sections={"overview": "主动公开信息⟦240⟧条，其中财政信息31条、项目信息180条、其他信息19条。"}),
        Bad(sections={"overview": "主动公开信息⟦240⟧条，财政信息31条，项目信息170条，办事信息8条，其他信息19条。"}),
        Bad(sections={"overview": "审核公文⟦563⟧件，属性分别为主动公开147件、依申请公开266件、不予公开120件。"}),
        Bad(sections={"overview": "公开信息⟦136⟧条，其中工作动态28条、财政信息4条、惠民补贴31条、通知公告19条。"}),
        Good(sections={"overview": "主动公开信息240条，其中财政信息31条、项目信息180条。"}),
        Good(sections={"overview": "主动公开信息230条，其中财政信息31条、项目信息180条、其他信息19条。"}),
        Good(sections={"overview": "主动公开信息240余条，其中财政信息31条、项目信息180条、其他信息19条。"}),
    ),
)
