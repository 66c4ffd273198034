"""Lines and columns of a text, counted from 1 in code points."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

_BREAK = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Location:
    """A line and a column, both counted from 1; columns are code points."""

    line: int
    column: int


class LineIndex:
    """Finds lines of `text`; CRLF, a lone CR and LF each end a line."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts = [0, *(m.end() for m in _BREAK.finditer(text))]

    def locate(self, offset: int) -> Location:
        """The line and column of a code-point offset."""
        line = bisect_right(self._starts, offset) - 1
        return Location(line + 1, offset - self._starts[line] + 1)

    def line_span(self, line: int) -> tuple[int, int]:
        """Start and end offsets of a line (counted from 1), its break left out."""
        start = self._starts[line - 1]
        end = self._starts[line] if line < len(self._starts) else len(self._text)
        return start, start + len(self._text[start:end].rstrip("\r\n"))

    def __len__(self) -> int:
        return len(self._starts)
