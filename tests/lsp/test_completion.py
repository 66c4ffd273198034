"""Where sentences are offered: at the beginning of one, never in the middle of what is being typed."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.data.sample import compose
from drafter.lsp.completion import Offer, offers
from drafter.lsp.desk import Desk
from drafter.model.config import Config

URI = "file:///草稿.txt"


def offered(part: str) -> list[Offer]:
    """What is offered at the ⟦⟧ in the requests part of the overview."""
    text = compose(sections={"overview": f"（二）依申请公开{part}\n（三）政府信息管理。拟稿时注明公开属性。"})
    at = text.index("⟦⟧")
    desk = Desk(lambda _: Config(select=("T303",)), use_corpus=False)
    desk.open(URI, Path("草稿.txt"), text.replace("⟦⟧", ""), "utf-16", 1)
    checked = desk.check(URI)
    assert checked is not None
    return offers(checked, at)


@pytest.mark.parametrize("part", ["。⟦⟧", "：⟦⟧本机关办理申请。", "\n⟦⟧", "\n　　⟦⟧", "\n本机关回应关切。\n⟦⟧"])
def test_all_are_offered_where_a_line_or_a_part_begins(part: str) -> None:
    found = offered(part)
    assert len(found) > 3
    assert {o.typed for o in found} == {0}


@pytest.mark.parametrize("before", ["\n", "。", "。本机关回应关切。", "\n一是回应关切；"])
def test_a_sentence_that_was_begun_is_offered(before: str) -> None:
    found = offered(f"{before}全年⟦⟧")
    assert found
    assert {(o.text[:2], o.typed) for o in found} == {("全年", 2)}


@pytest.mark.parametrize("part", ["⟦⟧", "\n本机关办理申请⟦⟧", "\n本机关办理申请。⟦⟧", "\n办理全年⟦⟧"])
def test_nothing_is_offered_inside_and_behind_other_sentences(part: str) -> None:
    assert offered(part) == []
