"""Tables with addressed cells."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property

from drafter.model.span import Span


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: `text` as it stands at `span`, `value` the number or None.

    `state` is `number`, `blank`, `mark` (a dash, slash or 无 in place of a number), `text` (not a number) or `unread`
    (the figures could not be told apart; `value` is None and the cell must not be checked).
    `note` says what else stood in the cell, such as 其中修订16件.
    """

    address: str
    span: Span
    text: str
    value: Decimal | None
    state: str = "number"
    note: str = ""


@dataclass(frozen=True, slots=True)
class Label:
    """A row or column label as found: `expected` is the form's wording, `exact` whether it stands so.

    `likeness` is 100 for equal texts. `key` is the row or column of the address it belongs to.
    """

    key: str
    span: Span
    expected: str
    exact: bool
    likeness: float = 100.0


@dataclass(frozen=True)
class Table:
    """A table of the form. `layout` is grid, tabbed, piped, stacked, spaced or glued; `form` the form year it follows.

    `missing_rows` and `missing_columns` are keys the form has and the text lacks; `problems` say in Chinese what could
    not be read and why.
    """

    kind: str
    span: Span
    cells: tuple[Cell, ...]
    labels: tuple[Label, ...] = ()
    layout: str = "grid"
    form: str = "2021"
    missing_rows: tuple[str, ...] = ()
    missing_columns: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()

    @cached_property
    def _by_address(self) -> dict[str, Cell]:
        return {c.address: c for c in reversed(self.cells)}

    def cell(self, address: str) -> Cell | None:
        """The cell at an address, where it was found."""
        return self._by_address.get(address)

    def shifted(self, by: int) -> Table:
        """The same table `by` code points further on."""
        if not by:
            return self
        cells = (Cell(c.address, c.span.shifted(by), c.text, c.value, c.state, c.note) for c in self.cells)
        labels = (Label(n.key, n.span.shifted(by), n.expected, n.exact, n.likeness) for n in self.labels)
        return replace(self, span=self.span.shifted(by), cells=tuple(cells), labels=tuple(labels))

    def values(self) -> dict[str, Decimal]:
        """Address to number, for the cells that hold one."""
        return {c.address: c.value for c in self.cells if c.value is not None}
