"""Choosing and applying edits."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.engine.fixes import applicable, apply_edits, newline_of, plan
from drafter.model.diagnostic import Diagnostic, Edit, Fix, Safety, Severity
from drafter.model.span import Span


def found(code: str, *edits: tuple[int, int, str], safety: Safety = Safety.SAFE) -> Diagnostic:
    changes = tuple(Edit(Span(a, b), new) for a, b, new in edits)
    return Diagnostic(code, code.lower(), Severity.WARNING, changes[0].span, "错", fix=Fix("改", changes, safety))


def test_edits_are_applied_from_the_end() -> None:
    edits = [Edit(Span(0, 1), "甲甲"), Edit(Span(2, 3), ""), Edit(Span(4, 4), "丁")]
    assert apply_edits("一二三四", edits) == "甲甲二四丁"


def test_overlapping_edits_are_refused() -> None:
    with pytest.raises(ValueError, match="overlap"):
        apply_edits("一二三四", [Edit(Span(0, 2), ""), Edit(Span(1, 3), "")])


@pytest.mark.parametrize(
    ("text", "newline"), [("一\r\n二\n", "\r\n"), ("一\n二\r\n", "\n"), ("一\r二", "\r"), ("一", "\n")]
)
def test_new_lines_follow_the_text(text: str, newline: str) -> None:
    assert newline_of(text) == newline
    assert apply_edits(text, [Edit(Span(0, 0), "零\n")]) == f"零{newline}{text}"


def test_safe_fixes_go_before_unsafe_ones() -> None:
    chosen = plan([found("A1", (0, 2, "x"), safety=Safety.UNSAFE), found("B1", (1, 3, "y"))], unsafe=True)
    assert [d.code for d in chosen.chosen] == ["B1"]


def test_a_fix_is_taken_whole_or_not_at_all() -> None:
    chosen = plan([found("A1", (0, 1, "x")), found("B1", (0, 1, "y"), (5, 6, "z")), found("C1", (5, 6, "w"))])
    assert [d.code for d in chosen.chosen] == ["A1", "C1"]


def test_the_same_edit_of_two_rules_is_made_once() -> None:
    chosen = plan([found("A1", (0, 1, "x")), found("B1", (0, 1, "x"), (2, 3, "y"))])
    assert [d.code for d in chosen.chosen] == ["A1", "B1"]
    assert len(chosen.edits) == 2


@pytest.mark.parametrize("other", [(1, 1, "y"), (0, 1, "y"), (1, 2, "y")])
def test_edits_that_touch_where_something_is_put_in_wait(other: tuple[int, int, str]) -> None:
    chosen = plan([found("A1", (1, 1, "x")), found("B1", other)])
    assert len(chosen.chosen) == 1


def test_only_asked_for() -> None:
    fixes = {s: Fix("改", (Edit(Span(0, 1), ""),), s) for s in Safety}
    assert [s for s in Safety if applicable(fixes[s])] == [Safety.SAFE]
    assert [s for s in Safety if applicable(fixes[s], unsafe=True)] == [Safety.SAFE, Safety.UNSAFE]
    assert not applicable(None)
    assert not applicable(Fix("改", (), Safety.SAFE))
    assert not plan([found("A1", (0, 1, ""))], without={"A1"}).edits


EDITS = st.tuples(st.integers(0, 20), st.integers(0, 4), st.text("甲乙\n", max_size=3)).map(
    lambda t: (t[0], min(t[0] + t[1], 20), t[2])
)


@given(st.lists(st.lists(EDITS, min_size=1, max_size=1), max_size=12))
def test_any_set_of_fixes_gives_a_plan_that_applies(edits: list[list[tuple[int, int, str]]]) -> None:
    text = "零一二三四五六七八九" * 2
    chosen = plan([found(f"A{i}", *each) for i, each in enumerate(edits)])
    result = apply_edits(text, chosen.edits)
    assert len(result) == len(text) + sum(len(e.text) - len(e.span) for e in chosen.edits)
    starts = [e.span for e in chosen.edits]
    assert starts == sorted(starts)
