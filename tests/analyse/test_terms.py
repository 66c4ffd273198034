from __future__ import annotations

import pytest

from drafter.analyse.terms import slips_of
from drafter.data.lexicon import Term
from tests.analyse.test_lexicon import wrong


def _slips(term: str, unless: str = "") -> set[str]:
    return {s.wrong for s in slips_of((Term(tuple(term.split()), frozenset(unless.split()), "测试"),))}


def test_slips_of_a_term() -> None:
    assert _slips("企事业 单位 信息 公开") == {
        "企事事业单位信息公开",
        "企事业业单位信息公开",
        "企事业单单位信息公开",
        "企事业位信息公开",
        "企事业位单信息公开",
        "企事业单位位信息公开",
        "企事业单信息公开",
        "企事业单位信信息公开",
        "企事业单位息公开",
        "企事业单位息信公开",
        "企事业单位信息息公开",
        "企事业单位信公开",
        "企事业单位信息公公开",
        "企事业单位信息公",
    }


def test_attested_spellings_are_no_slips() -> None:
    assert "企事业单信息公开" not in _slips("企事业 单位 信息 公开", "企事业单信息公开")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("推进企事业单信息公开。", ["企事业单信息公开"]),
        ("落实政府信息公开条条例。", ["政府信息公开条条例"]),
        ("纳入领导小。", ["领导小"]),
        ("纳入领导小组。", []),
        ("依法不履行处罚决定的，由执行处罚决定机关处理。", []),
        ("发布政府信息公开工作年度报告。", []),
    ],
)
def test_slips_in_a_text(text: str, found: list[str]) -> None:
    assert wrong(text) == found
