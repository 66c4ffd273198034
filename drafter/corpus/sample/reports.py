"""Whole sample reports."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from hashlib import sha256

from drafter.corpus.past import PastReport, PastSection
from drafter.corpus.sample.agencies import Agency, agencies
from drafter.corpus.sample.figures import tables
from drafter.corpus.sample.prose import Voice, numbered
from drafter.corpus.staging import pack
from drafter.model.pieces import pieces
from drafter.model.span import Span

_PARTS = (
    ("proactive", "（一）主动公开", 2),
    ("on_request", "（二）依申请公开", 0),
    ("management", "（三）政府信息管理", 1),
    ("platform", "（四）政府信息公开平台建设", 1),
    ("supervision", "（五）监督保障", 1),
)


def sample_reports() -> Iterator[PastReport]:
    """Every report of every agency, year by year; always the same."""
    for agency in agencies():
        yield from reports_of(agency)


def reports_of(agency: Agency) -> Iterator[PastReport]:
    """The reports of one agency."""
    figures = tables(agency)
    voice = Voice(agency)
    for year in agency.years:
        yield _report(agency, year, figures[year], voice)


def _report(agency: Agency, year: int, cells: dict[str, Decimal], voice: Voice) -> PastReport:
    sections = (
        _section("preamble", "", "", voice.standard("preamble", year, cells)),
        _section("overview", "", "一、总体情况", voice.standard("overview", year, cells)),
        *(_part(voice, year, cells, *part) for part in _PARTS),
        _problems(voice, year, cells),
        _section("other", "", "六、其他需要报告的事项", voice.standard("other", year, cells)),
    )
    title = f"{agency.name}{year}年政府信息公开工作年度报告"
    bare = PastReport(
        agency=agency.name,
        year=year,
        region=agency.region,
        level=agency.level,
        kind=agency.kind,
        title=title,
        origin=f"示例/{title}",
        sections=sections,
        cells=cells,
    )
    return _with_digest(bare)


def _with_digest(report: PastReport) -> PastReport:
    return replace(report, digest=sha256(pack(report)).hexdigest())


def _section(kind: str, subsection: str, heading: str, *paragraphs: list[str]) -> PastSection:
    return PastSection(kind, subsection, heading, tuple(_cut("".join(p)) for p in paragraphs if p))


def _cut(paragraph: str) -> tuple[str, ...]:
    return tuple(span.of(paragraph) for span in pieces(paragraph, Span(0, len(paragraph))))


def _part(voice: Voice, year: int, cells: Mapping[str, Decimal], kind: str, heading: str, own: int) -> PastSection:
    sentences = voice.standard(kind, year, cells) + voice.own(kind, own, year, "overview")
    return _section("overview", kind, heading, sentences)


def _problems(voice: Voice, year: int, cells: Mapping[str, Decimal]) -> PastSection:
    opening, following = voice.standard("problems", year, cells)
    faults = numbered(voice.own("faults", 2, year, "problems"))
    measures = numbered(voice.own("measures", 2, year, "measures"))
    return _section("problems", "", "五、存在的主要问题及改进情况", [opening, *faults], [following, *measures])
