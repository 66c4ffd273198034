"""2024 年起，对“不予公开”不服的，要先申请行政复议，再起诉（复议前置）。“未经复议直接起诉”应是其他类型的案件，
例如不服不予处理、无法提供的答复。

这条只作提示，默认不开；用 --extend-select T405 打开。
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.model.diagnostic import Severity
from drafter.model.facts import Facts
from drafter.rules.base import Bad, Finding, Good, Rule
from drafter.rules.tables.imbalance import amount


def check(facts: Facts) -> Iterator[Finding]:
    """Direct court cases, which the law has made the exception."""
    cell = facts.report.cell("review.litigation_direct.total")
    if cell is not None and cell.value:
        message = f"未经复议直接起诉 {amount(cell.value)} 件；不服“不予公开”的应先复议，请核对案件类型"
        yield Finding(cell.span, message, cell=cell.address)


RULE = Rule(
    code="T405",
    name="direct-court",
    severity=Severity.INFO,
    summary="2024 年起不服“不予公开”应先复议",
    basis=("《中华人民共和国行政复议法》第二十三条",),
    needs=("tables.review",),
    check=check,
    reach="tables",
    examples=(
        Bad(cells={"review.litigation_direct.upheld": "3", "review.litigation_direct.total": "⟦3⟧"}),
        Good(),
    ),
    first_year=2024,
    default=False,
)
