from __future__ import annotations

from drafter.data.form import load_forms
from drafter.model.config import Config
from drafter.model.diagnostic import Safety, Severity
from drafter.model.facts import Facts, Match
from drafter.model.prose import Prose
from drafter.model.report import Report
from drafter.model.span import Span
from drafter.read.text import text_document
from drafter.rules.wording.matches import each, grouped

TEXT = "其它信息和其它事项约300条左右。"


def _facts(*matches: Match) -> Facts:
    document = text_document(TEXT, "示例.txt")
    return Facts(document, Prose(TEXT, Report()), Config(), load_forms()[0], matches=matches)


def _match(start: int, end: int, right: str, **more: object) -> Match:
    return Match("r", Span(start, end), right, "info", "异形词", "W203", **more)  # type: ignore[arg-type]


def test_each_match_is_a_finding_of_the_rows_severity() -> None:
    (first, second) = each(_facts(_match(0, 2, "其他"), _match(5, 7, "其他")), "W203")
    assert (first.severity, first.actual, first.expected) == (Severity.INFO, "其它", "其他")
    assert "应为“其他”" in first.message
    assert second.span == Span(5, 7)


def test_other_codes_are_left_alone() -> None:
    assert list(each(_facts(_match(0, 2, "其他")), "W201")) == []


def test_grouped_matches_share_finding_and_fix() -> None:
    (finding,) = grouped(_facts(_match(0, 2, "其他", safety="safe"), _match(5, 7, "其他", safety="safe")), "W203")
    assert "全文2处" in finding.message
    assert [r.span for r in finding.related] == [Span(5, 7)]
    assert finding.fix is not None
    assert finding.fix.safety is Safety.SAFE
    assert [(e.span, e.text) for e in finding.fix.edits] == [(Span(0, 2), "其他"), (Span(5, 7), "其他")]


def test_a_fix_that_touches_a_figure_is_only_shown() -> None:
    (finding,) = each(_facts(_match(9, 16, "约300条", safety="safe")), "W203")
    assert finding.fix is not None
    assert finding.fix.safety is Safety.DISPLAY


def test_a_choice_or_nothing_makes_no_fix() -> None:
    both = each(_facts(_match(0, 2, "其他／别的"), _match(5, 7, "")), "W203")
    assert [f.fix for f in both] == [None, None]


def test_the_first_of_two_sentences_is_related() -> None:
    (finding,) = each(_facts(_match(5, 7, "", others=(Span(0, 2),))), "W203")
    assert [(r.message, r.span) for r in finding.related] == [("前文", Span(0, 2))]
