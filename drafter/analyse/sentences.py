"""Cuts the prose into sentences."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from drafter.model.document import Document
from drafter.model.facts import Sentence
from drafter.model.report import Report
from drafter.model.span import Span

_END = re.compile(r"[。！？!?]+[”’）】》]*|[\r\n]+|$")
_BREAK = re.compile(r"[\r\n]")


def sentences_of(document: Document, report: Report) -> tuple[Sentence, ...]:
    """The sentences of the report's prose with their end marks, in order; of the whole text where it is no report.

    A line break ends a sentence: in a draft a line is a paragraph. Section headings are left out.
    """
    spans = report.narrative or (Span(0, len(document.text)),)
    cut = (Span(span.start + a, span.start + b) for span in spans for a, b in _cut(span.of(document.text)))
    return tuple(_placed(cut, report))


def paragraphs_of(text: str, sentences: Iterable[Sentence]) -> tuple[Span, ...]:
    """The lines of the prose: its sentences, joined where no line break lies between."""
    found: list[tuple[int, int]] = []
    for sentence in sentences:
        start, end = sentence.span.start, sentence.span.end
        if found and not _BREAK.search(text, found[-1][1], start):
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return tuple(Span(*place) for place in found)


@lru_cache(maxsize=64)
def _cut(text: str) -> tuple[tuple[int, int], ...]:
    """Where the sentences of a section stand in it; remembered, for most sections stay while a draft is written."""
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


def _placed(spans: Iterable[Span], report: Report) -> Iterator[Sentence]:
    """Sentences with section and sub-section. One section holds many, so it is looked for only behind its end."""
    section, until = None, 0
    for span in spans:
        if span.start >= until:
            section = report.section_at(span.start)
            until = section.span.end if section else 0
        if report.preamble and report.preamble.contains(span):
            yield Sentence(span, "preamble")
            continue
        part = section.part_at(span.start) if section else None
        yield Sentence(span, section.kind if section else "", part.kind if part else "")
