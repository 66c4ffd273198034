"""Checks a batch of reports and holds them against each other and against a list of agencies."""

from __future__ import annotations

import csv
import io
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from drafter.data.form import form_for
from drafter.data.slots import agency_key, names_of, shape
from drafter.model.audit import Audit, Passage
from drafter.model.lines import LineIndex
from drafter.model.problem import Problem, UnreadableInput
from drafter.model.result import Outcome, Result
from drafter.read.decode import decode
from drafter.workspace.inputs import read_file

FIGURES = (
    "requests.new.total",
    "requests.carried_in.total",
    "requests.total.total",
    "requests.carried_out.total",
    "disclosure.normative.valid",
    "disclosure.licences.decisions",
    "disclosure.penalties.decisions",
    "review.reconsideration.total",
    "review.litigation_direct.total",
    "review.litigation_after.total",
)


def compare(outcomes: Sequence[Outcome], expected: Sequence[str], threshold: float, year: int | None = None) -> Audit:
    """The batch side by side. `expected` are full names of agencies, empty when any may report."""
    from drafter.analyse.copies import SHORTEST, shared_passages

    passages = [p for i, o in enumerate(outcomes) if isinstance(o, Result) for p in _passages(i, o, SHORTEST)]
    agencies = [_agency(o) for o in outcomes]
    years = [_year(o) for o in outcomes]
    shapes = [shape(p.text, names_of(agencies[p.report]), years[p.report]).text for p in passages]
    owners = [agency_key(agencies[p.report]) or f"#{p.report}" for p in passages]
    copies, alike = shared_passages(passages, shapes, owners, threshold)
    usual = year or next((y for y, _ in Counter(y for y in years if y).most_common(1)), None)
    missing, unexpected = _against(expected, agencies)
    form = form_for(usual)
    return Audit(
        outcomes=tuple(outcomes),
        year=usual,
        copies=copies,
        alike=alike,
        missing=missing,
        unexpected=unexpected,
        doubled=tuple(_doubled(agencies, years)),
        other_years=tuple(i for i, y in enumerate(years) if y and y != usual),
        figures=tuple((a, form.name(a)) for a in FIGURES),
    )


def read_expected(path: str) -> tuple[str, ...]:
    """The agencies of a list: one a line, or the first column of a .csv. Raises Problem."""
    try:
        text, _ = decode(read_file(Path(path)))
    except UnreadableInput as error:
        raise Problem("expected", f"机关名单 {path}：{error.message}") from error
    rows = csv.reader(io.StringIO(text))
    names = (row[0].strip() for row in rows if row and row[0].strip() and not row[0].lstrip().startswith("#"))
    return tuple(dict.fromkeys(names))


def _agency(outcome: Outcome) -> str:
    return outcome.report.agency if isinstance(outcome, Result) and outcome.report else ""


def _year(outcome: Outcome) -> int | None:
    return outcome.report.year if isinstance(outcome, Result) and outcome.report else None


def _passages(number: int, result: Result, shortest: int) -> Iterator[Passage]:
    """The sentences of section five that are long enough to tell."""
    from drafter.model.prose import Prose

    report = result.report
    if report is None:
        return
    index = LineIndex(result.document.text)
    for sentence in Prose(result.document.text, report).sentences:
        words = "".join(sentence.span.of(result.document.text).split())
        if sentence.section == "problems" and len(words) >= shortest:
            yield Passage(number, index.locate(sentence.span.start).line, words)


def _against(expected: Sequence[str], agencies: Sequence[str]) -> tuple[tuple[str, ...], tuple[int, ...]]:
    if not expected:
        return (), ()
    wanted = {agency_key(name) for name in expected}
    there = {agency_key(name) for name in agencies if name}
    missing = tuple(name for name in expected if agency_key(name) not in there)
    return missing, tuple(i for i, name in enumerate(agencies) if name and agency_key(name) not in wanted)


def _doubled(agencies: Sequence[str], years: Sequence[int | None]) -> Iterator[tuple[int, ...]]:
    places: dict[tuple[str, int | None], list[int]] = defaultdict(list)
    for i, (name, year) in enumerate(zip(agencies, years, strict=True)):
        if name:
            places[agency_key(name), year].append(i)
    yield from (tuple(found) for found in places.values() if len(found) > 1)
