"""The prose of a report: its stretches, its paragraphs and its sentences."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from drafter.model.report import Report
from drafter.model.span import Span
from drafter.model.view import View, folded, squeezed

_END = re.compile(r"[。！？!?]+[”’）】》]*|[\r\n]+|$")
_BREAK = re.compile(r"[\r\n]")
_LINE = re.compile(r"[^\r\n]+")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the prose, its end mark included. `section` is the section's kind, `preamble`, or empty;
    `subsection` the kind of the sub-section."""

    span: Span
    section: str = ""
    subsection: str = ""


@dataclass(frozen=True, eq=False)
class Prose:
    """The prose of a text that was read as a report; where it is no report, all of the text.

    `only` are the stretches to be looked at, in order; empty for all there are. Everything is worked out when first
    asked for: most of a draft stays as it is while it is being written.
    """

    text: str
    report: Report
    only: tuple[Span, ...] = ()

    @cached_property
    def spans(self) -> tuple[Span, ...]:
        """Where it stands, headings between its lines included."""
        every = self.report.narrative or (Span(0, len(self.text)),)
        if not self.only:
            return every
        return tuple(Span(max(s.start, p.start), min(s.end, p.end)) for p in every for s in self.only if p.overlaps(s))

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences with their end marks, in order; section headings are left out.

        A line break ends a sentence: in a draft a line is a paragraph.
        """
        return tuple(_placed(((span, cut(span.of(self.text))) for span in self.spans), self.report))

    @cached_property
    def paragraphs(self) -> tuple[Span, ...]:
        """The lines without the white space around them. A table parts no line that goes on behind it."""
        found: list[Span] = []
        for span in self.spans:
            lines = [Span(span.start + start, span.start + end) for start, end in _lines(span.of(self.text))]
            if found and lines and not _BREAK.search(self.text, found[-1].end, lines[0].start):
                lines[0] = found.pop().cover(lines[0])
            found += lines
        return tuple(found)

    @cached_property
    def lines(self) -> tuple[tuple[Span, str], ...]:
        """The paragraphs with their words."""
        return tuple([(span, self.text[span.start : span.end]) for span in self.paragraphs])

    def sentence_at(self, offset: int) -> Span | None:
        """The sentence that holds a source offset."""
        before = bisect_right(self.paragraphs, offset, key=lambda p: p.start)
        paragraph = self.paragraphs[before - 1] if before else Span(0, 0)
        places = (Span(paragraph.start + a, paragraph.start + b) for a, b in cut(paragraph.of(self.text)))
        return next((place for place in places if place.start <= offset < place.end), None)

    @cached_property
    def view(self) -> View:
        """The folded text, tables and headings included; of `only`, a line break behind each, where that is given."""
        if not self.only:
            return folded(self.text)
        text: list[str] = []
        home: list[int] = []
        for span in self.only:
            part = folded(span.of(self.text), span.start)
            text += [part.text, "\n"]
            home += part.home
        return View("".join(text), (*home, home[-1] + 1))

    @cached_property
    def views(self) -> tuple[View, ...]:
        """A squeezed view for each of the `spans`."""
        whole = squeezed(self.text)
        return tuple(whole.part(span) for span in self.spans)


@lru_cache(maxsize=512)
def cut(text: str) -> tuple[tuple[int, int], ...]:
    """Where the sentences of a text begin and end, white space around them left out."""
    found = []
    at = 0
    while at < len(text):
        end = _END.search(text, at)
        stop = end.end() if end else len(text)
        body = text[at:stop]
        start = at + len(body) - len(body.lstrip())
        finish = stop - (len(body) - len(body.rstrip()))
        if start < finish:
            found.append((start, finish))
        at = max(stop, at + 1)
    return tuple(found)


@lru_cache(maxsize=64)
def _lines(text: str) -> tuple[tuple[int, int], ...]:
    """Where the lines of a text begin and end that are not blank, white space around them left out."""
    found = []
    for line in _LINE.finditer(text):
        body = line.group()
        end = line.start() + len(body.rstrip())
        start = line.end() - len(body.lstrip())
        if start < end:
            found.append((start, end))
    return tuple(found)


def _placed(spans: Iterable[tuple[Span, Iterable[tuple[int, int]]]], report: Report) -> Iterator[Sentence]:
    """Sentences with section and sub-section. One section holds many, so it is looked for only behind its end."""
    section, until = None, 0
    for whole, places in spans:
        for start, end in places:
            span = Span(whole.start + start, whole.start + end)
            if span.start >= until:
                section = report.section_at(span.start)
                until = section.end if section else 0
            if report.preamble and report.preamble.contains(span):
                yield Sentence(span, "preamble")
                continue
            part = section.part_at(span.start) if section else None
            yield Sentence(span, section.kind if section else "", part.kind if part else "")
