"""Evaluates table equations."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from drafter.model.form import Identity
from drafter.model.report import Report
from drafter.model.table import Cell, Table


@dataclass(frozen=True, slots=True)
class Balance:
    """An identity tried on a table: both sums and the cells that went in. `unknown` says in Chinese why it cannot be
    decided; empty otherwise. `blanks` counts blank cells, taken as nothing."""

    identity: Identity
    left: Decimal
    right: Decimal
    left_cells: tuple[Cell, ...]
    right_cells: tuple[Cell, ...]
    unknown: str = ""
    blanks: int = 0

    @property
    def holds(self) -> bool:
        """Whether the two sides agree."""
        return not self.unknown and self.left == self.right


def balances(table: Table, identities: tuple[Identity, ...]) -> tuple[Balance, ...]:
    """Every identity of `table`, evaluated."""
    cells = {c.address: c for c in table.cells}
    return tuple(_balance(identity, cells) for identity in identities if identity.table == table.kind)


@dataclass(frozen=True, eq=False)
class Balances:
    """The identities of a report's tables, evaluated when first asked for."""

    report: Report
    identities: tuple[Identity, ...]

    @cached_property
    def _by_kind(self) -> dict[str, tuple[Balance, ...]]:
        return {table.kind: balances(table, self.identities) for table in self.report.tables}

    def of(self, kind: str) -> tuple[Balance, ...]:
        """Those of one table; none where it was not found."""
        return self._by_kind.get(kind, ())

    def tried(self) -> tuple[int, int]:
        """How many hold, of how many that can be decided."""
        decided = [b for every in self._by_kind.values() for b in every if not b.unknown]
        return sum(b.holds for b in decided), len(decided)


def _balance(identity: Identity, cells: dict[str, Cell]) -> Balance:
    left, lost_left = _gather(identity.left, cells)
    right, lost_right = _gather(identity.right, cells)
    used = (*left, *right)
    unknown = ""
    if lost_left or lost_right or not left or not right:
        unknown = "有的行或列没有找到"
    elif any(c.state in ("unread", "text") for c in used):
        unknown = "有的格没有读出数字"
    elif any(c.value is None for c in left):
        unknown = "总计一格没有填"
    elif all(c.value is None for c in right):
        unknown = "各分项都没有填"
    return Balance(identity, _sum(left), _sum(right), left, right, unknown, sum(c.value is None for c in used))


def _gather(addresses: tuple[str, ...], cells: dict[str, Cell]) -> tuple[tuple[Cell, ...], bool]:
    """The cells, and whether any is missing. A group that stands as one row (其他处理 in the older form) replaces its
    parts."""
    found: dict[str, Cell] = {}
    lost = False
    for address in addresses:
        table, *row, column = address.split(".")
        group = ".".join((table, row[0], column))
        if address in cells:
            found[address] = cells[address]
        elif len(row) > 1 and group in cells:
            found[group] = cells[group]
        else:
            lost = True
    return tuple(found.values()), lost


def _sum(cells: tuple[Cell, ...]) -> Decimal:
    return sum((c.value for c in cells if c.value is not None), Decimal(0))
