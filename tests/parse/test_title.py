"""Titles: agency and year, wherever the page puts them."""

from __future__ import annotations

import pytest

from drafter.data.sample import compose
from tests.parse.reading import read


@pytest.mark.parametrize(
    ("title", "agency", "year"),
    [
        ("云溪县青石镇人民政府2024年政府信息公开工作年度报告", "云溪县青石镇人民政府", 2024),
        ("云溪县水利局2023年度政府信息公开工作年度报告", "云溪县水利局", 2023),
        ("2024年云溪县水利局政府信息公开工作年度报告", "云溪县水利局", 2024),
        ("云溪县水利局\n2024年政府信息公开工作年度报告", "云溪县水利局", 2024),
        ("云溪县水利局 2024 年政府信息公开工作\n年度报告", "云溪县水利局", 2024),
        ("# 云溪县水利局2024年政府信息公开年报", "云溪县水利局", 2024),
        ("云溪县水利局二〇二四年政府信息公开工作年度报告", "云溪县水利局", 2024),
    ],
)
def test_titles(title: str, agency: str, year: int) -> None:
    report = read(compose(title=title))
    assert (report.agency, report.year) == (agency, year)


def test_the_words_of_the_preamble_are_no_title() -> None:
    text = compose().split("\n", 1)[1].replace("根据", "现公布2024年政府信息公开工作年度报告。根据", 1)
    assert read(text).title is None


def test_a_title_with_the_whole_text_behind_it() -> None:
    report = read("".join(compose().splitlines()))
    assert (report.agency, report.year) == ("云溪县青石镇人民政府", 2024)


def test_a_title_with_the_whole_text_behind_it_below_a_trail() -> None:
    text = "首页 > 政务公开 > 年报\n字号：大 中 小\n" + "".join(compose().splitlines())
    report = read(text)
    assert (report.agency, report.year) == ("云溪县青石镇人民政府", 2024)
    assert report.title is not None
    assert report.title.of(text) == "云溪县青石镇人民政府2024年政府信息公开工作年度报告"
