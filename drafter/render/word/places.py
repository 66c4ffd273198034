"""From spans of the text to places in a Word document's XML."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from drafter.model.document import Document
from drafter.model.source import Home, Piece
from drafter.model.span import Span


class Places:
    """Finds where comments may stand: the body of the main part, not its text boxes, headers or notes."""

    def __init__(self, document: Document, part: str) -> None:
        self._document = document
        self._part = part
        self._boxes = [block.span for block in document.blocks if block.layer == "textbox"]
        self._pieces = [p for p in document.source.pieces if self._holds(p)]
        self._starts = [p.span.start for p in self._pieces]

    def _holds(self, piece: Piece) -> bool:
        return piece.part == self._part and not any(box.overlaps(piece.span) for box in self._boxes)

    def anchor(self, span: Span) -> tuple[Home, Home, bool] | None:
        """The first and last stretch of XML under `span`, and whether they are the words themselves.

        An empty span takes the character before it on its line, else the one behind; words that cannot carry a comment
        take the nearest that can, before them. None when nothing in the document can.
        """
        homes = [home for home in self._homes(self._widened(span)) if home.part == self._part]
        if homes:
            return homes[0], homes[-1], True
        if not self._pieces:
            return None
        piece = self._pieces[max(bisect_right(self._starts, span.start) - 1, 0)]
        (home,) = self._document.source.homes(Span(piece.span.end - 1, piece.span.end))
        return home, home, False

    def _homes(self, span: Span) -> Iterator[Home]:
        if not any(box.overlaps(span) for box in self._boxes):
            yield from self._document.source.homes(span)

    def _widened(self, span: Span) -> Span:
        if len(span):
            return span
        text = self._document.text
        if span.start and text[span.start - 1] not in "\n\t":
            return Span(span.start - 1, span.start)
        return Span(span.start, min(span.start + 1, len(text)))


def part_homes(document: Document, span: Span) -> list[Home] | None:
    """The stretches of XML of all characters of `span`, or None where some of it is not in the XML."""
    pieces = [p for p in document.source.pieces if p.span.overlaps(span)]
    if any(p.raw_start < 0 for p in pieces):
        return None
    return list(document.source.homes(span))
