"""What a cell may hold: findings shared by the rules on figures and blanks of the three tables."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from drafter.model.diagnostic import Related, Severity
from drafter.model.facts import Facts
from drafter.model.table import Cell, Table
from drafter.rules.base import Finding
from drafter.rules.tables.imbalance import amount

_AMOUNTS = frozenset({"disclosure.fees.amount"})
_DIFFERENCE = ".change"
"""The column 本年增/减 of the form of 2019: how much more or less than the year before."""
_MOST_NAMED = 8


def impossible(facts: Facts, kind: str) -> Iterator[Finding]:
    """Cells with words, a negative number where no difference is asked for, or a fraction where things are counted."""
    table = facts.report.table(kind)
    for cell in table.cells if table else ():
        name = facts.form.name(cell.address)
        if cell.state == "text":
            message = f"{name}应填数字，这里是“{cell.text}”"
            yield Finding(cell.span, message, cell=cell.address, severity=Severity.WARNING)
        elif cell.value is not None and cell.value < 0 and not cell.address.endswith(_DIFFERENCE):
            yield _wrong(cell, f"{name}不能是负数：{amount(cell.value)}")
        elif cell.value is not None and cell.value % 1 and cell.address not in _AMOUNTS and not _old(table):
            yield _wrong(cell, f"{name}是件数，应填整数，这里是 {amount(cell.value)}")


def _wrong(cell: Cell, message: str) -> Finding:
    value = cell.value or Decimal(0)
    return Finding(cell.span, message, cell=cell.address, actual=float(value) if value % 1 else int(value))


def _old(table: Table | None) -> bool:
    """The form of 2019 holds amounts of money and left cells without figures blank."""
    return table is not None and table.form == "2019"


def unfilled(facts: Facts, kind: str) -> Iterator[Finding]:
    """One finding for all cells of a table that are blank or hold a dash, a slash or 无."""
    table = facts.report.table(kind)
    if table is None or _old(table) or facts.report.form == "2019":
        return
    empty = [c for c in table.cells if c.state in ("blank", "mark")]
    if not empty:
        return
    name = facts.form.table(kind).name
    marks = "、".join(dict.fromkeys(f"“{c.text}”" for c in empty if c.state == "mark"))
    kinds = (
        "空白或填了" + marks
        if marks and any(c.state == "blank" for c in empty)
        else f"填了{marks}"
        if marks
        else "空白"
    )
    whole = len(empty) == len(table.cells)
    count = "整张表都没有数字" if whole else f"有 {len(empty)} 格{kinds}"
    related = tuple(Related(f"{facts.form.name(c.address)}", c.span) for c in empty[1:_MOST_NAMED])
    more = f"（这里列出前 {_MOST_NAMED} 格）" if len(empty) > _MOST_NAMED else ""
    yield Finding(empty[0].span, f"{name}{count}；没有发生的也要填 0{more}", related, empty[0].address)
