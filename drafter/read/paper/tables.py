"""Ruled cells of a page to rows and columns, and tables put together again over page breaks."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from drafter.read.flow import Para, Slot, Tabular
from drafter.read.paper.glyphs import Box, Glyph
from drafter.read.paper.lines import Line, chunks, lines_of

_SAME_EDGE = 4.0
"""Points within which two rulings are the same; the narrowest cell of the form is about 15 wide."""
_SAME_TABLE = 8.0
_HEADS, _SHORT_HEAD = 5, 4
"""So many column heads, each with no more code points below the break, were cut in two."""
_FIGURE = re.compile(r"[\d\s,.，．/—－-]+$")
_NUMBERED = re.compile(
    r"[（(]?[一二三四五六七八九十\d]{1,3}[）)]?\s*[、.．，:：]|[（(][一二三四五六七八九十\d]{1,2}[）)]|第"
)


@dataclass(frozen=True, slots=True)
class RuledCell:
    """A cell from row `row` up to, not including, row `end`; `box` holds its edges and `lines` what stands in it."""

    row: int
    end: int
    box: Box
    lines: tuple[Line, ...]

    @property
    def text(self) -> str:
        """The words."""
        return "".join(chunk.text for chunk in chunks(self.lines))

    @property
    def is_figure(self) -> bool:
        """Whether a number stands in it."""
        return _FIGURE.match(self.text) is not None

    @property
    def is_merged(self) -> bool:
        """Whether it spans rows."""
        return self.end - self.row > 1


@dataclass(frozen=True, slots=True)
class Ruled:
    """A table as ruled, over one page or several. Rows are numbered from 0; `top` is on the first page, in points."""

    first_page: int
    last_page: int
    top: float
    cells: tuple[RuledCell, ...]

    @property
    def rows(self) -> int:
        """How many."""
        return max(cell.end for cell in self.cells)

    def tabular(self) -> Tabular:
        """As rows and columns."""
        edges = _edges(x for cell in self.cells for x in (cell.box.x0, cell.box.x1))
        slots = []
        for cell in sorted(self.cells, key=lambda cell: (cell.row, cell.box.x0)):
            column, behind = _nearest(edges, cell.box.x0), _nearest(edges, cell.box.x1)
            items = (Para(chunks(cell.lines)),) if cell.lines else ()
            slots.append(Slot(cell.row, column, cell.end - cell.row, max(behind - column, 1), items))
        return Tabular(tuple(slots))


def ruled(page: int, boxes: Sequence[Box], glyphs: Iterable[Glyph]) -> tuple[Ruled | None, set[int]]:
    """The table that `boxes` rule and the indices of the glyphs in it; None when nothing stands in it."""
    edges = _edges(y for box in boxes for y in (box.top, box.bottom))
    by_top = sorted(boxes, key=lambda box: box.top)
    tops = [box.top for box in by_top]
    inside: dict[Box, list[Glyph]] = {box: [] for box in boxes}
    for glyph in glyphs:
        box = _box_of(glyph, by_top, tops)
        if box is not None:
            inside[box].append(glyph)
    cells = []
    for box in boxes:
        row = _nearest(edges, box.top)
        end = max(_nearest(edges, box.bottom), row + 1)
        cells.append(RuledCell(row, end, box, tuple(lines_of(page, inside[box]))))
    taken = {glyph.index for within in inside.values() for glyph in within}
    return (Ruled(page, page, min(tops), tuple(cells)) if taken else None), taken


def _box_of(glyph: Glyph, by_top: Sequence[Box], tops: Sequence[float]) -> Box | None:
    x, y = (glyph.box.x0 + glyph.box.x1) / 2, (glyph.box.top + glyph.box.bottom) / 2
    for box in reversed(by_top[: bisect_right(tops, y)]):
        if box.x0 <= x < box.x1 and y < box.bottom:
            return box
    return None


def _edges(values: Iterable[float]) -> list[float]:
    """Distinct edges; values within _SAME_EDGE of the one before are the same."""
    edges: list[float] = []
    last = float("-inf")
    for value in sorted(values):
        if value - last > _SAME_EDGE:
            edges.append(value)
        last = value
    return edges


def _nearest(edges: Sequence[float], value: float) -> int:
    at = bisect_left(edges, value)
    return min((i for i in (at - 1, at) if 0 <= i < len(edges)), key=lambda i: abs(edges[i] - value))


def continues(table: Ruled, following: Ruled) -> bool:
    """Whether `following`, the next thing after `table` and on the next page, is the rest of it."""
    before, after = [c.box for c in table.cells], [c.box for c in following.cells]
    return (
        following.first_page == table.last_page + 1
        and abs(min(b.x0 for b in before) - min(b.x0 for b in after)) < _SAME_TABLE
        and abs(max(b.x1 for b in before) - max(b.x1 for b in after)) < _SAME_TABLE
    )


def joined(table: Ruled, rest: Ruled) -> Ruled:
    """Both parts as one table; what the page break cut in two is one cell again."""
    above = [cell for cell in table.cells if cell.end == table.rows]
    below = [cell for cell in rest.cells if cell.row == 0]
    pairs = [(a, b) for b in below for a in above if _same_columns(a.box, b.box)]
    row_was_cut = _row_was_cut(pairs)
    shift = table.rows - row_was_cut
    whole = {id(a): b for a, b in pairs if row_was_cut or _label_was_cut(a, b)}
    gone = {id(b) for b in whole.values()}
    cells = [_one(cell, whole[id(cell)], shift) if id(cell) in whole else cell for cell in table.cells]
    cells += [replace(c, row=c.row + shift, end=c.end + shift) for c in rest.cells if id(c) not in gone]
    return Ruled(table.first_page, rest.last_page, table.top, tuple(cells))


def _one(above: RuledCell, below: RuledCell, shift: int) -> RuledCell:
    return replace(above, end=below.end + shift, lines=(*above.lines, *below.lines))


def _same_columns(above: Box, below: Box) -> bool:
    return abs(above.x0 - below.x0) < _SAME_EDGE and abs(above.x1 - below.x1) < _SAME_EDGE


def _row_was_cut(pairs: Sequence[tuple[RuledCell, RuledCell]]) -> bool:
    """A row runs over the break when its figures stand on one side only and its label goes on without a number, or when
    many short heads go on without one."""
    labels = [(a.text, b.text) for a, b in pairs if not a.is_figure and not b.is_figure and (a.text or b.text)]
    sides = {a.is_figure for a, b in pairs if a.is_figure or b.is_figure}
    figures = [(a, b) for a, b in pairs if a.is_figure or b.is_figure]
    if not figures:
        heads = [b for a, b in labels if a and b]
        return len(heads) >= _HEADS and not any(len(b) > _SHORT_HEAD or _NUMBERED.match(b) for b in heads)
    return (
        len(figures) > 1
        and len(sides) == 1
        and not any(a.text and b.text for a, b in figures)
        and any(a and b and not _NUMBERED.match(b) for a, b in labels)
    )


def _label_was_cut(above: RuledCell, below: RuledCell) -> bool:
    """A merged label runs over the break when what follows is empty or has no number of its own."""
    if above.is_figure or below.is_figure or not (above.is_merged or below.is_merged):
        return False
    return not above.text or not _NUMBERED.match(below.text)
