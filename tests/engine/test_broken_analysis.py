"""An analysis that raises is said for every rule that needs it; the rest of the check goes on."""

from __future__ import annotations

import pytest

import drafter.engine.facts as facts
from drafter.data.sample import compose
from drafter.engine import Resources, check
from drafter.model.config import Config
from drafter.model.problem import BadData, Problem
from drafter.read.text import text_document


@pytest.mark.parametrize(
    ("analysis", "code", "other"),
    [("_with_suspects", "W101", "T303"), ("_with_matches", "W201", "T303"), ("_with_claims", "C301", "T303")],
)
def test_rules_that_need_it_are_crashed(monkeypatch: pytest.MonkeyPatch, analysis: str, code: str, other: str) -> None:
    def broken(*_: object) -> None:
        raise IndexError("坏了")

    monkeypatch.setattr(facts, analysis, broken)
    text = compose(cells={"requests.new.total": "99"})
    result = check(text_document(text, "草稿.txt"), Resources(), Config(select=(code, other)))
    assert result.crashed == (f"{code}：IndexError: 坏了",)
    assert {d.code for d in result.diagnostics} == {other}
    assert code not in {s.code for s in result.skipped}


def test_what_the_user_can_mend_goes_through(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise BadData("词表.tsv:3", "列数不对")

    monkeypatch.setattr(facts, "_with_matches", broken)
    with pytest.raises(BadData):
        check(text_document(compose(), "草稿.txt"), Resources(), Config(select=("W201",)))


def test_a_damaged_file_of_the_program_s_own_costs_its_rules_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise Problem("resource", "用字检查的数据损坏")

    monkeypatch.setattr(facts, "_with_suspects", broken)
    text = compose(cells={"requests.new.total": "99"})
    result = check(text_document(text, "草稿.txt"), Resources(), Config(select=("W101", "T303")))
    assert result.crashed == ("W101：用字检查的数据损坏",)
    assert {d.code for d in result.diagnostics} == {"T303"}
