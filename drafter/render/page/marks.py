"""Text with findings marked where they stand."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise

from drafter.model.diagnostic import Diagnostic, Severity
from drafter.model.span import Span


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch to mark: `key` is the id of its list entry, `level` a severity or `other` for the other place."""

    span: Span
    key: str
    level: str
    title: str


def marks_of(diagnostics: Sequence[Diagnostic], prefix: str) -> tuple[Mark, ...]:
    """Findings and the other places they speak of, in order of place."""
    found = []
    for number, diagnostic in enumerate(diagnostics, 1):
        key = f"{prefix}-{number}"
        found.append(Mark(diagnostic.span, key, diagnostic.severity.value, f"{diagnostic.code} {diagnostic.message}"))
        found += [
            Mark(related.span, key, "other", f"{diagnostic.code} 另一处：{related.message}")
            for related in diagnostic.related
            if related.span is not None and not related.origin
        ]
    return tuple(sorted(found, key=lambda mark: (mark.span, mark.key)))


class Marker:
    """Writes stretches of a text as HTML. A finding's first piece carries the id `m<key>`."""

    def __init__(self, text: str, marks: Sequence[Mark]) -> None:
        self._text, self._marks = text, marks
        self._starts = [mark.span.start for mark in marks]
        self._longest = max((len(mark.span) for mark in marks), default=0)
        self._named: set[str] = set()

    def touching(self, span: Span) -> list[Mark]:
        """The marks that overlap `span`, or stand in it without any length."""
        first = bisect_left(self._starts, span.start - self._longest)
        last = bisect_left(self._starts, span.end + 1)
        return [m for m in self._marks[first:last] if _touches(m.span, span)]

    def html(self, span: Span) -> str:
        """The words of `span`, escaped, with marks."""
        marks = self.touching(span)
        edges = {span.start, span.end}
        for mark in marks:
            edges |= {max(mark.span.start, span.start), min(mark.span.end, span.end)}
        places = sorted(edges)
        out = list(self._points(places[0], marks))
        for start, end in pairwise(places):
            out.append(self._piece(start, end, [m for m in marks if m.span.start <= start and end <= m.span.end]))
            out += self._points(end, marks)
        return "".join(out)

    def _piece(self, start: int, end: int, marks: Sequence[Mark]) -> str:
        words = escape(self._text[start:end])
        marks = [mark for mark in marks if len(mark.span)]
        return self._marked(words, marks) if marks else words

    def _points(self, place: int, marks: Sequence[Mark]) -> Iterator[str]:
        for mark in marks:
            if not len(mark.span) and mark.span.start == place and mark.key not in self._named:
                yield self._marked("‸", [mark])

    def _marked(self, words: str, marks: Sequence[Mark]) -> str:
        first = min(marks, key=_weight)
        name = f' id="m{first.key}"' if first.key not in self._named and first.level != "other" else ""
        if name:
            self._named.add(first.key)
        anchors = "".join(f'<i id="m{key}"></i>' for key in self._unnamed(marks))
        keys, title = " ".join(dict.fromkeys(m.key for m in marks)), escape("\n".join(m.title for m in marks))
        return (
            f'{anchors}<mark{name} class="{first.level}" data-keys="{keys}" title="{title}">'
            f'<a href="#d{first.key}">{words}</a></mark>'
        )

    def _unnamed(self, marks: Sequence[Mark]) -> Iterator[str]:
        """Findings under a graver one still need a place to go to."""
        for mark in marks:
            if mark.level != "other" and mark.key not in self._named:
                self._named.add(mark.key)
                yield mark.key


def _touches(mark: Span, span: Span) -> bool:
    return mark.overlaps(span) if len(mark) and len(span) else span.start <= mark.start and mark.end <= span.end


def _weight(mark: Mark) -> tuple[int, int]:
    """The gravest finding colours the words; among equals the shortest."""
    rank = 0 if mark.level == "other" else Severity(mark.level).rank
    return -rank, len(mark.span)
