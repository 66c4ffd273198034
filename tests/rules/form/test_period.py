"""The days a stated period names, and what it leaves out."""

from __future__ import annotations

import pytest

from drafter.rules.form.period import days_of


@pytest.mark.parametrize(
    ("words", "missing"),
    [
        ("自2024年1月1日起至2024年12月31日止", ()),
        ("2024年1月1日至12月31日", ()),
        ("2024年01月01日—2024年12月31日", ()),
        ("自2024年1月1日至12月31止", ("日",)),
        ("自20241月1日起至2024年12月31日止", ("年",)),
        ("为20251月1日到12月31日", ("年",)),
        ("1月1日至12月31日", ("年份",)),
        ("2024年1月至12月", ("日期",)),
    ],
)
def test_missing(words: str, missing: tuple[str, ...]) -> None:
    days = days_of(words)
    assert days is not None
    assert days.missing == missing
    assert days.whole_year


@pytest.mark.parametrize("words", ["2024年1月1日至2024年12月20日", "2024年2月1日至12月31日"])
def test_part_of_a_year(words: str) -> None:
    days = days_of(words)
    assert days is not None
    assert not days.whole_year


def test_other_words() -> None:
    assert days_of("全年") is None
