"""Glyphs to lines and lines to text.

PDF producers drop blanks or spread letters to fill a line, so a blank is read only where it must have been meant: drawn
itself, between Latin words, or as wide as a column gap.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from drafter.read.flow import Chunk
from drafter.read.paper.glyphs import Glyph

_SAME_LINE = 0.45
_WORD_GAP = 0.2
_FIGURE_GAP = 1.0
_COLUMN_GAP = 2.0
"""All in units of the font size."""


@dataclass(frozen=True, slots=True)
class Line:
    """Glyphs side by side, from left to right, on one page."""

    page: int
    glyphs: tuple[Glyph, ...]

    @property
    def x0(self) -> float:
        """Left end in points."""
        return self.glyphs[0].box.x0

    @property
    def x1(self) -> float:
        """Right end in points."""
        return max(glyph.box.x1 for glyph in self.glyphs)

    @property
    def top(self) -> float:
        """Upper end in points from the top of the page."""
        return min(glyph.box.top for glyph in self.glyphs)

    @property
    def bottom(self) -> float:
        """Lower end in points from the top of the page."""
        return max(glyph.box.bottom for glyph in self.glyphs)

    @property
    def size(self) -> float:
        """The largest font size in points."""
        return max(glyph.size for glyph in self.glyphs)

    @property
    def text(self) -> str:
        """The words."""
        return "".join(chunk.text for chunk in chunks([self]))


def lines_of(page: int, glyphs: Iterable[Glyph]) -> list[Line]:
    """Lines from top to bottom."""
    ordered = sorted(glyphs, key=_middle)
    groups: list[list[Glyph]] = []
    for glyph in ordered:
        if groups and _middle(glyph) - _middle(groups[-1][-1]) < _SAME_LINE * max(glyph.size, groups[-1][-1].size) / 2:
            groups[-1].append(glyph)
        else:
            groups.append([glyph])
    lines = [Line(page, tuple(_bare(sorted(group, key=lambda g: g.box.x0)))) for group in groups]
    return [line for line in lines if line.glyphs]


def _middle(glyph: Glyph) -> float:
    return (glyph.box.top + glyph.box.bottom) / 2


def _bare(glyphs: list[Glyph]) -> list[Glyph]:
    while glyphs and glyphs[-1].text.isspace():
        glyphs.pop()
    while glyphs and glyphs[0].text.isspace():
        glyphs.pop(0)
    return glyphs


def chunks(lines: Sequence[Line]) -> tuple[Chunk, ...]:
    """The text of lines that continue each other; raw positions are glyph indices of part `page/N`."""
    found: list[Chunk] = []
    last: Glyph | None = None
    for line in lines:
        for position, glyph in enumerate(line.glyphs):
            if last is not None and _blank_between(last, glyph, new_line=position == 0):
                found.append(Chunk(" "))
            found.append(Chunk(glyph.text, f"page/{line.page}", glyph.index, glyph.index + 1, len(glyph.text) == 1))
            last = glyph
    return tuple(_merged(found))


def _blank_between(last: Glyph, glyph: Glyph, *, new_line: bool) -> bool:
    before, after = last.text[-1:], glyph.text[:1]
    if before.isspace() or after.isspace():
        return False
    latin = _is_latin(before) and _is_latin(after)
    if new_line:
        # A number too wide for its cell is broken anywhere; words are broken between words.
        return latin and (before.isalpha() or after.isalpha())
    gap = (glyph.box.x0 - last.box.x1) / max(last.size, glyph.size, 1.0)
    if latin:
        return gap > _WORD_GAP
    return gap > (_FIGURE_GAP if before.isdigit() or after.isdigit() else _COLUMN_GAP)


def _is_latin(char: str) -> bool:
    return char.isalnum() and ord(char) < 0x2E80


def _merged(found: list[Chunk]) -> list[Chunk]:
    """Neighbouring glyphs as one linear chunk."""
    merged: list[Chunk] = []
    for chunk in found:
        last = merged[-1] if merged else None
        if (
            last is not None
            and last.linear
            and chunk.linear
            and 0 <= last.end == chunk.start
            and last.part == chunk.part
        ):
            merged[-1] = Chunk(last.text + chunk.text, last.part, last.start, chunk.end)
        else:
            merged.append(chunk)
    return merged
