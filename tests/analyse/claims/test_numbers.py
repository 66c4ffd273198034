"""Numbers as people write them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.analyse.claims.numbers import arabic, hanzi

_DIGITS = "零一二三四五六七八九"


def spelt(number: int) -> str:
    """A number below ten thousand in Chinese numerals, with the 零 that people write."""
    text, gap = "", False
    for power, unit in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // power % 10
        if digit:
            text += ("零" if gap and text else "") + _DIGITS[digit] + unit
        gap = not digit
    return text or "零"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("两", 2),
        ("十二", 12),
        ("一百零三", 103),
        ("二〇二四", 2024),
        ("三千五百", 3500),
        ("一万二千", 12000),
        ("百", 100),
    ],
)
def test_chinese_numerals(text: str, value: int) -> None:
    assert hanzi(text) == value


def test_no_numeral() -> None:
    assert hanzi("一件") is None


@given(st.integers(min_value=0, max_value=9999))
def test_every_spelt_number_is_read(number: int) -> None:
    assert hanzi(spelt(number)) == number


@pytest.mark.parametrize(
    ("text", "scale", "value"),
    [("1,234", "", "1234"), ("1，234", "", "1234"), ("3.5", "万", "35000"), ("2", "百", "200")],
)
def test_digits(text: str, scale: str, value: str) -> None:
    assert arabic(text, scale) == Decimal(value)
