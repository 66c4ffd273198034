"""Runs the grammar over a text and hands out what it found as plain values with source spans."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from drafter.analyse.claims.arithmetic import reckon
from drafter.analyse.claims.clauses import Statement
from drafter.analyse.claims.interpret import Context
from drafter.analyse.claims.lexer import lexer
from drafter.analyse.claims.meaning import Meaning
from drafter.analyse.claims.reader import Reader
from drafter.analyse.claims.records import Record
from drafter.analyse.claims.sentences import Passage, passages
from drafter.analyse.claims.structure import breakdowns, changes, figure, rates, shares
from drafter.model.claim import Breakdown, Claim, Share, Survey
from drafter.model.report import Report
from drafter.model.span import Span

_TEN_THOUSAND = Decimal(10_000)


def survey(text: str, report: Report, year: int | None) -> Survey:
    """Claims and other figures of the prose, in order. Spans count code points of `text`."""
    found: list[Passage] = []
    reader = Reader(Context(year=year, agency=report.agency))
    paragraph = -1
    every = tuple(passages(text, report))
    for passage in every:
        if not passage.spoken:
            continue
        if passage.paragraph != paragraph:
            paragraph = passage.paragraph
            reader.context.paragraph(passage.section)
        found.append(passage)
        reader.read(lexer().nodes(passage.view.text), len(found) - 1)
    claims = [c for r in reader.records for c in _record_claims(text, found[r.sentence], r)]
    claims += [_statement_claim(text, found[number], s) for number, s in reader.said]
    views = [p.view for p in found]
    figures = [figure(text, views[r.sentence], r) for r in reader.records]
    counted = reckon(((p.view, p.paragraph) for p in every), year)
    return Survey(
        claims=tuple(sorted(claims, key=lambda c: (c.span.start, c.span.end))),
        figures=tuple(figures),
        breakdowns=_without_twins(breakdowns(reader.records, figures), counted.breakdowns),
        shares=_first_of_each(shares(reader, figures, views), counted.shares),
        rates=tuple(rates(reader, views)),
        changes=tuple(changes(reader, figures, views)),
        sums=counted.sums,
        shifts=counted.shifts,
        progress=counted.progress,
    )


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


def _record_claims(text: str, passage: Passage, record: Record) -> list[Claim]:
    span = passage.view.span(record.start, record.end)
    number = passage.view.span(*record.node.number)
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
