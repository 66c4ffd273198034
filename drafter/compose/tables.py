"""The year's tables out of any container, checked before anything is composed from them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import PurePath

from drafter.compose.sheet import SUFFIXES, read_sheet
from drafter.model.balance import balances
from drafter.model.document import Document
from drafter.model.form import Form
from drafter.model.problem import UnreadableInput
from drafter.model.report import TABLE_KINDS
from drafter.model.span import Span
from drafter.model.table import Cell, Table
from drafter.parse.report import parse_report
from drafter.read.open import read_document

_SUMS = ("T302", "T303", "T401")


@dataclass(frozen=True, slots=True)
class Filled:
    """Tables as taken over: `cells` by address for every cell of the form, None where blank. `contradictions` say in
    Chinese what cannot be right, `notes` what was left open or worked out."""

    cells: dict[str, Decimal | None]
    contradictions: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def read_tables(data: bytes, name: str) -> Document:
    """A document of any kind that may hold the tables, spreadsheets included. Raises UnreadableInput or Problem."""
    if PurePath(name).suffix.lower() in SUFFIXES:
        return read_sheet(data, name)
    return read_document(data, name)


def take_tables(document: Document, form: Form, *, blank_is_zero: bool = False) -> Filled:
    """The tables of `document`. Raises UnreadableInput when there is none."""
    tables = parse_report(document, (form,)).tables
    if not tables:
        raise UnreadableInput(
            "no_tables",
            "没有找到三张统计表；可用 drafter new --blank-tables 表.xlsx 取得空白表样，填好再用 --tables 给出",
        )
    cells = {c.address: c for t in tables for c in t.cells}
    values = {a: _value(cells.get(a), blank_is_zero) for a in _addresses(form)}
    filled = _with_sums(values, form)
    contradictions = [*_unreadable(tables, form), *_impossible(filled, form), *_unbalanced(filled, form)]
    return Filled(filled, tuple(contradictions), tuple(_notes(tables, values, filled, form)))


def blank_cells(form: Form) -> dict[str, Decimal | None]:
    """Every cell of the form, blank."""
    return dict.fromkeys(_addresses(form))


def _addresses(form: Form) -> Iterator[str]:
    for kind in TABLE_KINDS:
        yield from form.table(kind).addresses()


def _value(cell: Cell | None, blank_is_zero: bool) -> Decimal | None:
    if cell is None:
        return None
    return Decimal(0) if cell.state == "blank" and blank_is_zero else cell.value


def _with_sums(values: dict[str, Decimal | None], form: Form) -> dict[str, Decimal | None]:
    """Totals that were left blank though all their parts are there."""
    filled = dict(values)
    for identity in form.identities:
        if identity.code in _SUMS and len(identity.left) == 1 and filled[identity.left[0]] is None:
            parts = [filled[a] for a in identity.right]
            if None not in parts:
                filled[identity.left[0]] = sum((p for p in parts if p is not None), Decimal(0))
    return filled


def _unreadable(tables: tuple[Table, ...], form: Form) -> Iterator[str]:
    for table in tables:
        if table.form != form.year:
            yield f"{form.table(table.kind).name}用的是 {table.form} 年的旧表样，请改用现行表样"
        yield from table.problems
        for cell in table.cells:
            if cell.state in ("text", "mark"):
                yield f"{form.name(cell.address)}写的是“{cell.text}”，请填数字；没有就填 0"


def _impossible(cells: dict[str, Decimal | None], form: Form) -> Iterator[str]:
    for address, value in cells.items():
        if value is not None and value < 0:
            yield f"{form.name(address)}是负数 {value}，请核对"
        elif value is not None and value % 1 and not address.endswith(".amount"):
            yield f"{form.name(address)}是 {value}，件数应当是整数，请核对"


def _unbalanced(cells: dict[str, Decimal | None], form: Form) -> Iterator[str]:
    for kind in TABLE_KINDS:
        for balance in balances(as_table(kind, cells, form), form.identities):
            if not balance.unknown and not balance.holds:
                left, right = (
                    "＋".join(f"{form.name(c.address)}{c.value}" for c in side if c.value)
                    for side in (balance.left_cells, balance.right_cells)
                )
                yield f"{left or '0'}，合计 {balance.left}；{right or '各项均为 0'}，合计 {balance.right}：两边应当相等"


def as_table(kind: str, cells: dict[str, Decimal | None], form: Form) -> Table:
    """Figures as a table, for the equations."""
    nowhere = Span(0, 0)
    return Table(
        kind,
        nowhere,
        tuple(
            Cell(
                a,
                nowhere,
                "" if cells[a] is None else str(cells[a]),
                cells[a],
                "blank" if cells[a] is None else "number",
            )
            for a in form.table(kind).addresses()
        ),
    )


def _notes(
    tables: tuple[Table, ...], given: dict[str, Decimal | None], filled: dict[str, Decimal | None], form: Form
) -> Iterator[str]:
    found = {t.kind for t in tables}
    for kind in TABLE_KINDS:
        name = form.table(kind).name
        addresses = form.table(kind).addresses()
        if kind not in found:
            yield f"没有找到{name}，留空待填"
            continue
        summed = sum(given[a] is None and filled[a] is not None for a in addresses)
        if summed:
            yield f"{name}有 {summed} 个总计没有填，已由各项相加得出"
        blank = [a for a in addresses if filled[a] is None]
        if blank:
            first = form.name(blank[0])
            yield f"{name}有 {len(blank)} 格没有填（如{first}），留空待填；没有发生的请填 0，或加 --blank-is-zero"
