"""Numbers as people write them: 12, 1,234, 3.5万, 十二, 一百零三, 两, 百分之三十."""

from __future__ import annotations

import re
from decimal import Decimal

_DIGITS = dict(zip("零〇一二两三四五六七八九", (0, 0, 1, 2, 2, 3, 4, 5, 6, 7, 8, 9), strict=True))
_SMALL = {"十": 10, "百": 100, "千": 1000}
_LARGE = {"万": 10_000, "亿": 100_000_000}
_HANZI = re.compile(r"[零〇一二两三四五六七八九十百千万亿]+")


def arabic(text: str, scale: str = "") -> Decimal:
    """`1,234` or `3.5` times the scale word after it (万, 百 …)."""
    number = Decimal(text.replace(",", "").replace("，", ""))
    return number * (_SMALL.get(scale) or _LARGE.get(scale) or 1) if scale else number


def hanzi(text: str) -> Decimal | None:
    """A Chinese numeral, None when it is no number (`百千`, `万一`)."""
    if not _HANZI.fullmatch(text):
        return None
    if all(char in _DIGITS for char in text):
        return Decimal("".join(str(_DIGITS[char]) for char in text))
    total = section = digit = 0
    for char in text:
        if char in _DIGITS:
            digit = _DIGITS[char]
        elif char in _SMALL:
            section += (digit or 1) * _SMALL[char]
            digit = 0
        else:
            total = (total + section + digit) * _LARGE[char]
            section = digit = 0
    return Decimal(total + section + digit)
