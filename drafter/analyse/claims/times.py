"""Figures of less than the year, or of what was done within some days of it."""

from __future__ import annotations

import re

from drafter.analyse.claims.features import Features

_COUNT = r"(?<!\d)(?:\d{1,3}|[一二两三四五六七八九十]{1,3})"
_DAYS = re.compile(
    f"{_COUNT}(?:个?工作日|个?自然日|天|日|个?小时|个月|周|分钟)(?:之?内|以内|左右|以上|的?期限)"
    f"|{_COUNT}(?:个?工作日|天)|当[天日场周月]|即[时日]|次日|隔日|同日"
)
_MONTHS = re.compile(r"(?<!\d)(?:(\d{1,2})月?份?(?:至|到|[-—－])(\d{1,2})|(\d{1,2}))月份?(?!\d)")
_MONTH = re.compile(r"(?<!\d)(\d{1,2})月")
_UNTIL = re.compile("截至|截止|自|起|施行|实施")
_YEAR = ("1", "12", "")
_DONE = frozenset({"answer", "finish", "handle"})


def within_days(f: Features) -> bool:
    """Whether a figure is of what was answered within some days: 10个工作日内答复8件, 当场答复2件."""
    if f.rows or f.columns or f.results or not _DONE & set(f.acts):
        return False
    return _DAYS.search(_text(f)) is not None


def within_months(f: Features) -> bool:
    """Whether a figure is of some months only: 1月至6月收到8件."""
    if f.rows:
        return False
    text = _text(f)
    return any(m.groups("") != _YEAR for m in _MONTHS.finditer(text)) and _UNTIL.search(text) is None


def short_of_year(words: str) -> bool:
    """Whether words name months and none of them is the last: 截至5月底未收到."""
    months = _MONTH.findall(words)
    return bool(months) and "12" not in months


def _text(f: Features) -> str:
    return "".join(n.text for n in f.nodes)
