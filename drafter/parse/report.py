"""A document read as a report."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import islice

from drafter.model.document import Document
from drafter.model.form import Form
from drafter.model.report import Period, Report, Section, Subsection
from drafter.model.span import Span
from drafter.model.table import Table
from drafter.parse.agency import agency_kind, agency_level
from drafter.parse.canvas import Canvas, canvas_of
from drafter.parse.headings import Heading, find_headings
from drafter.parse.period import find_period
from drafter.parse.sections import exact_title, subsections_of
from drafter.parse.tables import Region, parse_table
from drafter.parse.title import Title, find_title

_ANCHORS = {
    "disclosure": re.compile(r"第二十条第?[（(]一[)）]项|本年制发件数|本年新制作数量"),
    "requests": re.compile(r"[（(]?本列数据的勾稽关系|一、本年新收政府信息公开申请"),
    "review": re.compile(r"行政复议行政诉讼结果维持|结果维持结果纠正"),
}
_OPENING = re.compile(
    r"(?:本(?:年度)?报告(?:是|由|根据|依据|按照)|(?:根据|按照|依据|遵照|为贯彻|为落实|为进一步|现将|现公布)[^。]{0,60}(?:条例|通知|要求|规定|报告))"
)
_ABOUT_ITSELF = re.compile(r"本(?:年度)?报告|统计期限|编制")
_LONGEST_SUBJECT = 60
_CRUMBS = re.compile(r"首页|位置|来源|发布|时间|日期|浏览|字号|报告|年报|[>＞|]|\d{4}-")
_MOST_TRIED = 20
"""Places outside its section where a table is looked for."""
_OLD_HEADS = ("本年新制作数量", "本年新公开数量", "对外公开总数量", "上一年项目数量")


def parse_report(document: Document, forms: tuple[Form, ...], year: int | None = None) -> Report:
    """Title, period, sections and tables of a document. `forms` are newest first; `year` overrides the title's.

    Never raises for odd input: what is not found is absent.
    """
    canvas = canvas_of(document)
    newest = forms[0]
    headings = find_headings(canvas, newest)
    first = headings[0].start if headings else min(len(canvas.view.text), 3000)
    title = find_title(canvas, first)
    preamble, period = _preamble(canvas, title, headings)
    year = year or (title.year if title else None) or (period.end_year if period else None)
    form = _form(canvas, forms, year)
    sections = tuple(_section(canvas, form, h, stop) for h, stop in _with_ends(canvas, headings))
    tables = tuple(_tables(canvas, headings, forms, form))
    agency = title.agency if title else ""
    return Report(
        title=title.span if title else None,
        agency=agency,
        agency_span=title.agency_span if title else None,
        kind=agency_kind(agency),
        level=agency_level(agency),
        year=year,
        year_span=title.year_span if title else None,
        form=form.year,
        period=period,
        preamble=preamble,
        sections=sections,
        tables=tables,
        narrative=tuple(_narrative(preamble, sections, tables)),
    )


def _form(canvas: Canvas, forms: tuple[Form, ...], year: int | None) -> Form:
    """By year; where there is no year, by the heads that only the older form has."""
    if year is None:
        old = sum(head in canvas.view.text for head in _OLD_HEADS) >= 2
        return forms[-1] if old else forms[0]
    for form in forms:
        if form.first_year <= year <= (form.last_year or year):
            return form
    return forms[0]


def _with_ends(canvas: Canvas, headings: tuple[Heading, ...]) -> Iterator[tuple[Heading, int]]:
    ends = [h.start for h in headings[1:]] + [len(canvas.view.text)]
    yield from zip(headings, ends[: len(headings)], strict=True)


def _section(canvas: Canvas, form: Form, heading: Heading, stop: int) -> Section:
    view = canvas.view
    words = view.text[heading.title : heading.end]
    form_section = next(s for s in form.sections if s.kind == heading.kind)
    body = Span(view.home[heading.end - 1] + 1, view.home[stop])
    return Section(
        kind=heading.kind,
        number=heading.number,
        heading=view.span(heading.start, heading.end),
        title=view.span(heading.title, heading.end),
        body=body,
        exact=exact_title(words, form_section),
        subsections=_parts(canvas, form, heading, stop),
    )


def _parts(canvas: Canvas, form: Form, heading: Heading, stop: int) -> tuple[Subsection, ...]:
    if heading.kind in ("disclosure", "requests", "review"):
        return ()  # （一） there are rows of the table
    return subsections_of(canvas, heading.end, stop, form.subsections if heading.kind == "overview" else ())


def _tables(canvas: Canvas, headings: tuple[Heading, ...], forms: tuple[Form, ...], form: Form) -> Iterator[Table]:
    for kind in ("disclosure", "requests", "review"):
        for region in _regions(canvas, headings, kind):
            found = _best(canvas, region, forms if kind == "disclosure" else (form,), kind)
            if found is not None:
                yield found
                break


def _best(canvas: Canvas, region: Region, forms: tuple[Form, ...], kind: str) -> Table | None:
    """The reading by the form that leaves fewest rows missing; the older form's table may stand in a newer report."""
    best: Table | None = None
    for form in forms:
        table = parse_table(canvas, region, form, kind)
        if table is not None and (best is None or _amiss(table) < _amiss(best)):
            best = table
        if best is not None and not _amiss(best):
            break
    return best


def _amiss(table: Table) -> int:
    """How much of the form a reading has not found, or not in so many words."""
    return sum(not label.exact for label in table.labels) + 2 * len(table.missing_rows)


def _regions(canvas: Canvas, headings: tuple[Heading, ...], kind: str) -> Iterator[Region]:
    """The section's body first; else from the table's own first words to the next heading."""
    text = canvas.view.text
    bounds = [*(h.start for h in headings), len(text)]
    for heading in headings:
        if heading.kind == kind:
            yield Region(heading.end, bounds[bisect_right(bounds, heading.start)])
    others = [m.start() for k, anchor in _ANCHORS.items() if k != kind for m in anchor.finditer(text)]
    stops = sorted([*bounds, *others])
    for anchor in islice(_ANCHORS[kind].finditer(text), _MOST_TRIED):
        yield Region(anchor.start(), stops[bisect_left(stops, max(anchor.end(), anchor.start() + 1))])


def _preamble(canvas: Canvas, title: Title | None, headings: tuple[Heading, ...]) -> tuple[Span | None, Period | None]:
    """The words between title and first heading; where there are none, the sentence in section one that opens so."""
    view = canvas.view
    first = headings[0].start if headings else len(view.text)
    begin = view.at(title.span.end) if title and title.span.end <= view.home[first] else 0
    opening = _OPENING.search(view.text, begin, first)
    if opening:
        start = _line_start(canvas, begin, opening.start())
        return view.span(start, first), find_period(view, opening.start(), first) or _later(canvas, headings)
    period = find_period(view, begin, first)
    if period is not None:
        line = canvas.line_at(view.at(period.span.start))
        return view.span(max(begin, line.start if line else begin), first), period
    return _inside(canvas, headings), _later(canvas, headings)


def _line_start(canvas: Canvas, begin: int, opening: int) -> int:
    """Where the sentence of a preamble begins: who reports may stand before what it rests on, and so may a page's
    bread crumbs, which are no part of it."""
    line = canvas.line_at(opening)
    start = max(begin, line.start) if line else opening
    before = canvas.view.text[start:opening]
    return opening if len(before) > _LONGEST_SUBJECT or _CRUMBS.search(before) else start


def _inside(canvas: Canvas, headings: tuple[Heading, ...]) -> Span | None:
    """A preamble put behind the first heading: a line there that speaks of the report itself."""
    if not headings:
        return None
    stop = headings[1].start if len(headings) > 1 else len(canvas.view.text)
    for line in canvas.lines:
        words = canvas.view.text[line.start : line.end]
        if headings[0].end <= line.start < stop and _OPENING.match(words) and _ABOUT_ITSELF.search(words):
            return canvas.view.span(line.start, line.end)
    return None


def _later(canvas: Canvas, headings: tuple[Heading, ...]) -> Period | None:
    if not headings:
        return None
    stop = headings[1].start if len(headings) > 1 else len(canvas.view.text)
    return find_period(canvas.view, headings[0].end, stop)


def _narrative(preamble: Span | None, sections: tuple[Section, ...], tables: tuple[Table, ...]) -> Iterator[Span]:
    """Prose: the preamble and the bodies of all sections, less the tables in them."""
    if preamble is not None and not any(s.body.contains(preamble) for s in sections):
        yield preamble
    for section in sections:
        inside = sorted((t.span for t in tables if section.body.overlaps(t.span)), key=lambda s: s.start)
        if not inside and section.kind in ("disclosure", "requests", "review"):
            continue
        at = section.body.start
        for table in inside:
            if at < table.start:
                yield Span(at, table.start)
            at = max(at, table.end)
        if at < section.body.end:
            yield Span(at, section.body.end)
