"""The stated period: years of both ends, and whether it is a whole year written in full."""

from __future__ import annotations

import pytest

from drafter.data.sample import compose
from tests.parse.reading import read


@pytest.mark.parametrize(
    ("words", "years", "complete"),
    [
        ("自2024年1月1日起至2024年12月31日止", (2024, 2024), True),
        ("为2024年1月1日至12月31日", (2024, 2024), True),
        ("从 2024 年 1 月 1 日到 2024 年 12 月 31 日", (2024, 2024), True),
        ("为2024年1月1日—2024年12月31日", (2024, 2024), True),
        ("自2023年1月1日起至2024年12月31日止", (2023, 2024), True),
        ("自2024年1月1日起至2024年12月31止", (2024, 2024), False),
        ("自2024年1月1日起，至2024年12月31日止", (2024, 2024), True),
        ("自2024年1月1日起至2024年11月30日止", (2024, 2024), False),
    ],
)
def test_periods(words: str, years: tuple[int, int], complete: bool) -> None:
    text = compose(preamble=f"根据《条例》编制本报告。本报告所列数据的统计期限{words}。")
    period = read(text).period
    assert period is not None
    assert (period.start_year, period.end_year) == years
    assert period.complete is complete
    assert period.span.of(text) in words


def test_no_period() -> None:
    assert read(compose(preamble="根据《条例》编制本报告。")).period is None


def test_dates_of_the_prose_are_no_period() -> None:
    text = compose(
        preamble="根据《条例》编制本报告。", lines={"更换失效链接7处": "2024年3月1日至3月20日更换失效链接7处"}
    )
    assert read(text).period is None


@pytest.mark.parametrize(
    ("line", "begins"),
    [
        (
            "青石镇人民政府（以下简称“镇政府”）根据《条例》编制本报告。统计期限为2024年1月1日至12月31日。",
            "青石镇人民政府（",
        ),
        ("首页 > 政府信息公开 > 年报 根据《条例》编制本报告。统计期限为2024年1月1日至12月31日。", "根据"),
        ("发布时间：2025-01-20 来源：青石镇 根据《条例》编制本报告。统计期限为2024年1月1日至12月31日。", "根据"),
    ],
)
def test_a_preamble_begins_with_who_reports_but_not_with_bread_crumbs(line: str, begins: str) -> None:
    text = compose(preamble=line)
    preamble = read(text).preamble
    assert preamble is not None
    assert preamble.of(text).startswith(begins)
