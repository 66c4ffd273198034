"""A canvas in portions that are searched for headings one by one: while a draft is written, most stay as they are."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from drafter.model.view import squeezed
from drafter.parse.canvas import Canvas, Line


class Portion(NamedTuple):
    """The source text of a portion and its lines, with view indices from its own beginning."""

    source: str
    lines: tuple[Line, ...]

    def canvas(self) -> Canvas:
        """The portion laid out by itself, tables taken for text."""
        return Canvas.of(self.source, squeezed(self.source), self.lines, ())


def portions(canvas: Canvas) -> Iterator[tuple[int, Portion]]:
    """Where portions begin (view index), and the portions. Each ends with a full stop at a line's end, which no heading
    goes on behind, or at the end of all."""
    text, home = canvas.view.text, canvas.view.home
    start, first = 0, 0
    for number, (_, end, _, _) in enumerate(canvas.lines, 1):
        if text[end - 1] == "。" or number == len(canvas.lines):
            end = len(text) if number == len(canvas.lines) else end
            lines = tuple([Line(a - start, b - start, n, level) for a, b, n, level in canvas.lines[first:number]])
            yield start, Portion(canvas.text[home[start] : home[end - 1] + 1], lines)
            start, first = end, number
