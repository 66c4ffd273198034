"""Cuts the prose into sentences."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from drafter.model.document import Document
from drafter.model.facts import Sentence
from drafter.model.report import Report
from drafter.model.span import Span

_END = re.compile(r"[。！？!?]+[”’）】》]*|[\r\n]+|$")


def sentences_of(document: Document, report: Report) -> tuple[Sentence, ...]:
    """The sentences of the report's prose with their end marks, in order; of the whole text where it is no report.

    A line break ends a sentence: in a draft a line is a paragraph. Section headings are left out.
    """
    spans = report.narrative or (Span(0, len(document.text)),)
    return tuple(_placed((s for span in spans for s in _cut(document.text, span)), report))


def _cut(text: str, span: Span) -> Iterator[Span]:
    at = span.start
    while at < span.end:
        end = _END.search(text, at, span.end)
        stop = end.end() if end else span.end
        body = text[at:stop]
        start = at + len(body) - len(body.lstrip())
        finish = stop - (len(body) - len(body.rstrip()))
        if start < finish:
            yield Span(start, finish)
        at = max(stop, at + 1)


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
