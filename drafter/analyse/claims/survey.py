"""Runs the grammar over a text and hands out what it found as plain values with source spans."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from drafter.analyse.claims.arithmetic import reckon
from drafter.analyse.claims.clauses import Statement
from drafter.analyse.claims.interpret import Context
from drafter.analyse.claims.lexer import lexer
from drafter.analyse.claims.meaning import Meaning
from drafter.analyse.claims.reader import Reader
from drafter.analyse.claims.readings import Readings
from drafter.analyse.claims.records import Record
from drafter.analyse.claims.sentences import Passage, stretches
from drafter.analyse.claims.structure import breakdowns, changes, figure, rates, shares
from drafter.model.claim import Breakdown, Claim, Share, Survey
from drafter.model.report import Report
from drafter.model.span import Span
from drafter.model.view import View

_TEN_THOUSAND = Decimal(10_000)
_GOES_ON = ("其中", "（其中", "(其中")


class _Line(NamedTuple):
    """A sentence to read; `first` says that it begins a paragraph."""

    text: str
    section: str
    first: bool


def survey(text: str, report: Report, year: int | None) -> Survey:
    """Claims and other figures of the prose, in order. Spans count code points of `text`."""
    prose = stretches(text, report)
    spoken = [paragraph for stretch in prose for paragraph in stretch.spoken()]
    read = _read(spoken, year, report.agency)
    sentences = [p for paragraph in spoken for p in paragraph]
    views = {number: sentences[number].view for number in {r.sentence for r in read.records}}
    claims = [c for r in read.records for c in _record_claims(text, views[r.sentence], r)]
    claims += [_statement_claim(text, sentences[number], s) for number, s in read.said]
    figures = [figure(views[r.sentence], r) for r in read.records]
    counted = reckon(prose, year)
    return Survey(
        claims=tuple(sorted(claims, key=lambda c: (c.span.start, c.span.end))),
        figures=tuple(figures),
        breakdowns=_without_twins(breakdowns(read.records, figures), counted.breakdowns),
        shares=_first_of_each(shares(read, figures, sentences), counted.shares),
        rates=tuple(rates(read, sentences)),
        changes=tuple(changes(read, figures, sentences, year)),
        sums=counted.sums,
        shifts=counted.shifts,
        progress=counted.progress,
        hundreds=counted.hundreds,
    )


def _read(spoken: Iterable[Sequence[Passage]], year: int | None, agency: str) -> Readings:
    """What the sentences of the paragraphs say."""
    units: list[list[_Line]] = []
    for paragraph in spoken:
        lines = [_Line(p.text, p.section, at == 0) for at, p in enumerate(paragraph)]
        if units and lines and lines[0].text.startswith(_GOES_ON):
            units[-1] += lines
        elif lines:
            units.append(lines)
    whole = Readings()
    for unit in units:
        whole.take(_read_unit(tuple(unit), year, agency), len(unit))
    return whole


@lru_cache(maxsize=256)
def _read_unit(lines: tuple[_Line, ...], year: int | None, agency: str) -> Readings:
    """What a paragraph says, with those behind it that go on with its list. No other leans on it."""
    reader = Reader(Context(year=year, agency=agency))
    for number, line in enumerate(lines):
        if line.first:
            reader.context.paragraph(line.section)
        reader.read(lexer().nodes(line.text), number)
    for record in reader.records:
        record.close()
    return Readings(reader.records, reader.remarks, reader.said)


def _without_twins(known: Iterable[Breakdown], more: Iterable[Breakdown]) -> tuple[Breakdown, ...]:
    """Lists the grammar knows, and the others where it knows none with one of their parts."""
    first = tuple(known)
    parts = {p.number_span for b in first for p in b.parts}
    return first + tuple(b for b in more if parts.isdisjoint(p.number_span for p in b.parts))


def _first_of_each(known: Iterable[Share], more: Iterable[Share]) -> tuple[Share, ...]:
    """Shares the grammar knows, and the others where it knows none of the same percentage."""
    first = tuple(known)
    ends = {s.span.end for s in first}
    return first + tuple(s for s in more if s.span.end not in ends)


def _record_claims(text: str, view: View, record: Record) -> list[Claim]:
    if not record.meanings and not record.partial:
        return []
    span = view.span(record.start, record.end)
    number = view.span(*record.node.number)
    if not record.meanings:
        part = Meaning("requests", topic="part")
        return [_claim(text, span, part, record.node.relation, record.node.value, number, record.scope)]
    return [
        _claim(
            text, span, m, record.node.relation, amount(record.node.value, record.node.unit, m), number, record.scope
        )
        for m in record.meanings
    ]


def _statement_claim(text: str, passage: Passage, statement: Statement) -> Claim:
    span = passage.view.span(statement.start, statement.end)
    return _claim(text, span, statement.meaning, statement.relation, statement.value, None, 0)


def amount(value: Decimal | None, unit: str, meaning: Meaning) -> Decimal | None:
    """Money for table two is counted in 万元."""
    if value is None or meaning.domain != "fees":
        return value
    return {"元": value / _TEN_THOUSAND, "亿元": value * _TEN_THOUSAND}.get(unit, value)


def _claim(
    text: str, span: Span, meaning: Meaning, relation: str, value: Decimal | None, number: Span | None, group: int
) -> Claim:
    return Claim(
        text=span.of(text),
        span=span,
        cell=meaning.cell,
        relation=relation,
        value=value,
        readings=meaning.readings,
        number_span=number,
        group=group,
        topic=meaning.topic,
        soft=meaning.soft,
    )
