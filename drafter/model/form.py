"""A year's form as data: sections, tables, labels, identities."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FormSection:
    """A mandated section: `title` without its number; `aliases` are accepted long forms; `old` are titles met in
    practice that are understood but wrong."""

    kind: str
    number: str
    title: str
    aliases: tuple[str, ...] = ()
    old: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FormLabel:
    """A row or column label. `key` completes the address; group labels (`parent` rows such as 不予公开) have an empty key.

    `number` is the ordinal written before it (`1.`, `（一）`, `一、`), `text` the wording without it, `aliases` other
    wordings that are in use and accepted, `short` says that only the beginning need stand.
    """

    key: str
    text: str
    number: str = ""
    aliases: tuple[str, ...] = ()
    group: str = ""


@dataclass(frozen=True, slots=True)
class FormTable:
    """One of the three tables. Rows carry `width` values each, named by `columns` (for `requests` and `review`).

    `disclosure` rows name their own columns in `row_columns`.
    """

    kind: str
    name: str
    rows: tuple[FormLabel, ...]
    columns: tuple[FormLabel, ...] = ()
    row_columns: dict[str, tuple[FormLabel, ...]] | None = None
    heads: tuple[FormLabel, ...] = ()

    def addresses(self) -> tuple[str, ...]:
        """Every cell address of the table, in reading order."""
        if self.row_columns is not None:
            pairs = [(r.key, c.key) for r in self.rows if r.key for c in self.row_columns[r.key]]
        else:
            pairs = [(r.key, c.key) for r in self.rows if r.key for c in self.columns]
        return tuple(".".join((self.kind, *pair)) for pair in pairs)


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


@dataclass(frozen=True, slots=True)
class Form:
    """The form of `year` (2021 or 2019); used for reports on `first_year` up to `last_year` (None: still in force)."""

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
