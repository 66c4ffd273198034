"""Stock phrases with one character wrong, and texts that only come near one."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.analyse.spelling import Speller
from drafter.analyse.spelling.stock import stock_of, stock_slips
from drafter.analyse.spelling.stream import read_stream
from drafter.data.spelling.lists import load_stock


def found(speller: Speller, text: str) -> list[tuple[str, str]]:
    return [(s.wrong, s.right) for s in speller.suspects(text)]


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("答复文书的规范性有代提高。", ("代", "待")),
        ("对评查排明靠后的两个科室进行约谈。", ("明", "名")),
        ("群众满意度较上年有所提生。", ("生", "升")),
        ("把公开工作纳入年度考合，逐项打分。", ("合", "核")),
        ("全年收到政府信息公开申请12健，均已答复。", ("健", "件")),
    ],
)
def test_one_character_of_a_stock_phrase(speller: Speller, text: str, pair: tuple[str, str]) -> None:
    assert found(speller, text) == [pair]


@pytest.mark.parametrize(
    "text",
    [
        "答复文书的规范性有待提高。",
        "健全信息安全保证体系，做好服务保证工作。",  # 保证 is a word as it stands
        "把政府网站集约化平台建设作为重点。",
        "自提交之日起，为收到申请之日。",
        "对排名第三的单位进行通报。",
        "发布了实验区的公告3条。",
    ],
)
def test_what_makes_words_is_meant(speller: Speller, text: str) -> None:
    assert found(speller, text) == []


def test_places_count_code_points_behind_edges(speller: Speller) -> None:
    text = "𠮷祥。\n 二、 问题：针对性有代加强。"
    (suspect,) = speller.suspects(text)
    assert text[suspect.start : suspect.end] == "代"


def test_only_phrases_of_four_and_more_count(speller: Speller) -> None:
    codes = read_stream("有代改。有代改进。").codes
    short = stock_of(("有待改",))
    assert stock_slips(codes, short, speller.tables, speller.reader) == []
    assert len(stock_slips(codes, stock_of(("有待改", "有待改进")), speller.tables, speller.reader)) == 1


def test_every_word_of_a_row_with_every_other(tmp_path: Path) -> None:
    (tmp_path / "s").write_text("first\tthen\n有待 亟待\t加强 提高\n", encoding="utf-8")
    assert load_stock(tmp_path / "s") == ("有待加强", "有待提高", "亟待加强", "亟待提高")
    assert load_stock(tmp_path / "none") == ()
    (tmp_path / "s").write_text("first\tthen\n有待\n", encoding="utf-8")
    with pytest.raises(ValueError, match="s:2:"):
        load_stock(tmp_path / "s")
