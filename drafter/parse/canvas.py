"""The whole document squeezed for matching, with where its lines and tables begin and end."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from operator import itemgetter
from typing import NamedTuple

from drafter.model.block import Grid, Paragraph
from drafter.model.document import Document
from drafter.model.span import Span
from drafter.model.view import View, squeezed


class Line(NamedTuple):
    """A paragraph in view indices; `numbering` is what the container numbers it with, `heading` its outline level."""

    start: int
    end: int
    numbering: str = ""
    heading: int = 0


@dataclass(frozen=True, slots=True)
class Canvas:
    """`view` drops all white space; `lines` are body paragraphs in view indices; `grids` source spans of real
    tables. Both stand in text order."""

    text: str
    view: View
    lines: tuple[Line, ...]
    grids: tuple[Span, ...]
    starts: frozenset[int]
    ends: frozenset[int]

    @classmethod
    def of(cls, text: str, view: View, lines: tuple[Line, ...], grids: tuple[Span, ...]) -> Canvas:
        """A canvas with such lines and tables, in text order."""
        return cls(text, view, lines, grids, frozenset([n.start for n in lines]), frozenset([n.end for n in lines]))

    def in_grid(self, start: int) -> bool:
        """Whether view index `start` lies in a real table."""
        if not self.grids:
            return False
        at = self.view.home[start]
        before = bisect_right(self.grids, at, key=lambda g: g.start)
        return before > 0 and at < self.grids[before - 1].end

    def line_at(self, index: int) -> Line | None:
        """The line that holds a view index."""
        before = bisect_right(self.lines, index, key=lambda line: line.start)
        return self.lines[before - 1] if before and index < self.lines[before - 1].end else None


def _outermost(spans: list[Span]) -> tuple[Span, ...]:
    """Spans in text order, without those that begin inside another."""
    kept: list[Span] = []
    for span in sorted(spans):
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return tuple(kept)


def canvas_of(document: Document) -> Canvas:
    """Lay out a document for parsing; furniture, headers, footers and footnotes give no lines."""
    view = squeezed(document.text)
    home, size = view.home, len(view.text)
    lines = []
    grids = []
    for block in document.blocks:
        if isinstance(block, Grid):
            grids.append(block.span)
        elif isinstance(block, Paragraph) and block.layer in ("body", "textbox"):
            span = block.span
            start = bisect_left(home, span.start, 0, size)
            end = bisect_left(home, span.end, start, min(start + span.end - span.start, size))
            if block.heading and view.text[start : start + 6].startswith("#"):
                start += len(view.text[start:end]) - len(view.text[start:end].lstrip("#"))
            if start < end:
                lines.append(Line(start, end, block.numbering, block.heading))
    lines.sort(key=itemgetter(0))
    return Canvas.of(document.text, view, tuple(lines), _outermost(grids))
