"""The whole document squeezed for matching, with where its lines and tables begin and end."""

from __future__ import annotations

from dataclasses import dataclass

from drafter.model.block import Grid, Paragraph
from drafter.model.document import Document
from drafter.model.span import Span
from drafter.model.view import View, squeezed


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph in view indices; `numbering` is what the container numbers it with, `heading` its outline level."""

    start: int
    end: int
    numbering: str = ""
    heading: int = 0


@dataclass(frozen=True, slots=True)
class Canvas:
    """`view` drops all white space; `lines` are body paragraphs in view indices; `grids` source spans of real
    tables."""

    text: str
    view: View
    lines: tuple[Line, ...]
    grids: tuple[Span, ...]
    starts: frozenset[int]
    ends: frozenset[int]

    def in_grid(self, start: int) -> bool:
        """Whether view index `start` lies in a real table."""
        at = self.view.home[start]
        return any(g.start <= at < g.end for g in self.grids)

    def line_at(self, index: int) -> Line | None:
        """The line that holds a view index."""
        return next((line for line in self.lines if line.start <= index < line.end), None)


def canvas_of(document: Document) -> Canvas:
    """Lay out a document for parsing; furniture, headers, footers and footnotes give no lines."""
    view = squeezed(document.text)
    lines = []
    grids = []
    for block in document.blocks:
        if isinstance(block, Grid):
            grids.append(block.span)
        elif isinstance(block, Paragraph) and block.layer in ("body", "textbox"):
            start, end = view.at(block.span.start), view.at(block.span.end)
            if block.heading and view.text[start : start + 6].startswith("#"):
                start += len(view.text[start:end]) - len(view.text[start:end].lstrip("#"))
            if start < end:
                lines.append(Line(start, end, block.numbering, block.heading))
    return Canvas(
        document.text,
        view,
        tuple(lines),
        tuple(grids),
        frozenset(line.start for line in lines),
        frozenset(line.end for line in lines),
    )
