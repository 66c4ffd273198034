"""The rules of form and tables take any report: cut, shuffled, garbled ones too."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.data.sample import compose
from drafter.engine import Resources, check
from drafter.model.config import Config
from drafter.model.problem import UnreadableInput
from drafter.read.text import text_document

BASE = compose()
LINES = BASE.splitlines(keepends=True)
RESOURCES = Resources()
CONFIG = Config(select=("F1", "F2", "F3", "F4", "T"))


def passes(text: str) -> None:
    try:
        result = check(text_document(text, "试.txt"), RESOURCES, CONFIG)
    except UnreadableInput:
        return
    assert not result.crashed
    assert all(0 <= d.span.start <= d.span.end <= len(text) for d in result.diagnostics)
    edits = [e for d in result.diagnostics if d.fix for e in d.fix.edits]
    assert all(e.span.end <= len(text) for e in edits)


@settings(max_examples=15, deadline=None)
@given(st.integers(0, len(BASE)), st.integers(0, len(BASE)))
def test_a_report_with_a_piece_cut_out(start: int, end: int) -> None:
    passes(BASE[: min(start, end)] + BASE[max(start, end) :])


@settings(max_examples=15, deadline=None)
@given(st.permutations(LINES))
def test_lines_in_any_order(lines: list[str]) -> None:
    passes("".join(lines))


@settings(max_examples=15, deadline=None)
@given(st.lists(st.tuples(st.integers(0, len(BASE) - 1), st.sampled_from("0１—/无（）一二\n\t|年月")), max_size=30))
def test_characters_replaced(changes: list[tuple[int, str]]) -> None:
    text = list(BASE)
    for at, char in changes:
        text[at] = char
    passes("".join(text))
