"""Contradictions that another figure of the paragraph explains."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from drafter.analyse.claims.doubt import doubted
from drafter.model.claim import Claim
from drafter.model.span import Span

NEW, OTHER = "requests.new.total", "requests.new.other"


def claim(text: str, words: str, value: int, cell: str = NEW, verdict: str = "contradicted") -> Claim:
    at = text.index(words)
    span = Span(at, at + len(words))
    return Claim(words, span, cell, "eq", Decimal(value), ((cell,),), verdict, number_span=span)


def verdicts(text: str, *claims: Claim) -> list[str]:
    return [c.verdict for c in doubted(claims, text)]


def test_another_scope_beside_the_figure_that_holds() -> None:
    text = "全县收到申请90件，县政府本级收到申请12件。"
    first, second = claim(text, "全县收到申请90件", 90), claim(text, "县政府本级收到申请12件", 12, verdict="holds")
    assert verdicts(text, first, second) == ["unchecked", "holds"]
    assert doubted([first, second], text)[0].soft


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("清理后继续有效90件，年底目录列有128件。", "unchecked"),
        ("继续有效90件，其中新制发12.8件。", "contradicted"),
        ("继续有效90件，占上年的128%。", "contradicted"),
        ("年底目录列有128件。\n继续有效90件。", "contradicted"),
    ],
)
def test_the_cells_figure_stands_in_the_paragraph(text: str, verdict: str) -> None:
    told = replace(claim(text, "继续有效90件", 90, "disclosure.normative.valid"), found=Decimal(128))
    assert verdicts(text, told) == [verdict]


def test_the_cells_figure_is_another_cells() -> None:
    text = "收到申请130件，办结128件。"
    told = replace(claim(text, "收到申请130件", 130), found=Decimal(128))
    done = claim(text, "128", 128, "requests.total.total", "holds")
    assert verdicts(text, told, done) == ["contradicted", "holds"]


def test_several_figures_of_one_cell_are_parts() -> None:
    text = "从受理机关看，甲机关收到31件、乙机关收到98件。"
    assert verdicts(text, claim(text, "31件", 31), claim(text, "98件", 98)) == ["unchecked", "unchecked"]


@pytest.mark.parametrize(("value", "verdict"), [(5, "unchecked"), (6, "contradicted")])
def test_what_is_left_of_one_figure_by_another(value: int, verdict: str) -> None:
    text = f"收到申请154件，自然人149件，其余{value}件。"
    found = verdicts(
        text,
        claim(text, "收到申请154件", 154, verdict="holds"),
        claim(text, "自然人149件", 149, "requests.new.natural", "holds"),
        claim(text, f"其余{value}件", value, OTHER),
    )
    assert found[2] == verdict


def test_a_lone_contradiction_stays() -> None:
    text = "收到申请4件，结转1件。"
    assert verdicts(text, claim(text, "收到申请4件", 4)) == ["contradicted"]


def test_figures_of_another_paragraph_explain_nothing() -> None:
    text = "收到申请4件。\n新收申请0件。"
    assert (
        verdicts(text, claim(text, "收到申请4件", 4), claim(text, "新收申请0件", 0, verdict="holds"))[0]
        == "contradicted"
    )


def test_the_same_figure_twice_is_one_statement() -> None:
    text = "收到申请4件，4件均已办结。"
    one = claim(text, "收到申请4件", 4)
    assert verdicts(text, one, replace(one, span=Span(8, 10), number_span=Span(8, 10))) == ["contradicted"] * 2


def test_a_figure_told_rightly_before_leaves_room_for_another() -> None:
    text = "全县收到申请90件。\n县政府本级收到申请12件。"
    first, second = claim(text, "全县收到申请90件", 90, verdict="holds"), claim(text, "县政府本级收到申请12件", 12)
    assert verdicts(text, first, second) == ["holds", "unchecked"]


@pytest.mark.parametrize(("opening", "verdict"), [("收到", "unchecked"), ("收到政府信息公开", "contradicted")])
def test_several_figures_that_all_differ_are_of_other_cases(opening: str, verdict: str) -> None:
    text = f"{opening}复议申请142件，维持71件。"
    found = verdicts(
        text,
        claim(text, f"{opening}复议申请142件", 142, "review.reconsideration.total"),
        claim(text, "维持71件", 71, "review.reconsideration.upheld"),
    )
    assert found == [verdict, verdict]


@pytest.mark.parametrize(
    ("text", "verdict"), [("已审结的案件中没有被纠正的", "unchecked"), ("没有被纠正的案件", "contradicted")]
)
def test_a_denial_of_some_is_not_held_against_all(text: str, verdict: str) -> None:
    denial = replace(claim(text, text, 0, "review.litigation.corrected"), relation="none", number_span=None)
    assert verdicts(text, denial) == [verdict]
