"""Shapes are lossless, and agencies are recognised by their names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.data.slots import (
    AGENCY,
    NUMBER,
    REGION,
    STRAY,
    YEAR,
    agency_key,
    agency_tail,
    fill,
    names_of,
    region_of,
    same_agency,
    shape,
)
from drafter.model.view import squeezed

NAME = "霁川市岫云县霜坞镇人民政府"
PIECES = ["2024", "2023", "12,345", "3.5%", "霜坞镇", "岫云县", "公开", "，", " ", "１２", STRAY, AGENCY, "年", NAME]


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join), st.sampled_from([None, 2023, 2024]))
def test_fill_gives_the_sentence_back(text: str, year: int | None) -> None:
    made = shape(text, names_of(NAME), year)
    assert fill(made.text, made.fillers, year) == squeezed(text).text


@given(st.text(max_size=40))
def test_any_text_survives(text: str) -> None:
    made = shape(text, names_of(NAME), 2024)
    assert fill(made.text, made.fillers, 2024) == squeezed(text).text


def test_two_agencies_have_one_shape() -> None:
    one = shape("2024 年，霜坞镇公开信息１２３条。", names_of("岫云县霜坞镇人民政府"), 2024)
    other = shape("2021年，蓼坳乡公开信息4,500条。", names_of("澜汀县蓼坳乡人民政府"), 2021)
    assert one.text == other.text == f"{YEAR}年，{AGENCY}公开信息{NUMBER}条。"
    assert (one.fillers, other.fillers) == (("霜坞镇", "123"), ("蓼坳乡", "4,500"))


def test_places_are_no_agencies() -> None:
    assert shape("岫云县门户网站", names_of("岫云县教育局"), None).text == f"{REGION}门户网站"


@pytest.mark.parametrize("fillers", [(), ("1", "2")])
def test_wrong_number_of_fillers(fillers: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match="fillers"):
        fill(f"公开{NUMBER}条", fillers, 2024)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("岫云县人民政府", "岫云县", True),
        ("霁川市岫云县教育局", "岫云县教育局", True),
        ("岫云县霜坞镇人民政府", "霜坞镇人民政府", False),
        ("岫云县教育局", "澜汀县教育局", False),
        ("岫云县", "岫云县教育局", False),
        ("霜坞街道办事处", "霜坞街道", True),
    ],
)
def test_same_agency(one: str, other: str, same: bool) -> None:
    assert same_agency(one, other) is same_agency(other, one) is same


def test_keys_and_regions() -> None:
    assert agency_key("岫云县 人民政府") == "岫云县"
    assert region_of("霁川市岫云县市场监督管理局") == "霁川市岫云县"
    assert region_of("岫云县人民政府") == ""
    assert agency_tail("霁川市岫云县教育局") == agency_tail("岫云县教育局") == "岫云县教育局"
    assert agency_tail("朔岚市人民政府") == "朔岚市"
    assert agency_tail("霁川市岫云县人民政府") == agency_tail("岫云县") == "岫云县"
