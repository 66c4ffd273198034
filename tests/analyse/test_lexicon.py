"""Every row of the word lists is tried on its own examples; and what holds for all rows."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.analyse.lexicon import REJECTED, find_matches
from drafter.analyse.prose import prose_view
from drafter.analyse.sentences import sentences_of
from drafter.data.lexicon import Row, load_lexicons
from drafter.data.sample import unmark
from drafter.model.facts import Match
from drafter.model.report import Report
from drafter.model.span import Span
from drafter.model.view import folded
from drafter.read.text import text_document

ROWS = load_lexicons().rows


def matches(
    text: str,
    year: int | None = None,
    accept: Sequence[str] = (),
    reject: Sequence[str] = (),
    tables: Sequence[Span] = (),
) -> tuple[Match, ...]:
    sentences = sentences_of(text_document(text, "示例.txt"), Report())
    prose = prose_view(folded(text), sentences)
    return find_matches(text, prose, sentences, load_lexicons(), year=year, accept=accept, reject=reject, tables=tables)


def wrong(text: str, **settings: object) -> list[str]:
    return [m.span.of(text) for m in matches(text, **settings)]  # type: ignore[arg-type]


def _year(row: Row) -> int | None:
    return max(row.first_year, min(2024, row.last_year)) if row.bounded_by_year else None


@pytest.mark.parametrize("row", ROWS, ids=[row.where for row in ROWS])
def test_row_finds_its_bad_example(row: Row) -> None:
    for example in row.bad:
        marked = unmark(example)
        found = [(m.row, m.span) for m in matches(marked.text, _year(row))]
        assert found == [(row.key, span) for span in marked.spans]
        assert len(marked.spans) == 1


@pytest.mark.parametrize("row", ROWS, ids=[row.where for row in ROWS])
def test_row_is_silent_on_its_good_example(row: Row) -> None:
    for example in row.good:
        assert wrong(example, year=_year(row)) == []


@pytest.mark.parametrize("row", [r for r in ROWS if r.right and "／" not in r.right], ids=lambda r: r.where)
def test_row_leaves_nothing_after_its_remedy(row: Row) -> None:
    for example in row.bad:
        text = unmark(example).text
        (match,) = matches(text, _year(row))
        mended = text[: match.span.start] + match.right + text[match.span.end :]
        assert row.key not in [m.row for m in matches(mended, _year(row))]


def test_spaces_and_full_width_digits_do_not_hide_a_word() -> None:
    assert wrong("截止 ２０２４ 年 12 月 31 日，共发布信息 80 条。") == ["截止"]
    assert wrong("做好政 策解度工作。") == ["政 策解度"]


def test_words_are_not_joined_across_paragraphs() -> None:
    assert wrong("全面公开政策\n解度另行说明。") == []


def test_a_guard_that_cannot_see_past_a_wrapped_line_is_silent() -> None:
    assert wrong("深入学习贯彻习近平新时代中国特色社会主义\n思想，做好公开工作。") == []


def test_radicals_of_pdf_text_are_folded() -> None:
    assert wrong("在⻔户网战发布信息。") == ["⻔户网战"]


def test_year_bounds() -> None:
    text = "深入学习党的二十届四中全会精神。"
    assert wrong(text, year=2024) == ["二十届四中全会"]
    assert wrong(text, year=2025) == []
    assert wrong(text, year=None) == []


def test_accepted_words_are_silent() -> None:
    assert wrong("其它信息", accept=("其它",)) == []
    assert wrong("其它信息", accept=("其它信息",)) == []
    assert wrong("其它信息", accept=("信息",)) == ["其它"]


def test_rejected_words_are_reported() -> None:
    text = "青石云发布信息，青石云更新栏目。"
    found = matches(text, reject=("青石云=青石发布", "", "  "))
    assert [(m.code, m.right, m.span.of(text)) for m in found] == [(REJECTED, "青石发布", "青石云")] * 2


def test_tables_are_skipped() -> None:
    text = "其它信息\n其它结果"
    assert [m.span for m in matches(text, tables=(Span(5, 9),))] == [Span(0, 2)]


def test_soft_rows_are_silent_in_titles() -> None:
    assert wrong("贯彻《其它事项规定》。") == []
    assert wrong("贯彻《政策解度规定》。") == ["政策解度"]


def test_the_longest_of_overlapping_rows_stays() -> None:
    assert wrong("全面建立建全制度。") == ["建立建全"]


@given(st.text(alphabet="政策解度的 　\n\t，。《》12年其它公开审核", max_size=60))
def test_matches_lie_in_the_text_and_in_order(text: str) -> None:
    spans = [m.span for m in matches(text)]
    assert all(span.end <= len(text) and len(span) for span in spans)
    assert [s.start for s in spans] == sorted(s.start for s in spans)


@given(st.text(alphabet="公开 　\n\t\u00a0。１Ａ", max_size=40))
def test_prose_view_leads_home(text: str) -> None:
    view = folded(text)
    prose = prose_view(view, sentences_of(text_document(text, "示例.txt"), Report()))
    assert list(prose.home) == sorted(set(prose.home))
    home = {at: char for char, at in zip(view.text, view.home, strict=False)}
    assert all(home[at] == char for char, at in zip(prose.text, prose.home, strict=False))
    assert set(home.values()) - set(prose.text) <= set(" \u3000\u00a0\n\t")
