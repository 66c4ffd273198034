"""Sections and tables as an outline and as folds."""

from __future__ import annotations

from collections.abc import Iterator

from lsprotocol import types

from drafter.lsp.buffer import Buffer
from drafter.lsp.convert import range_of
from drafter.lsp.desk import Checked
from drafter.model.report import Report, Section
from drafter.model.result import Result
from drafter.model.span import Span

_TABLES = {"disclosure": "表二", "requests": "表三", "review": "表四"}


def symbols(checked: Checked) -> list[types.DocumentSymbol]:
    """Title, sections with their parts, and tables inside the section they stand in."""
    report = _report(checked)
    if report is None:
        return []
    buffer = checked.buffer
    found = [_section(s, report, buffer) for s in report.sections]
    placed = {t.kind for t in report.tables if any(s.body.contains(t.span) for s in report.sections)}
    found += [_symbol(_TABLES[t.kind], t.span, t.span, buffer, []) for t in report.tables if t.kind not in placed]
    if report.title is not None and report.title.of(buffer.text).strip():
        found.insert(0, _symbol(_words(report.title, buffer), report.title, report.title, buffer, []))
    return found


def folds(checked: Checked) -> list[types.FoldingRange]:
    """Sections, their parts and tables that take more than one line."""
    report = _report(checked)
    if report is None:
        return []
    lines = {_lines(span, checked.buffer) for span in _spans(report)}
    kind = types.FoldingRangeKind.Region
    return [types.FoldingRange(first, last, kind=kind) for first, last in sorted(lines) if last > first]


def _report(checked: Checked) -> Report | None:
    return checked.outcome.report if isinstance(checked.outcome, Result) else None


def _spans(report: Report) -> Iterator[Span]:
    for section in report.sections:
        yield section.span
        yield from (p.heading.cover(p.body) for p in section.subsections)
    yield from (t.span for t in report.tables)


def _lines(span: Span, buffer: Buffer) -> tuple[int, int]:
    end = span.start + len(span.of(buffer.text).rstrip())
    return buffer.place(span.start)[0], buffer.place(end)[0]


def _section(section: Section, report: Report, buffer: Buffer) -> types.DocumentSymbol:
    parts = [
        _symbol(_words(p.heading, buffer), p.heading.cover(p.body), p.heading, buffer, [])
        for p in section.subsections
        if p.heading.of(buffer.text).strip()
    ]
    parts += [
        _symbol(_TABLES[t.kind], t.span, t.span, buffer, []) for t in report.tables if section.body.contains(t.span)
    ]
    return _symbol(_words(section.heading, buffer), section.span, section.heading, buffer, parts)


def _symbol(
    name: str, whole: Span, head: Span, buffer: Buffer, children: list[types.DocumentSymbol]
) -> types.DocumentSymbol:
    kind = types.SymbolKind.Array if name in _TABLES.values() else types.SymbolKind.Namespace
    around = range_of(whole.cover(head), buffer)
    return types.DocumentSymbol(name, kind, around, range_of(head, buffer), children=children)


def _words(span: Span, buffer: Buffer) -> str:
    return " ".join(span.of(buffer.text).split())


def flat(found: list[types.DocumentSymbol], uri: str, container: str | None = None) -> list[types.SymbolInformation]:
    """An outline for clients that know no nesting."""
    rows: list[types.SymbolInformation] = []
    for symbol in found:
        rows.append(
            types.SymbolInformation(
                types.Location(uri, symbol.range), symbol.name, symbol.kind, container_name=container
            )
        )
        rows += flat(list(symbol.children or ()), uri, symbol.name)
    return rows
