"""Pages to paragraphs and tables in reading order."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from drafter.read.flow import Item, Para
from drafter.read.paper.glyphs import Sheet
from drafter.read.paper.lines import Line, chunks, lines_of
from drafter.read.paper.tables import Ruled, continues, joined, ruled

_PAGE_NUMBER = re.compile(r"\W*+[第共]?\s*+\d{1,3}\s*+页?(?:\s*+[/／第共,，]++\s*+\d{1,3}\s*+页?)?+\W*+$")
_DASHED_NUMBER = re.compile(r"[-—–―－·.]+\s*\d{1,3}\s*[-—–―－·.]+$")
_MARGIN = 0.12
"""Share of the page's height at top and bottom where page numbers and running heads stand."""
_INDENT = 0.8
_SHORT = 1.6
_LOOSE = 1.9
"""In units of the font size: an indented line begins a paragraph; a line that ends early, or far above the next, ends
one."""
_APART = 1.45
"""In units of the usual line pitch: a larger step begins a paragraph."""
_OTHER_SIZE = 1.5


@dataclass(frozen=True, slots=True)
class _Placed:
    """A line with the text area and usual line pitch of its page, in points."""

    line: Line
    left: float
    right: float
    pitch: float
    in_margin: bool


def assemble(sheets: Iterable[Sheet]) -> Iterator[Item]:
    """Paragraphs and tables; both go on over page breaks. Page numbers and running heads are left out."""
    parts = [part for page in _without_running_heads([_parts(sheet) for sheet in sheets]) for part in page]
    paragraph: list[_Placed] = []
    table: Ruled | None = None
    for part in parts:
        if isinstance(part, Ruled):
            yield from _paragraph(paragraph)
            if table is not None and continues(table, part):
                table = joined(table, part)
            else:
                yield from _table(table)
                table = part
            continue
        yield from _table(table)
        table = None
        if paragraph and _begins(paragraph[-1], part):
            yield from _paragraph(paragraph)
        paragraph.append(part)
    yield from _paragraph(paragraph)
    yield from _table(table)


def _paragraph(lines: list[_Placed]) -> Iterator[Item]:
    if lines:
        yield Para(chunks([placed.line for placed in lines]))
        lines.clear()


def _table(table: Ruled | None) -> Iterator[Item]:
    if table is not None:
        yield table.tabular()


def _parts(sheet: Sheet) -> list[_Placed | Ruled]:
    """Tables and lines of a page from top to bottom, page numbers left out."""
    glyphs = {glyph.index: glyph for glyph in sheet.glyphs}
    for line in lines_of(sheet.number, sheet.glyphs):
        if _in_margin(line, sheet) and _DASHED_NUMBER.match(line.text):
            for glyph in line.glyphs:
                del glyphs[glyph.index]
    tables = []
    for boxes in sheet.tables:
        table, taken = ruled(sheet.number, boxes, glyphs.values())
        if table is not None:
            tables.append(table)
            glyphs = {index: glyph for index, glyph in glyphs.items() if index not in taken}
    lines = [
        line
        for line in lines_of(sheet.number, glyphs.values())
        if not (_in_margin(line, sheet) and _PAGE_NUMBER.match(line.text))
    ]
    left, right = _text_area(lines)
    pitch = _pitch(lines)
    placed = (_Placed(line, left, right, pitch, _in_margin(line, sheet)) for line in lines)
    parts: list[_Placed | Ruled] = [*tables, *placed]
    return sorted(parts, key=lambda part: part.top if isinstance(part, Ruled) else part.line.top)


def _in_margin(line: Line, sheet: Sheet) -> bool:
    return line.top > sheet.height * (1 - _MARGIN) or line.bottom < sheet.height * _MARGIN


def _text_area(lines: list[Line]) -> tuple[float, float]:
    """Left and right edge of running text: where full lines begin and end."""
    if not lines:
        return 0.0, 0.0
    right = max(line.x1 for line in lines)
    full = [line.x0 for line in lines if right - line.x1 < _SHORT * line.size] or [line.x0 for line in lines]
    return min(full), right


def _pitch(lines: list[Line]) -> float:
    """The usual distance of a line from the one above; infinite where there are too few to tell."""
    steps = sorted(after.top - before.top for before, after in pairwise(lines))
    return steps[len(steps) // 2] if len(steps) > 3 else float("inf")


def _without_running_heads(pages: list[list[_Placed | Ruled]]) -> list[list[_Placed | Ruled]]:
    """Leave out first and last lines in the margins that stand the same, numbers apart, on three pages or more."""
    ends = Counter(text for page in pages for text in {_text(part) for part in (*page[:1], *page[-1:])} if text)
    return [
        [p for i, p in enumerate(page) if i not in (0, len(page) - 1) or ends.get(_text(p), 0) < 3] for page in pages
    ]


def _text(part: _Placed | Ruled) -> str:
    return re.sub(r"\d+", "#", part.line.text) if isinstance(part, _Placed) and part.in_margin else ""


def _begins(before: _Placed, after: _Placed) -> bool:
    """Whether a line begins a paragraph."""
    size = max(before.line.size, after.line.size)
    if abs(before.line.size - after.line.size) > _OTHER_SIZE and not _only_figures(before, after):
        return True
    if after.line.x0 - after.left > _INDENT * size or before.right - before.line.x1 > _SHORT * size:
        return True
    step = after.line.top - before.line.top
    return before.line.page == after.line.page and step > min(_APART * after.pitch, before.line.size + _LOOSE * size)


def _only_figures(*lines: _Placed) -> bool:
    """Whether one of the lines has no Chinese: its glyphs tell nothing of the size of the text."""
    return any(all(ord(glyph.text[0]) < 0x2E80 for glyph in placed.line.glyphs) for placed in lines)
