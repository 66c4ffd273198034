"""收费以万元为单位时，一分钱是小数点后第六位，再往后就没有意义了；末尾补的许多 0 也不好读。

改法：按实收金额折算，去掉多余的小数位。
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.model.diagnostic import Edit, Fix, Safety, Severity
from drafter.model.facts import Facts
from drafter.rules.base import Bad, Finding, Good, Rule
from drafter.rules.form.basis import FORM_2021
from drafter.rules.tables.imbalance import amount

_CENT = 6


def check(facts: Facts) -> Iterator[Finding]:
    """A fee with more decimals than money has."""
    cell = facts.report.cell("disclosure.fees.amount")
    if cell is None or cell.value is None or "." not in cell.text:
        return
    decimals = cell.text.rsplit(".", 1)[1]
    if len(decimals) <= _CENT:
        return
    short = amount(cell.value)
    fix = Fix(f"写作 {short}", (Edit(cell.span, short),), Safety.DISPLAY)
    yield Finding(
        cell.span, f"收费 {cell.text} 有 {len(decimals)} 位小数；万元的第六位小数已是一分钱", cell=cell.address, fix=fix
    )


RULE = Rule(
    code="T206",
    name="fee-decimals",
    severity=Severity.INFO,
    summary="收费的小数不超过六位",
    basis=(f"{FORM_2021}表二",),
    needs=("tables.disclosure",),
    check=check,
    reach="tables",
    examples=(
        Bad(cells={"disclosure.fees.amount": "⟦282.10000000⟧"}),
        Good(cells={"disclosure.fees.amount": "282.1"}),
        Good(cells={"disclosure.fees.amount": "4166.214619"}),
    ),
)
