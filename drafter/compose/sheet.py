"""Table forms filled in as a workbook or as comma-separated text, read as documents."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from decimal import Decimal
from pathlib import PurePath
from typing import Any

from drafter.compose.formulas import understood, value_at
from drafter.compose.scribe import plain
from drafter.model.document import Document
from drafter.model.problem import Problem, UnreadableInput
from drafter.ooxml.package import open_package
from drafter.read.decode import decode
from drafter.read.flow import Chunk, Item, Para, Slot, Tabular, lay_out
from drafter.read.limits import check_cells, check_size

SUFFIXES = frozenset({".xlsx", ".xlsm", ".csv"})

_WIDE, _LABELS = 10, 3
"""Columns of table three, and how many of them hold its labels."""


def read_sheet(data: bytes, name: str) -> Document:
    """A workbook (.xlsx, .xlsm) or .csv as a document of tables; every sheet is one.

    Raises UnreadableInput; Problem when openpyxl is not installed.
    """
    tables = _csv(data) if PurePath(name).suffix.lower() == ".csv" else list(_workbook(data))
    source, blocks = lay_out(tables)
    return Document(name, source, blocks, PurePath(name).suffix.lower().lstrip("."))


def _csv(data: bytes) -> list[Item]:
    text, _ = decode(data)
    try:
        dialect: Any = csv.Sniffer().sniff(text[:4000], ",\t;")
    except csv.Error:
        dialect = csv.excel
    rows = csv.reader(io.StringIO(text), dialect)
    slots = [_slot(r, c, 1, 1, row[c]) for r, row in enumerate(rows) for c in _fields(row)]
    return [Tabular(tuple(slots))]


def _fields(row: list[str]) -> Iterator[int]:
    """The fields that count: the label of table three is merged over three, of which two are empty here."""
    labelled = len(row) >= _WIDE and any(words and not words.isdigit() for words in row[:_LABELS])
    return (c for c, words in enumerate(row) if words or c >= _LABELS or not labelled)


def _workbook(data: bytes) -> Iterator[Item]:
    check_size(data)
    open_package(data)  # refuses what is damaged, encrypted or blown up before it is unpacked
    for sheet, cached in zip(_load(data, values=False), _load(data, values=True), strict=True):
        if sheet.sheet_state == "visible":
            check_cells(sheet.max_row * sheet.max_column)
            yield Tabular(tuple(_slots(sheet, cached)))


def _load(data: bytes, *, values: bool) -> list[Any]:
    try:
        from openpyxl import load_workbook
    except ImportError as error:
        raise Problem("missing_extra", "读写 xlsx 需要 openpyxl：请安装 drafter[xlsx]") from error
    try:
        return list(load_workbook(io.BytesIO(data), data_only=values).worksheets)
    except Exception as error:  # openpyxl lets whatever its parsers meet through
        raise UnreadableInput("damaged", "工作簿打不开；请在 Excel、WPS 或 LibreOffice 里另存为 .xlsx 再试") from error


def _slots(sheet: Any, cached: Any) -> Iterator[Slot]:
    raw = {(c.row, c.column): c.value for row in sheet.iter_rows() for c in row}
    spans = {(m.min_row, m.min_col): (m.max_row, m.max_col) for m in sheet.merged_cells.ranges}
    covered = {
        (r, c)
        for (top, left), (bottom, right) in spans.items()
        for r in range(top, bottom + 1)
        for c in range(left, right + 1)
    } - spans.keys()
    for row, column in sorted(raw.keys() - covered):
        bottom, right = spans.get((row, column), (row, column))
        words = _words(raw, row, column, cached.cell(row, column).value)
        yield _slot(row - 1, column - 1, bottom - row + 1, right - column + 1, words)


def _words(raw: dict[tuple[int, int], object], row: int, column: int, cached: object) -> str:
    """A formula that can be worked out here is, so that a stale or missing result does no harm."""
    found = raw[row, column]
    if isinstance(found, str) and found.startswith("=") and not understood(found):
        raw = {(row, column): cached}
    value = value_at(raw, row, column)
    return "" if value is None else str(plain(value))


def _slot(row: int, column: int, rows: int, columns: int, words: str) -> Slot:
    return Slot(row, column, rows, columns, (Para((Chunk(words),)),) if words else ())


def number_or_blank(value: Decimal | None) -> int | float | None:
    """A figure as a spreadsheet stores it."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)
