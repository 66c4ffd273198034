"""“行政事业性收费”以万元为单位。把元数直接填进去，数字会大一万倍。

数字带着“元”，或者乡镇、县级部门填了一万（万元）以上的，多半是元。改法：除以 10000，例如 20200 元填 2.02。
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from drafter.model.diagnostic import Severity
from drafter.model.facts import Facts
from drafter.model.table import Cell
from drafter.rules.base import Bad, Finding, Good, Rule
from drafter.rules.form.basis import FORM_2021
from drafter.rules.tables.imbalance import amount

_HUGE = Decimal(10_000)


def check(facts: Facts) -> Iterator[Finding]:
    """The fee cell when it says 元, or when a small body's figure is far beyond what it can collect."""
    cell = facts.report.cell("disclosure.fees.amount")
    if cell is None or not cell.value:
        return
    in_wan = amount(cell.value / 10_000)
    if cell.note.startswith("元"):
        yield _finding(cell, f"收费的单位是万元，这里写的是元：{amount(cell.value)} 元应填 {in_wan}", in_wan)
    elif cell.value >= _HUGE and _small(facts):
        message = (
            f"收费 {amount(cell.value)} 万元超过一亿元，是不是把元当成了万元（{amount(cell.value)} 元应填 {in_wan}）"
        )
        yield _finding(cell, message, in_wan)


def _finding(cell: Cell, message: str, expected: str) -> Finding:
    return Finding(cell.span, message, cell=cell.address, expected=expected, actual=float(cell.value or 0))


def _small(facts: Facts) -> bool:
    kind, level = facts.report.kind, facts.config.level or facts.report.level
    return kind in ("township", "subdistrict") or (kind == "department" and level == "county")


RULE = Rule(
    code="T205",
    name="fee-unit",
    severity=Severity.WARNING,
    summary="表二收费以万元为单位",
    basis=(f"{FORM_2021}表二“本年收费金额（单位：万元）”",),
    needs=("tables.disclosure",),
    check=check,
    reach="tables",
    examples=(
        Bad(cells={"disclosure.fees.amount": "⟦20200⟧"}),
        Bad(cells={"disclosure.fees.amount": "⟦350⟧元"}),
        Good(cells={"disclosure.fees.amount": "2.02"}),
        Good(cells={"disclosure.fees.amount": "350万元"}),
    ),
    first_year=2021,
)
