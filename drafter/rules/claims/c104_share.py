"""百分比按正文自己给的数字重算，差得多（超过 0.05 个百分点，或者超过写出位数的一半）就报。

分母可能是收到数、办结数、应办数或者本组各项之和，只要有一个对得上就不报。改法：按所写的分子、分母重新计算，或者写明分母是什么。
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from drafter.model.claim import Figure, Share
from drafter.model.diagnostic import Related, Severity
from drafter.model.facts import Facts
from drafter.rules.base import Bad, Finding, Good, Rule
from drafter.rules.claims.places import amount

_LEAST = Decimal("0.05")
_HUNDRED = Decimal(100)


def check(facts: Facts) -> Iterator[Finding]:
    """Percentages that no total in sight explains."""
    for share in facts.survey.shares:
        if share.relation != "eq" or share.part.relation != "eq" or any(w.relation != "eq" for w in share.wholes):
            continue
        wholes = [w.value for w in share.wholes] + [b for b in (_list_sum(facts, share), _due(facts)) if b]
        tolerance = max(_LEAST, Decimal(10) ** -share.places / 2)
        if any(abs(share.part.value * _HUNDRED / whole - share.percent) <= tolerance for whole in wholes if whole):
            continue
        whole = share.wholes[0]
        right = share.part.value * _HUNDRED / whole.value
        yield Finding(
            share.span,
            f"{amount(share.part.value)}÷{amount(whole.value)}＝{right:.2f}%，文中写 {amount(share.percent)}%",
            _places(share.part, whole),
            expected=round(float(right), 2),
            actual=float(share.percent),
        )


def _list_sum(facts: Facts, share: Share) -> Decimal | None:
    """The sum of the list the part stands in."""
    for found in facts.survey.breakdowns:
        if share.part in found.parts:
            return sum((p.value for p in found.parts), Decimal(0))
    return None


def _due(facts: Facts) -> Decimal | None:
    """All applications that were to be dealt with, by table three."""
    cells = [facts.report.cell(f"requests.{row}.total") for row in ("new", "carried_in")]
    values = [c.value for c in cells if c is not None and c.value is not None]
    return sum(values, Decimal(0)) if len(values) == len(cells) else None


def _places(part: Figure, whole: Figure) -> tuple[Related, ...]:
    return (
        Related(f"分子：{amount(part.value)}", part.number_span),
        Related(f"分母：{amount(whole.value)}", whole.number_span),
    )


RULE = Rule(
    code="C104",
    name="share-miscalculated",
    severity=Severity.ERROR,
    summary="百分比与所写的分子、分母相符",
    basis=("国办公开办函〔2021〕30号",),
    needs=("claims",),
    check=check,
    examples=(
        Bad(
            sections={"overview": "2024年新收政府信息公开申请5件，其中自然人4件，⟦占85%⟧；法人或其他组织1件，占20%。"},
        ),
        Bad(sections={"overview": "办结政府信息公开申请5件，其中予以公开3件，⟦占62.5%⟧。"}),
        Good(sections={"overview": "2024年新收政府信息公开申请5件，其中自然人4件，占80%；法人或其他组织1件，占20%。"}),
        Good(sections={"overview": "办结政府信息公开申请6件，其中予以公开1件，占16.67%；部分公开1件，占17%。"}),
    ),
)
