"""An open text and its places in an editor's units."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field

from drafter.model.span import Span

_BREAK = re.compile(r"\r\n|\r|\n")

Place = tuple[int, int]
"""Line and character, both counted from 0; characters in the units of the encoding."""


def units(text: str, encoding: str) -> int:
    """The length of `text` in `utf-8`, `utf-16` or `utf-32` units."""
    if encoding == "utf-32":
        return len(text)
    if encoding == "utf-8":
        return len(text.encode("utf-8", "surrogatepass"))
    return len(text) + sum(c > "\uffff" for c in text)


def reach(text: str, count: int, encoding: str) -> int:
    """How many characters of `text` lie within `count` units; a place inside a character counts as before it."""
    if encoding == "utf-32" or (encoding == "utf-16" and text.isascii()):
        return min(count, len(text))
    for index, char in enumerate(text):
        count -= units(char, encoding)
        if count < 0:
            return index
    return len(text)


@dataclass(frozen=True)
class Buffer:
    """A text with line starts. Only CRLF, CR and LF end a line, as the protocol says."""

    text: str
    encoding: str = "utf-16"
    _starts: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_starts", (0, *(m.end() for m in _BREAK.finditer(self.text))))

    def offset(self, place: Place) -> int:
        """The code-point offset of a place; beyond the end of a line or of the text it is that end."""
        line, character = place
        if line >= len(self._starts):
            return len(self.text)
        words = self._line(line)
        return self._starts[line] + reach(words, max(character, 0), self.encoding)

    def place(self, offset: int) -> Place:
        """The place of an offset."""
        line = bisect_right(self._starts, offset) - 1
        return line, units(self.text[self._starts[line] : offset], self.encoding)

    def span(self, start: Place, end: Place) -> Span:
        """The span between two places, in either order."""
        a, b = self.offset(start), self.offset(end)
        return Span(min(a, b), max(a, b))

    def replaced(self, span: Span, text: str) -> Buffer:
        """The buffer after `span` became `text`."""
        return Buffer(self.text[: span.start] + text + self.text[span.end :], self.encoding)

    def line_start(self, offset: int) -> int:
        """The offset at which the line of `offset` begins."""
        return self._starts[bisect_right(self._starts, offset) - 1]

    def _line(self, line: int) -> str:
        end = self._starts[line + 1] if line + 1 < len(self._starts) else len(self.text)
        return self.text[self._starts[line] : end].rstrip("\r\n")
