"""“（六）其他处理—3.其他”只放归不进前面各项的结果，例如申请人撤回。占到办理总数的三成以上，多半是没有细分。

改法：按实际办理结果归入（一）至（五）；确属“其他”的不必改。
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from drafter.model.diagnostic import Related, Severity
from drafter.model.facts import Facts
from drafter.rules.base import Bad, Finding, Good, Rule
from drafter.rules.form.basis import FORM_2021
from drafter.rules.tables.imbalance import amount

_SHARE = Decimal("0.3")
_FEWEST = 10


def check(facts: Facts) -> Iterator[Finding]:
    """Whether the last outcome holds too great a part of all."""
    other, total = facts.report.cell("requests.other.other.total"), facts.report.cell("requests.total.total")
    if other is None or total is None or not other.value or not total.value:
        return
    if total.value >= _FEWEST and other.value > _SHARE * total.value:
        yield Finding(
            other.span,
            f"办理结果共 {amount(total.value)} 件，{amount(other.value)} 件归入“其他处理·其他”；请看是否应归入前面各项",
            (Related(facts.form.name(total.address), total.span),),
            other.address,
        )


RULE = Rule(
    code="T306",
    name="other-share",
    severity=Severity.INFO,
    summary="“其他处理·其他”占比过高，请看是否没有细分",
    basis=(f"{FORM_2021}表三",),
    needs=("tables.requests",),
    check=check,
    reach="tables",
    examples=(
        Bad(cells={"requests.other.other.total": "⟦6⟧", "requests.total.total": "12"}),
        Good(),
        Good(cells={"requests.other.other.total": "3", "requests.total.total": "12"}),
    ),
)
