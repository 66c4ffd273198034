"""当面、信函、网络、传真等渠道的件数加起来，应等于收到的申请件数。

表三不分渠道，这里只在正文内部核对。改法：核对登记台账，改总数或改分渠道的数字；有其他渠道的补上。
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from drafter.model.diagnostic import Related, Severity
from drafter.model.facts import Facts
from drafter.rules.base import Bad, Finding, Good, Rule
from drafter.rules.claims.places import added, amount, number


def check(facts: Facts) -> Iterator[Finding]:
    """Lists of channels that fall short of what was received."""
    for found in facts.survey.breakdowns:
        total = sum((p.value for p in found.parts), Decimal(0))
        exact = found.total.relation == "eq" and all(p.relation == "eq" for p in found.parts)
        if found.kind != "channel" or not found.closed or not exact or total >= found.total.value:
            continue
        yield Finding(
            found.total.number_span,
            f"收到 {amount(found.total.value)} 件，各渠道 {added(found.parts)}＝{amount(total)}",
            tuple(Related(f"{p.label}：{amount(p.value)}", p.number_span) for p in found.parts),
            found.total.cell,
            expected=number(total),
            actual=number(found.total.value),
        )


RULE = Rule(
    code="C302",
    name="channel-sum",
    severity=Severity.WARNING,
    summary="分渠道的申请件数之和等于收到件数",
    basis=("《中华人民共和国政府信息公开条例》第五十条第（二）项",),
    needs=("claims",),
    check=check,
    examples=(
        Bad(sections={"overview": "收到政府信息公开申请⟦5⟧件，其中当面申请1件、信函申请1件、网络申请2件。"}),
        Good(sections={"overview": "收到政府信息公开申请5件，其中当面申请1件、信函申请2件、网络申请2件。"}),
        Good(sections={"overview": "收到政府信息公开申请5件，其中网络申请2件。"}),
    ),
)
