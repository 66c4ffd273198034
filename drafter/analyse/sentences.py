"""Cuts the prose into sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator

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
    return tuple(s for span in spans for s in _cut(document.text, span, report))


def _cut(text: str, span: Span, report: Report) -> Iterator[Sentence]:
    at = span.start
    while at < span.end:
        end = _END.search(text, at, span.end)
        stop = end.end() if end else span.end
        body = text[at:stop]
        start = at + len(body) - len(body.lstrip())
        finish = stop - (len(body) - len(body.rstrip()))
        if start < finish:
            yield _placed(Span(start, finish), report)
        at = max(stop, at + 1)


def _placed(span: Span, report: Report) -> Sentence:
    if report.preamble and report.preamble.contains(span):
        return Sentence(span, "preamble")
    section = report.section_at(span.start)
    if section is None:
        return Sentence(span)
    part = next((p for p in section.subsections if p.heading.start <= span.start < p.body.end), None)
    return Sentence(span, section.kind, part.kind if part else "")
