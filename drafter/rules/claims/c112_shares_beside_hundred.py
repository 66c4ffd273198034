"""列全了的百分比（末项是“其他”）加起来应是 100%，四舍五入造成的零头不算。

改法：核对各项占比，改写错的一项。
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from drafter.model.diagnostic import Related, Severity
from drafter.model.facts import Facts
from drafter.rules.base import Bad, Finding, Good, Rule
from drafter.rules.claims.places import added, amount

_HUNDRED = Decimal(100)


def check(facts: Facts) -> Iterator[Finding]:
    """Shares of everything that come to more or less than the whole."""
    for shares in facts.survey.hundreds:
        total = sum((s.value for s in shares), Decimal(0))
        # Each is rounded by half a unit of its last decimal at most.
        room = sum((Decimal((0, (5,), -1 - _places(s.value))) for s in shares), Decimal(0))
        if abs(total - _HUNDRED) <= room:
            continue
        yield Finding(
            shares[-1].number_span,
            f"各项占比 {added(shares)}＝{amount(total)}%，应为 100%",
            tuple(Related(f"{s.label}{amount(s.value)}%", s.number_span) for s in shares[:-1]),
            expected=100,
            actual=float(total),
        )


def _places(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return -exponent if isinstance(exponent, int) and exponent < 0 else 0


RULE = Rule(
    code="C112",
    name="shares-beside-hundred",
    severity=Severity.WARNING,
    summary="列全了的占比加起来是 100%",
    basis=("国办公开办函〔2021〕30号",),
    needs=("claims",),
    check=check,
    reach="claims",
    examples=(
        Bad(
            sections={
                "overview": "按事项分，征地批文的占45.2%，规划许可的占38.5%，不动产登记的占16.0%，其他占⟦10.3%⟧。"
            }
        ),
        Good(
            sections={"overview": "按事项分，征地批文的占45.2%，规划许可的占28.5%，不动产登记的占16.0%，其他占10.3%。"}
        ),
        Good(sections={"overview": "按事项分，征地占33.3%，规划占33.3%，其他占33.3%。"}),
        Good(sections={"overview": "征地类占45.2%，规划类占28.5%，均比上年提高。"}),
    ),
)
