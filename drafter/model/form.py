"""A year's form as data: sections, tables, labels, identities."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

_ORGANISATION = ("business", "research", "nonprofit", "legal", "other")


@dataclass(frozen=True, slots=True, eq=False)
class FormSection:
    """A mandated section: `title` without its number; `aliases` are accepted long forms; `old` are titles met in
    practice that are understood but wrong.

    Compared and hashed by identity, as forms are.
    """

    kind: str
    number: str
    title: str
    aliases: tuple[str, ...] = ()
    old: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class FormLabel:
    """A printed label of a table. Compared and hashed by identity, as forms are.

    `role` is `row`, `column`, `head` (a heading without cells of its own) or `item`. `key` completes the address, empty
    for group rows such as 不予公开, which carry `group`, the prefix of their rows' keys. `number` is the ordinal
    printed before it (`1.`, `（一）`, `一、`), `text` the wording without it, `aliases` other accepted wordings,
    `name` the short name for messages. `columns` are the column keys of a `disclosure` row.
    """

    role: str
    text: str
    key: str = ""
    number: str = ""
    aliases: tuple[str, ...] = ()
    group: str = ""
    name: str = ""
    columns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FormTable:
    """One of the three tables; `labels` are all its labels in print order, `corner` the note printed in its corner."""

    kind: str
    name: str
    labels: tuple[FormLabel, ...]
    corner: str = ""

    def rows(self) -> tuple[FormLabel, ...]:
        """The rows that hold cells, in order."""
        return tuple(label for label in self.labels if label.role == "row" and label.key)

    def columns(self) -> tuple[FormLabel, ...]:
        """The column labels, in order."""
        return tuple(label for label in self.labels if label.role == "column")

    def columns_of(self, row: FormLabel) -> tuple[str, ...]:
        """The column keys of a row."""
        return row.columns or tuple(c.key for c in self.columns())

    def addresses(self) -> tuple[str, ...]:
        """Every cell address of the table, in reading order."""
        return tuple(f"{self.kind}.{r.key}.{c}" for r in self.rows() for c in self.columns_of(r))


@dataclass(frozen=True, slots=True)
class Identity:
    """An equation between cells: the sum of `left` equals (or is at least) the sum of `right`.

    `code` is the rule that reports it; `relation` eq or ge; `scope` names the row or column for the message.
    `minus` are addresses taken off the right side.
    """

    code: str
    table: str
    scope: str
    left: tuple[str, ...]
    right: tuple[str, ...]
    minus: tuple[str, ...] = ()
    relation: str = "eq"


@dataclass(frozen=True, slots=True, eq=False)
class Form:
    """The form of `year` (2021 or 2019); used for reports on `first_year` up to `last_year` (None: still in force).

    A form is itself alone: compared and hashed by identity.
    """

    year: str
    first_year: int
    last_year: int | None
    basis: str
    sections: tuple[FormSection, ...]
    subsections: tuple[FormSection, ...]
    tables: tuple[FormTable, ...]
    identities: tuple[Identity, ...]
    names: dict[str, str]

    def table(self, kind: str) -> FormTable:
        """The table of that kind. Raises KeyError."""
        for table in self.tables:
            if table.kind == kind:
                return table
        raise KeyError(kind)

    def name(self, address: str) -> str:
        """The Chinese name of a cell or named sum, such as 表三“本年新收·总计”."""
        return self.names.get(address, address)

    def sum_name(self, addresses: Sequence[str]) -> str:
        """The Chinese name of cells added up: of one, 法人或其他组织 of a row, or several joined by 加."""
        if tuple(a.rsplit(".", 1)[-1] for a in addresses) == _ORGANISATION:
            return self.name(addresses[0]).rsplit("·", 1)[0] + "·法人或其他组织”"
        return "加".join(map(self.name, addresses))
