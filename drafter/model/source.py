"""The text drafter works on, and the way home to the container it came from."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from drafter.model.span import Span


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the text and where it stands in the container.

    `span` counts code points of the text. `part` names the container's part (`word/document.xml`, `page/3`, `` for a
    plain file); `raw_start` and `raw_end` are the container's own units there (bytes, characters or glyphs, as the
    reader says). `linear` pieces map character by character, others only as a whole; `raw_start` -1 marks invented
    text such as
    a line break between paragraphs.
    """

    span: Span
    part: str
    raw_start: int
    raw_end: int
    linear: bool = True


@dataclass(frozen=True, slots=True)
class Home:
    """A place in the container: see `Piece` for the units."""

    part: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class SourceText:
    """A text with pieces that tile it.

    Raises ValueError when the pieces leave a gap or overlap.
    """

    text: str
    pieces: tuple[Piece, ...] = ()

    def __post_init__(self) -> None:
        at = 0
        for piece in self.pieces:
            if piece.span.start != at:
                raise ValueError(f"pieces do not tile the text at {at}: {piece}")
            at = piece.span.end
        if self.pieces and at != len(self.text):
            raise ValueError(f"pieces end at {at}, the text at {len(self.text)}")

    def homes(self, span: Span) -> tuple[Home, ...]:
        """Where `span` stands in the container; invented text has no place and is left out."""
        if not self.pieces:
            return (Home("", span.start, span.end),)
        found = []
        first = max(bisect_right([p.span.start for p in self.pieces], span.start) - 1, 0)
        for piece in self.pieces[first:]:
            if piece.span.start > span.end or (piece.span.start == span.end and span.start < span.end):
                break
            home = _inside(piece, span)
            if home is not None:
                found.append(home)
        return tuple(found)


def _inside(piece: Piece, span: Span) -> Home | None:
    start, end = max(piece.span.start, span.start), min(piece.span.end, span.end)
    if piece.raw_start < 0 or start > end or (start == end and span.start != span.end):
        return None
    if not piece.linear:
        return Home(piece.part, piece.raw_start, piece.raw_end)
    shift = piece.raw_start - piece.span.start
    return Home(piece.part, start + shift, end + shift)


class Builder:
    """Collects text and its pieces; the only way a reader should make a SourceText."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._pieces: list[Piece] = []
        self._length = 0

    @property
    def length(self) -> int:
        """Code points collected so far: the offset of what is added next."""
        return self._length

    def add(self, text: str, part: str, raw_start: int, raw_end: int, *, linear: bool = True) -> Span:
        """Append `text` that stands at `raw_start`..`raw_end` of `part`; returns its span."""
        span = Span(self._length, self._length + len(text))
        if text:
            self._parts.append(text)
            self._pieces.append(Piece(span, part, raw_start, raw_end, linear))
            self._length = span.end
        return span

    def invent(self, text: str) -> Span:
        """Append text that the container does not hold, such as a paragraph break."""
        return self.add(text, "", -1, -1, linear=False)

    def build(self) -> SourceText:
        """The collected text."""
        return SourceText("".join(self._parts), tuple(self._pieces))
