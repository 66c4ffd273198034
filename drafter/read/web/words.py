"""The text of a page as a browser shows it, character by character from the source."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from drafter.read.flow import Chunk

_PIECE = re.compile(r"&(?:#\d{1,8}|#[xX][0-9a-fA-F]{1,8}|[A-Za-z][A-Za-z0-9]{0,31});?|[ \t\r\n\f]++|[^& \t\r\n\f]++|&")
_WIDE = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f“”‘’…—\U00020000-\U0003ffff]")


class Line:
    """Collects the words of a paragraph: white space collapses to one blank, and to none at the ends.

    A source line break between two Chinese characters is no blank: the page's author only wrapped the line.
    """

    def __init__(self) -> None:
        self.chunks: list[Chunk] = []
        self._blank: Chunk | None = None
        self._wrapped = False

    def words(self, source: str, start: int, end: int) -> None:
        """Take the source text at `start`..`end`."""
        for match in _PIECE.finditer(source, start, end):
            raw = match[0]
            if raw[0] in " \t\r\n\f":
                if self._blank is None:
                    self._blank = Chunk(" ", "", match.start(), match.end(), linear=False)
                    self._wrapped = False
                self._wrapped = self._wrapped or "\n" in raw or "\r" in raw
            else:
                text = html.unescape(raw) if raw[0] == "&" else raw
                self._add(Chunk(text, "", match.start(), match.end(), linear=text == raw))

    def _add(self, chunk: Chunk) -> None:
        last = self.chunks[-1].text if self.chunks else "\n"
        if self._blank is not None and last != "\n":
            wrapped = self._wrapped and _WIDE.match(last[-1:]) and _WIDE.match(chunk.text[:1])
            if not wrapped:
                self.chunks.append(self._blank)
        self._blank = None
        self.chunks.append(chunk)

    def invent(self, text: str) -> None:
        """Begin with text the page shows but does not hold, such as a list's number."""
        self.chunks.append(Chunk(text))

    def line_break(self, start: int, end: int) -> None:
        """A `<br>`."""
        self._blank = None
        self.chunks.append(Chunk("\n", "", start, end, linear=False))

    def take(self) -> tuple[Chunk, ...]:
        """The words so far, line breaks at the ends left out; the next paragraph begins."""
        chunks, self.chunks, self._blank = self.chunks, [], None
        while chunks and chunks[-1].text == "\n":
            chunks.pop()
        first = next((i for i, chunk in enumerate(chunks) if chunk.text != "\n"), 0)
        return tuple(chunks[first:])


def preformatted(source: str, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    """Lines of a `<pre>`: the words or a line break, with their places."""
    for match in re.compile(r"\r\n|[\r\n]|[^\r\n]+").finditer(source, start, end):
        yield match[0], match.start(), match.end()
