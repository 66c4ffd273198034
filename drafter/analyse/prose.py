"""A view of the prose for word matching: spaces gone, lines of one sentence joined."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from drafter.model.prose import Sentence
from drafter.model.span import Span
from drafter.model.view import View

_GAP = re.compile(
    r"[ \u3000\u00a0\u2002\u2003\u2009]{1,2}(?![ \u3000\u00a0\u2002\u2003\u2009])|[\r\n][ \t\u3000\u00a0]*"
)


def prose_view(view: View, sentences: Sequence[Sentence]) -> View:
    """`view` without single spaces, and without line breaks inside a sentence.

    Every break is a line feed. Tabs, wide gaps and breaks between sentences stay, so that no word is matched across
    cells or paragraphs.
    """
    inside = Inside([s.span for s in sentences])
    chars: list[str] = []
    home: list[int] = []
    at = 0
    text = view.text
    for gap in _GAP.finditer(text):
        joins = inside.holds(view.home[gap.start()], view.home[gap.end()]) if text[gap.start()] in "\r\n" else True
        if joins and (gap.start() == 0 or text[gap.start() - 1] not in " \u3000\t"):
            chars.append(text[at : gap.start()])
            home.extend(view.home[at : gap.start()])
            at = gap.end()
    chars.append(text[at:])
    home.extend(view.home[at:])
    return View("".join(chars).replace("\r", "\n"), tuple(home))


class Inside:
    """Tells whether two offsets lie in one of the given spans."""

    def __init__(self, spans: list[Span]) -> None:
        self._spans = sorted(spans)
        self._starts = [s.start for s in self._spans]

    def holds(self, start: int, end: int) -> bool:
        """Whether both offsets lie in the same span."""
        i = bisect_right(self._starts, start) - 1
        return i >= 0 and start < self._spans[i].end and end < self._spans[i].end

    def contains(self, span: Span) -> bool:
        """Whether `span` lies wholly in one of the spans, of which none overlaps another."""
        i = bisect_right(self._starts, span.start) - 1
        return i >= 0 and span.end <= self._spans[i].end

    def touches(self, span: Span) -> bool:
        """Whether `span` shares a code point with one of the spans."""
        i = bisect_right(self._starts, span.start) - 1
        return any(s.overlaps(span) for s in self._spans[max(i, 0) : i + 2])
