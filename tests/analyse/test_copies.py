"""Passages shared between reports."""

from __future__ import annotations

from drafter.analyse.copies import shared_passages
from drafter.model.audit import Passage

A = "部分村公开栏更新不及时，有的内容长期没有更换。"
B = "部分村公开栏更新不够及时，有的内容长期没有更换。"
C = "经办人员身兼数职，对公开要求掌握不全。"


def test_near_passages_of_different_owners_are_grouped() -> None:
    passages = [Passage(0, 1, A), Passage(1, 1, B), Passage(2, 1, C), Passage(0, 2, C)]
    copies, alike = shared_passages(passages, [p.text for p in passages], ["甲", "乙", "丙", "甲"], 80)
    assert [[p.report for p in c.passages] for c in copies] == [[2, 0], [0, 1]]
    assert {(p.first, p.second, p.shared) for p in alike} == {(0, 1, 1), (2, 0, 1)}


def test_an_agency_may_repeat_itself() -> None:
    passages = [Passage(0, 1, A), Passage(1, 1, A)]
    assert shared_passages(passages, [A, A], ["甲", "甲"], 80) == ((), ())


def test_nothing_to_compare() -> None:
    assert shared_passages([], [], [], 80) == ((), ())
