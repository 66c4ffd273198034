"""Paragraphs and tables as a reader finds them, and their one way into text and blocks.

Every container gives the same text: paragraphs are parted by an invented line break, the cells of a row by an invented
tab, the rows of a table by an invented line break. A merged cell stands once, where it begins.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from drafter.model.block import Block, Grid, GridCell, Paragraph
from drafter.model.source import Builder, SourceText
from drafter.model.span import Span
from drafter.read.limits import check_cells, check_text

_PROSE = 160
"""A cell with more code points than this holds prose; the longest label of the form has about 40."""
_LAYOUT_CELLS = 8
"""A table around other tables is page layout unless it has at least so many filled cells of its own."""


@dataclass(frozen=True, slots=True)
class Chunk:
    """Some text and where it stands in `part`, in the container's units; `start` -1 marks invented text."""

    text: str
    part: str = ""
    start: int = -1
    end: int = -1
    linear: bool = True


@dataclass(frozen=True, slots=True)
class Para:
    """A paragraph; a chunk that is a single line feed breaks the line."""

    chunks: tuple[Chunk, ...]
    style: str = ""
    heading: int = 0
    layer: str = "body"

    @property
    def length(self) -> int:
        """Code points."""
        return sum(len(chunk.text) for chunk in self.chunks)

    @property
    def text(self) -> str:
        """The words."""
        return "".join(chunk.text for chunk in self.chunks)


@dataclass(frozen=True, slots=True)
class Slot:
    """A cell of a table with what stands in it."""

    row: int
    column: int
    row_span: int
    column_span: int
    items: tuple[Item, ...]

    @property
    def nested(self) -> bool:
        """Whether a table stands in it."""
        return any(isinstance(item, Tabular) for item in self.items)

    @property
    def length(self) -> int:
        """Code points of its own paragraphs."""
        return sum(item.length for item in self.items if isinstance(item, Para))


@dataclass(frozen=True, slots=True)
class Tabular:
    """A table; slots are ordered by row, then column."""

    slots: tuple[Slot, ...]
    layer: str = "body"

    @property
    def is_layout(self) -> bool:
        """Whether it only arranges a page: a single cell, or a frame around other tables."""
        if len(self.slots) == 1:
            return True
        filled = sum(1 for slot in self.slots if slot.length and not slot.nested)
        return any(slot.nested for slot in self.slots) and filled < _LAYOUT_CELLS


Item = Para | Tabular


def lay_out(items: Iterable[Item]) -> tuple[SourceText, tuple[Block, ...]]:
    """Text and blocks of what was read, in order. Raises UnreadableInput when there is too much of it."""
    layout = _Layout()
    for item in items:
        layout.item(item)
    return layout.builder.build(), tuple(layout.blocks)


class _Layout:
    def __init__(self) -> None:
        self.builder = Builder()
        self.blocks: list[Block] = []
        self._cells = 0
        self._begun = False

    def item(self, item: Item) -> None:
        """Add a paragraph or table."""
        if isinstance(item, Para):
            self._next_line()
            self._paragraph(item)
        elif item.is_layout:
            for inner in _unwrapped(item):
                self.item(inner)
        else:
            for part in _parted(item):
                if isinstance(part, Para):
                    self.item(part)
                else:
                    self._grid(part)
        check_text(self.builder.length)

    def _next_line(self) -> None:
        if self._begun:
            self.builder.invent("\n")
        self._begun = True

    def _add(self, chunk: Chunk) -> None:
        if chunk.start < 0:
            self.builder.invent(chunk.text)
        else:
            self.builder.add(chunk.text, chunk.part, chunk.start, chunk.end, linear=chunk.linear)

    def _paragraph(self, para: Para) -> None:
        for broken, chunks in groupby(para.chunks, key=lambda chunk: chunk.text == "\n"):
            start = self.builder.length
            words = False
            for chunk in chunks:
                self._add(chunk)
                words = words or bool(chunk.text.strip())
            if words and not broken:
                span = Span(start, self.builder.length)
                self.blocks.append(Paragraph(span, style=para.style, heading=para.heading, layer=para.layer))

    def _grid(self, table: Tabular) -> None:
        self._next_line()
        start = self.builder.length
        cells: list[GridCell] = []
        for index, (_, row) in enumerate(groupby(table.slots, key=lambda slot: slot.row)):
            if index:
                self.builder.invent("\n")
            for column, slot in enumerate(row):
                if column:
                    self.builder.invent("\t")
                span = self._cell(slot)
                cells.append(GridCell(span, slot.row, slot.column, slot.row_span, slot.column_span))
        self._cells += len(cells)
        check_cells(self._cells)
        self.blocks.append(Grid(Span(start, self.builder.length), tuple(cells), layer=table.layer))

    def _cell(self, slot: Slot) -> Span:
        start = self.builder.length
        for index, line in enumerate(_lines(slot.items)):
            if index:
                self.builder.invent("\n")
            for chunk in line:
                self._add(chunk)
        return Span(start, self.builder.length)


def _lines(items: Iterable[Item]) -> Iterator[tuple[Chunk, ...]]:
    """The lines of a cell; a table inside it becomes lines with tabs. Empty lines at the ends are left out."""
    lines: list[tuple[Chunk, ...]] = []
    for item in items:
        if isinstance(item, Para):
            lines.append(item.chunks)
            continue
        for _, row in groupby(item.slots, key=lambda slot: slot.row):
            line: list[Chunk] = []
            for slot in row:
                if line:
                    line.append(Chunk("\t"))
                line.extend(chunk for inner in _lines(slot.items) for chunk in inner)
            lines.append(tuple(line))
    while lines and not any(chunk.text for chunk in lines[-1]):
        lines.pop()
    first = next((i for i, line in enumerate(lines) if any(chunk.text for chunk in line)), 0)
    return iter(lines[first:])


def _unwrapped(table: Tabular) -> Iterator[Item]:
    for slot in table.slots:
        yield from slot.items


def _parted(table: Tabular) -> Iterator[Item]:
    """The table, cut where a row holds prose: that row's cells are read as paragraphs between two tables."""
    prose = {slot.row for slot in table.slots if slot.length > _PROSE}
    if not prose:
        yield table
        return
    for is_prose, group in groupby(table.slots, key=lambda slot: slot.row in prose):
        slots = tuple(group)
        if is_prose:
            for slot in slots:
                yield from slot.items
        else:
            yield Tabular(_bounded(slots), table.layer)


def _bounded(slots: tuple[Slot, ...]) -> tuple[Slot, ...]:
    first, end = slots[0].row, slots[-1].row + 1
    return tuple(Slot(s.row - first, s.column, min(s.row_span, end - s.row), s.column_span, s.items) for s in slots)
