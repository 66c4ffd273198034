"""Which change of one figure, or exchange of two in a row, would make most equations of a table hold.

A figure stands in the equation of its row and in those of its column, so that a single wrong figure breaks two or three
at once and nothing else mends them all without breaking others.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from drafter.model.balance import Balance
from drafter.model.table import Cell


@dataclass(frozen=True, slots=True)
class Repair:
    """New values by address; `mends` counts the equations that hold thereby."""

    values: tuple[tuple[str, Decimal], ...]
    mends: int

    @property
    def swap(self) -> bool:
        """Whether two figures change places."""
        return len(self.values) == 2


@dataclass(frozen=True, slots=True)
class _Equation:
    """Signs of its cells and what is left of the left side less the right side: zero when it holds."""

    signs: Mapping[str, int]
    rest: Decimal


def likeliest_repair(tried: tuple[Balance, ...]) -> Repair | None:
    """The one repair that mends two equations or more, more than any other, and breaks none."""
    known = [b for b in tried if not b.unknown]
    cells = {c.address: c for b in known for c in (*b.left_cells, *b.right_cells)}
    equations = [_equation(b) for b in known]
    change = _best(_single(equations, cells), equations) or _best(_swaps(equations, cells), equations)
    if change is None:
        return None
    values = tuple((address, (cells[address].value or Decimal(0)) + by) for address, by in change.items())
    return Repair(values, _mended(change, equations))


def _equation(balance: Balance) -> _Equation:
    signs = {c.address: 1 for c in balance.left_cells} | {c.address: -1 for c in balance.right_cells}
    return _Equation(signs, balance.left - balance.right)


def _single(equations: list[_Equation], cells: Mapping[str, Cell]) -> Iterator[dict[str, Decimal]]:
    """Every change of one cell, as the amount added, that makes some failing equation hold."""
    tried = set()
    for equation in equations:
        for address, sign in equation.signs.items() if equation.rest else ():
            value = (cells[address].value or Decimal(0)) - sign * equation.rest
            if value >= 0 and (address, value) not in tried:
                tried.add((address, value))
                yield {address: value - (cells[address].value or Decimal(0))}


def _swaps(equations: list[_Equation], cells: Mapping[str, Cell]) -> Iterator[dict[str, Decimal]]:
    """Exchanges of two unequal figures of one row that touch a failing equation."""
    broken = {a for e in equations if e.rest for a in e.signs}
    addresses = [a for a, c in cells.items() if c.value is not None and a in broken and not a.endswith(".total")]
    for i, first in enumerate(addresses):
        for second in addresses[i + 1 :]:
            if first.rsplit(".", 1)[0] == second.rsplit(".", 1)[0]:
                gap = (cells[second].value or Decimal(0)) - (cells[first].value or Decimal(0))
                if gap:
                    yield {first: gap, second: -gap}


def _best(changes: Iterator[dict[str, Decimal]], equations: list[_Equation]) -> dict[str, Decimal] | None:
    """The change that mends two equations or more, and more than any other does."""
    scored = sorted(((_mended(change, equations), i, change) for i, change in enumerate(changes)), key=lambda s: -s[0])
    if not scored or scored[0][0] < 2 or (len(scored) > 1 and scored[1][0] == scored[0][0]):
        return None
    return scored[0][2]


def _mended(change: Mapping[str, Decimal], equations: list[_Equation]) -> int:
    """How many failing equations hold after the change; -1 when one that held fails."""
    count = 0
    for equation in equations:
        moved = sum((equation.signs.get(a, 0) * by for a, by in change.items()), Decimal(0))
        if moved and not equation.rest:
            return -1
        count += bool(moved) and equation.rest + moved == 0
    return count
