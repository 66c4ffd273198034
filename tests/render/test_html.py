"""The report page: every finding is marked and listed, everything is escaped, nothing is fetched."""

from __future__ import annotations

import re
from decimal import Decimal
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from drafter.model.block import Grid, GridCell, Paragraph
from drafter.model.claim import Claim
from drafter.model.diagnostic import Diagnostic, Edit, Fix, Related, Safety, Severity
from drafter.model.document import Document, Note
from drafter.model.result import Failure, Result, Suppressed
from drafter.model.source import SourceText
from drafter.model.span import Span
from drafter.render.html import render
from drafter.render.page.marks import Marker, marks_of

VOID = {"meta", "input", "br"}


class Page(HTMLParser):
    """Checks that tags balance and collects what the tests look at."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.marks: list[tuple[str, str]] = []
        self.words = ""
        self.feed(page)
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.ids += [values["id"] or ""] if "id" in values else []
        self.links += [values[name] or "" for name in ("href", "src", "action") if name in values]
        if tag == "mark":
            self.marks.append((values["class"] or "", ""))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "mark" in self.open:
            level, words = self.marks[-1]
            self.marks[-1] = (level, words + data)
        if "article" in self.open:
            self.words += data


def document(text: str, *blocks: Paragraph | Grid) -> Document:
    spans = (Span(m.start(), m.end()) for m in re.finditer(r"[^\n]+", text))
    return Document("稿.txt", SourceText(text), blocks or tuple(Paragraph(span) for span in spans))


def finding(start: int, end: int, severity: Severity = Severity.WARNING, **more: object) -> Diagnostic:
    values: dict[str, object] = {
        "code": "W101",
        "name": "x",
        "severity": severity,
        "span": Span(start, end),
        "message": "疑似错字",
    }
    return Diagnostic(**(values | more))  # type: ignore[arg-type]


def page_of(text: str, *found: Diagnostic) -> Page:
    return Page(render([Result(document(text), None, found)]))


def test_every_finding_is_marked_and_listed() -> None:
    page = page_of("这领导班子\n收到4件", finding(0, 5), finding(6, 10, Severity.ERROR))
    assert page.marks == [("warning", "这领导班子"), ("error", "收到4件")]
    assert {"d1-1", "d1-2", "m1-1", "m1-2"} <= set(page.ids)


def test_links_stay_inside_the_page_and_lead_somewhere() -> None:
    page = page_of("这领导班子\n收到4件", finding(0, 5, related=(Related("另一处", Span(6, 10)),)), finding(1, 1))
    assert page.links
    assert {link[1:] for link in page.links} <= set(page.ids)
    assert len(page.ids) == len(set(page.ids))


def test_overlapping_findings_take_the_gravest_level() -> None:
    page = page_of("甲乙丙丁", finding(0, 3), finding(1, 4, Severity.ERROR))
    assert page.marks == [("warning", "甲"), ("error", "乙丙"), ("error", "丁")]


def test_a_missing_thing_has_a_sign() -> None:
    assert page_of("甲乙", finding(2, 2)).marks == [("warning", "‸")]


def test_a_finding_between_paragraphs_is_shown() -> None:
    assert ("warning", "\n\n\n") in page_of("甲\n\n\n乙", finding(1, 4)).marks


def test_tables_keep_their_shape_and_show_the_failing_cell() -> None:
    grid = Grid(Span(0, 5), (GridCell(Span(0, 1), 0, 0, 1, 2), GridCell(Span(2, 3), 1, 0), GridCell(Span(4, 5), 1, 1)))
    html = render([Result(document("甲\n4\t5", grid), None, (finding(4, 5, Severity.ERROR),))])
    assert '<td colspan="2">甲</td>' in html
    assert '<td class="error"><mark' in html
    Page(html)


def test_everything_from_the_document_is_escaped() -> None:
    evil = "<script>alert(1)</script>\"'&"
    fix = Fix(evil, (Edit(Span(0, 1), evil),), Safety.UNSAFE)
    found = finding(
        0, 8, message=evil, related=(Related(evil, Span(0, 3), ""), Related(evil, None, evil)), fix=fix, basis=(evil,)
    )
    claim = Claim(evil, Span(0, 3), evil, "eq", Decimal(4), verdict="contradicted", found=Decimal(5), why=evil)
    source = Document(evil, SourceText(evil), (Paragraph(Span(0, len(evil)), layer="header"),), notes=(Note(evil),))
    result = Result(
        source, None, (found,), (claim,), suppressed=(Suppressed(found, "silencer", evil),), crashed=(evil,)
    )
    html = render([result, Failure(evil, "damaged", evil)])
    assert html.count("<script") == 1
    assert Page(html).words == evil.join(["页眉", ""])


def test_the_page_is_self_contained() -> None:
    html = render([Result(document("甲"), None)])
    assert "http://" not in html
    assert "https://" not in html
    assert "default-src 'none'" in html


def test_what_could_not_be_read_is_said() -> None:
    html = render([Failure("坏.pdf", "damaged", "不是完好的 PDF"), Result(document("甲"), None)])
    assert "坏.pdf" in html
    assert "不是完好的 PDF" in html
    assert "没有发现问题" in html


def test_claims_stand_contradictions_first() -> None:
    claims = (
        Claim("收到4件", Span(0, 1), "requests.new.total", "eq", Decimal(4), verdict="holds", found=Decimal(4)),
        Claim("收到5件", Span(1, 2), "requests.new.total", "eq", Decimal(5), verdict="contradicted", found=Decimal(4)),
    )
    html = render([Result(document("甲乙"), None, (), claims)], {"requests.new.total": "表三“本年新收·总计”"})
    assert html.index("收到5件") < html.index("收到4件")
    assert "表三“本年新收·总计”" in html


_SPANS = st.tuples(st.integers(0, 12), st.integers(0, 6)).map(lambda pair: (pair[0], min(pair[0] + pair[1], 12)))


@given(st.text(st.sampled_from("甲乙𠮷<&\"'\n\t"), min_size=12, max_size=12), st.lists(_SPANS, max_size=6))
def test_marking_changes_no_word(text: str, spans: list[tuple[int, int]]) -> None:
    marker = Marker(text, marks_of([finding(*span) for span in spans], "1"))
    page = Page(f"<article>{marker.html(Span(0, 12))}</article>")
    assert page.words.replace("‸", "") == text
    assert sorted(page.ids) == sorted(f"m1-{n}" for n in range(1, len(spans) + 1))
