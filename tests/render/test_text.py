"""Text for people and for editors that read one line a finding."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

import pytest

from drafter.model.claim import Claim
from drafter.render.text import Style, render
from tests.render.golden import expected, made
from tests.render.samples import TEXT, checked, clean, outcomes, span_of


@pytest.mark.parametrize("name", ["text.txt", "text-all.txt", "text-quiet.txt", "text-color.txt", "concise.txt"])
def test_golden(name: str) -> None:
    assert made(name) == expected(name)


def test_colour_adds_nothing_but_colour() -> None:
    assert re.sub(r"\x1b\[[0-9;]*m", "", made("text-color.txt")) == made("text.txt")


def test_caret_stands_under_the_words() -> None:
    lines = render([checked()], Style()).split("\n")
    shown = next(i for i, line in enumerate(lines) if "未收到依申请公开，" in line)
    # Wide characters take two columns; the caret line counts columns, the line itself characters.
    before = lines[shown].index("未收到")
    columns = sum(2 if ord(c) > 0x2E80 else 1 for c in lines[shown][:before])
    assert lines[shown + 1].index("^") == columns
    assert lines[shown + 1].count("^") == 2 * len("未收到依申请公开")


def test_concise_is_file_line_column() -> None:
    first = render([checked()], Style(concise=True)).split("\n")[0]
    line = TEXT[: span_of("未收到").start].count("\r\n") + 1
    column = span_of("未收到").start - TEXT.rindex("\r\n", 0, span_of("未收到").start) - 1
    assert first.startswith(f"草稿/报告 1.txt:{line}:{column}: error C301 ")


def test_nothing_to_say_says_what_was_checked() -> None:
    assert render([clean()], Style()).startswith("通知.md：没有发现问题。")


def test_nothing_checked_is_nothing() -> None:
    assert render([], Style()) == ""


def test_total_counts_files_that_could_not_be_read() -> None:
    assert render(outcomes(), Style()).endswith("共 3 个文件：2 处错误、1 处警告、1 处提示，1 个读不出。\n")


def test_a_claim_about_no_cell_points_nowhere() -> None:
    words = "未收到依申请公开"
    claim = Claim(words, span_of(words), "", "eq", Decimal(0), why="三张表里没有这一项数字")
    shown = render([replace(checked(), claims=(claim,))], Style(claims=True))
    assert "[未核对] 未收到依申请公开（三张表里没有这一项数字）\n" in shown


def test_a_files_name_stays_on_one_line() -> None:
    document = replace(checked().document, name="草\n稿\u2028.txt")
    lines = render([replace(checked(), document=document)], Style(concise=True)).splitlines()
    assert all(line.startswith("草\ufffd稿\ufffd.txt:") for line in lines)
