from __future__ import annotations

import pytest

from drafter.analyse.claims import survey
from drafter.analyse.claims.lexer import lexer
from drafter.analyse.claims.parts import sorts
from drafter.model.report import Report


def cells(text: str) -> list[str]:
    return [c.cell for c in survey(text, Report(), 2024).claims if c.cell]


@pytest.mark.parametrize("clause", ["按承办单位分", "从申请内容来看", "全年以受理机关统计"])
def test_clause_that_sorts(clause: str) -> None:
    assert sorts(lexer().nodes(clause))


@pytest.mark.parametrize("clause", ["从数量看", "从总体情况看", "按时答复", "从严把关"])
def test_clause_that_does_not(clause: str) -> None:
    assert not sorts(lexer().nodes(clause))


def test_parts_that_make_up_a_whole_name_no_cell() -> None:
    head = "2024年收到政府信息公开申请20件。"
    assert cells(head + "办公室受理12件、法规科受理8件。") == ["requests.new.total"]
    assert len(cells(head + "办公室受理12件、法规科受理7件。")) > 1


def test_what_was_done_and_what_is_left_are_no_parts_of_one_kind() -> None:
    found = cells("2024年收到政府信息公开申请20件，办结18件，剩余2件结转下年度。")
    assert found == ["requests.new.total", "requests.total.total", "requests.carried_out.total"]


def test_parts_that_name_their_rows_keep_them() -> None:
    found = cells("办结政府信息公开申请8件。5个工作日内予以公开6件，不予公开2件。")
    assert found == ["requests.total.total", "requests.granted.total", "requests.refused.total"]
