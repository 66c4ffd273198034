"""A past report as a document again, so that last year's report from the store reads like one from a file."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from drafter.corpus.past import PastReport, PastSection
from drafter.model.document import Document
from drafter.model.form import Form
from drafter.model.report import SECTION_KINDS, TABLE_KINDS, Report, Section, Subsection
from drafter.model.source import SourceText
from drafter.model.span import Span
from drafter.model.table import Cell, Table


@dataclass(slots=True)
class _Text:
    """A text in the making."""

    parts: list[str] = field(default_factory=list)
    length: int = 0

    def add(self, text: str) -> Span:
        """Append; returns the span."""
        span = Span(self.length, self.length + len(text))
        self.parts.append(text)
        self.length = span.end
        return span

    def line(self, text: str) -> Span:
        """Append a line; returns its span without the break."""
        span = self.add(text)
        self.add("\n")
        return span


def rebuild(past: PastReport, form: Form) -> tuple[Document, Report]:
    """The document and the report: title, prose by section, and one line for every cell that had a number.

    The layout is drafter's own, the wording and the figures are the report's.
    """
    text = _Text()
    title = text.line(past.title or f"{past.agency}{past.year}年政府信息公开工作年度报告")
    preamble = _prose(text, [s for s in past.sections if s.kind == "preamble"])
    sections = tuple(_section(text, past, kind) for kind in _kinds(past))
    tables = tuple(_table(text, past, kind, form) for kind in TABLE_KINDS)
    report = Report(
        title=title,
        agency=past.agency,
        kind=past.kind,
        level=past.level,
        year=past.year,
        form=past.form,
        preamble=preamble,
        sections=sections,
        tables=tuple(t for t in tables if t.cells),
        narrative=tuple(span for span in (preamble, *(s.body for s in sections)) if span is not None),
    )
    return Document(past.origin, SourceText("".join(text.parts)), ()), report


def _kinds(past: PastReport) -> list[str]:
    found = dict.fromkeys(s.kind for s in past.sections)
    return [kind for kind in SECTION_KINDS if kind in found]


def _prose(text: _Text, sections: list[PastSection]) -> Span | None:
    start = text.length
    for section in sections:
        for paragraph in section.paragraphs:
            text.line("".join(paragraph))
    return Span(start, text.length) if text.length > start else None


def _section(text: _Text, past: PastReport, kind: str) -> Section:
    parts = [s for s in past.sections if s.kind == kind]
    whole = next((s.heading for s in parts if not s.subsection), "")
    heading = text.line(whole or kind)
    start = text.length
    below = [part for part in parts if part.subsection]
    _prose(text, [part for part in parts if not part.subsection])
    subsections = tuple(_subsection(text, part) for part in below)
    return Section(kind, "", heading, heading, Span(start, text.length), subsections=subsections)


def _subsection(text: _Text, part: PastSection) -> Subsection:
    heading = text.line(part.heading)
    start = text.length
    _prose(text, [part])
    return Subsection(part.subsection, "", heading, Span(start, text.length))


def _table(text: _Text, past: PastReport, kind: str, form: Form) -> Table:
    start = text.length
    known = [a for a in form.table(kind).addresses() if a in past.cells]
    rest = sorted(a for a in past.cells if a.split(".", 1)[0] == kind and a not in set(known))
    cells = tuple(_cell(text, address, past.cells[address], form) for address in (*known, *rest))
    return Table(kind, Span(start, text.length), cells, form=past.form)


def _cell(text: _Text, address: str, value: Decimal, form: Form) -> Cell:
    text.add(form.name(address) + "\t")
    return Cell(address, text.line(str(value)), str(value), value)
