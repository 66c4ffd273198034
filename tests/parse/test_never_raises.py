"""The parser takes anything: cut, shuffled and garbled reports are read as far as they go."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.data.form import load_forms
from drafter.data.sample import compose
from drafter.parse.report import parse_report
from drafter.read.text import text_document

BASE = compose()
LINES = BASE.splitlines(keepends=True)
FORMS = load_forms()


def parsed_spans_are_inside(text: str) -> None:
    report = parse_report(text_document(text, "x.txt"), FORMS)
    spans = [s.span for s in report.sections] + [t.span for t in report.tables] + list(report.narrative)
    spans += [c.span for t in report.tables for c in t.cells] + [x.span for t in report.tables for x in t.labels]
    assert all(0 <= s.start <= s.end <= len(text) for s in spans)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, len(BASE)), st.integers(0, len(BASE)))
def test_a_piece(start: int, end: int) -> None:
    parsed_spans_are_inside(BASE[min(start, end) : max(start, end)])


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(LINES), max_size=40))
def test_lines_in_any_order(lines: list[str]) -> None:
    parsed_spans_are_inside("".join(lines))


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="一二三四五六、（）.0123456789总体情况主动公开申请复议诉讼\n\t| ", max_size=200))
def test_noise(text: str) -> None:
    parsed_spans_are_inside(text)
