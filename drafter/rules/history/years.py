"""Last year's report of the same agency, and whether it is that."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from drafter.model.facts import Facts
from drafter.model.table import Cell


def one_year_apart(facts: Facts) -> bool:
    """Whether the earlier report is the one of the year before."""
    previous = facts.previous
    return previous is not None and facts.year is not None and previous.report.year == facts.year - 1


def last_cell(facts: Facts, address: str) -> Cell | None:
    """A cell of the earlier report."""
    return facts.previous.report.cell(address) if facts.previous else None


def last_sum(facts: Facts, addresses: Sequence[str]) -> Decimal | None:
    """The sum of cells or of sums over two cells in the earlier report; None where one is missing."""
    total = Decimal(0)
    for address in addresses:
        parts = [address]
        if address.startswith("review.litigation."):
            parts = [address.replace("litigation", row) for row in ("litigation_direct", "litigation_after")]
        for part in parts:
            cell = last_cell(facts, part)
            if cell is None or cell.value is None:
                return None
            total += cell.value
    return total
