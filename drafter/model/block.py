"""What a reader saw: paragraphs and grids, in reading order."""

from __future__ import annotations

from dataclasses import dataclass

from drafter.model.span import Span


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A run of text. `numbering` is an automatic number the container shows but the text lacks (`一、`);
    `style` is the container's style name; `heading` is its outline level, 0 for body text.
    `layer` is `body`, or `header`, `footer`, `footnote`, `textbox`, `furniture` (web page around the article)."""

    span: Span
    numbering: str = ""
    style: str = ""
    heading: int = 0
    layer: str = "body"


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell of a real table; merged cells stand once, at their first row and column (counted from 0)."""

    span: Span
    row: int
    column: int
    row_span: int = 1
    column_span: int = 1


@dataclass(frozen=True, slots=True)
class Grid:
    """A real table of a container."""

    span: Span
    cells: tuple[GridCell, ...]
    layer: str = "body"


Block = Paragraph | Grid
