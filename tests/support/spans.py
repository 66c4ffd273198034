"""What every reader owes: pieces that tile, and spans that map home and back."""

from __future__ import annotations

from collections.abc import Mapping

from drafter.model.block import Grid
from drafter.model.document import Document
from drafter.model.span import Span


def check_document(document: Document, parts: Mapping[str, str]) -> None:
    """Assert that blocks and cells lie in the text and that each linear piece reads the same at home.

    `parts` are the decoded parts of the container by name.
    """
    whole = Span(0, len(document.text))
    end = 0
    for piece in document.source.pieces:
        assert piece.span.start == end
        end = piece.span.end
        if piece.raw_start >= 0:
            assert 0 <= piece.raw_start < piece.raw_end <= len(parts[piece.part])
        if piece.raw_start >= 0 and piece.linear:
            there = parts[piece.part][piece.raw_start : piece.raw_end]
            assert blank(there) == blank(piece.span.of(document.text))
    assert end == len(document.text)
    for block in document.blocks:
        assert whole.contains(block.span)
        for cell in block.cells if isinstance(block, Grid) else ():
            assert block.span.contains(cell.span)


def blank(text: str) -> str:
    """White space of any kind as plain blanks."""
    return "".join(" " if c in "\t\r\n" else c for c in text)


def grid(document: Document, number: int = 0) -> dict[tuple[int, int], str]:
    """The words of a table's cells by row and column."""
    grids = [b for b in document.blocks if isinstance(b, Grid)]
    return {(c.row, c.column): c.span.of(document.text) for c in grids[number].cells}


def words(document: Document, layer: str = "body") -> list[str]:
    """The words of the paragraphs of a layer."""
    return [b.span.of(document.text) for b in document.blocks if not isinstance(b, Grid) and b.layer == layer]
