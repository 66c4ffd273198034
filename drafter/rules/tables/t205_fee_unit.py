"""“行政事业性收费”以万元为单位。把元数直接填进去，数字会大一万倍。

数字带着“元”，或者乡镇、县级部门填了一万（万元）以上的，多半是元。正文用万元、亿元写着同一个数的，不报；
国土、住建、教育一类收费多的部门，填了十万（万元）以上才报。改法：除以 10000，例如 20200 元填 2.02。
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from drafter.model.diagnostic import Severity
from drafter.model.facts import Facts
from drafter.model.table import Cell
from drafter.rules.base import Bad, Finding, Good, Rule
from drafter.rules.form.basis import FORM_2021
from drafter.rules.tables.imbalance import amount

_HUGE = Decimal(10_000)
_RICH = re.compile("自然资源|国土|规划|住房|住建|建设|教育|教体|财政|税务|交通|公安|土地")
"""Departments that take in more than a hundred million yuan in a county: reclamation of land, tuition."""


def check(facts: Facts) -> Iterator[Finding]:
    """The fee cell when it says 元, or when a small body's figure is far beyond what it can collect."""
    cell = facts.report.cell("disclosure.fees.amount")
    if cell is None or not cell.value:
        return
    in_wan = amount(cell.value / 10_000)
    if cell.note.startswith("元"):
        yield _finding(cell, f"收费的单位是万元，这里写的是元：{amount(cell.value)} 元应填 {in_wan}", in_wan)
    elif cell.value >= _HUGE * (10 if _RICH.search(facts.agency) else 1) and _small(facts) and not _told(facts, cell):
        message = (
            f"收费 {amount(cell.value)} 万元超过一亿元，是不是把元当成了万元（{amount(cell.value)} 元应填 {in_wan}）"
        )
        yield _finding(cell, message, in_wan)


def _told(facts: Facts, cell: Cell) -> bool:
    """Whether the prose states the amount, in 万元 or 亿元."""
    value = cell.value or Decimal(0)
    written = [rf"{re.escape(amount(value))}0*万元", rf"{re.escape(amount(value / 10_000))}0*亿元"]
    stated = re.compile(rf"(?<![\d.])(?:{'|'.join(written)})")
    return any(stated.search(view.text.replace(",", "").replace("，", "")) for view in facts.prose.views)


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
    examples=(
        Bad(cells={"disclosure.fees.amount": "⟦20200⟧"}),
        Bad(cells={"disclosure.fees.amount": "⟦350⟧元"}),
        Bad(
            title="云溪县自然资源局2024年政府信息公开工作年度报告",
            cells={"disclosure.fees.amount": "⟦202000⟧"},
        ),
        Good(cells={"disclosure.fees.amount": "2.02"}),
        Good(
            title="云溪县自然资源局2024年政府信息公开工作年度报告",
            cells={"disclosure.fees.amount": "20200"},
        ),
        Good(
            sections={"overview": "全年收取行政事业性收费20,200万元，全部公示。"},
            cells={"disclosure.fees.amount": "20200"},
        ),
        Good(cells={"disclosure.fees.amount": "350万元"}),
    ),
    first_year=2021,
)
