"""A report as the form says it is: title, period, sections, tables."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property

from drafter.model.span import Span
from drafter.model.table import Cell, Table

SECTION_KINDS = ("overview", "disclosure", "requests", "review", "problems", "other")
SUBSECTION_KINDS = ("proactive", "on_request", "management", "platform", "supervision")
TABLE_KINDS = ("disclosure", "requests", "review")


@dataclass(frozen=True, slots=True)
class Subsection:
    """A numbered part of a section; `kind` is one of SUBSECTION_KINDS where the heading says so, else empty."""

    kind: str
    number: str
    heading: Span
    body: Span


@dataclass(frozen=True, slots=True)
class Section:
    """One of the six mandated parts.

    `heading` covers number and title, `title` the title alone (both in the source), `number` is the number as written
    (`一`, `1`, or empty), `body` runs to the next heading. `exact` says that the title is the mandated wording or an
    accepted long form. `subsections` stand in text order.
    """

    kind: str
    number: str
    heading: Span
    title: Span
    body: Span
    exact: bool = True
    subsections: tuple[Subsection, ...] = ()

    @property
    def span(self) -> Span:
        """Heading and body together."""
        return self.heading.cover(self.body)

    @property
    def end(self) -> int:
        """Where heading and body end."""
        return max(self.heading.end, self.body.end)

    def part_at(self, offset: int) -> Subsection | None:
        """The part whose heading or body holds a source offset."""
        before = bisect_right(self.subsections, offset, key=lambda p: p.heading.start)
        part = self.subsections[before - 1] if before else None
        return part if part and offset < part.body.end else None


@dataclass(frozen=True, slots=True)
class Period:
    """The 统计期限 as stated: `span` of the whole phrase, the years of both ends and whether it runs over a full
    year."""

    span: Span
    start_year: int | None
    end_year: int | None
    complete: bool


@dataclass(frozen=True)
class Report:
    """What was found. Missing parts are None or absent, never invented.

    `agency` is the full name in the title, `kind` one of government, township, subdistrict, department, other;
    `level` one of province, city, county, township or empty where the name does not tell.
    `sections` stand in text order. `narrative` are the spans of prose (preamble, sections one, five and six), in order.
    """

    title: Span | None = None
    agency: str = ""
    agency_span: Span | None = None
    kind: str = ""
    level: str = ""
    year: int | None = None
    year_span: Span | None = None
    form: str = "2021"
    period: Period | None = None
    preamble: Span | None = None
    sections: tuple[Section, ...] = ()
    tables: tuple[Table, ...] = ()
    narrative: tuple[Span, ...] = ()
    notes: tuple[str, ...] = field(default=())

    @cached_property
    def _starts(self) -> list[int]:
        return [s.heading.start for s in self.sections]

    def section(self, kind: str) -> Section | None:
        """The first section of that kind."""
        return next((s for s in self.sections if s.kind == kind), None)

    def section_at(self, offset: int) -> Section | None:
        """The section whose heading or body holds a source offset."""
        before = bisect_right(self._starts, offset)
        section = self.sections[before - 1] if before else None
        return section if section and offset < max(section.end, section.heading.start + 1) else None

    def table(self, kind: str) -> Table | None:
        """The table of that kind."""
        return next((t for t in self.tables if t.kind == kind), None)

    def cell(self, address: str) -> Cell | None:
        """The cell at an address such as `requests.new.total`, where it was found."""
        table = self.table(address.split(".", 1)[0])
        return table.cell(address) if table else None
