"""The 统计期限: from which day to which the figures count."""

from __future__ import annotations

import re

from drafter.model.report import Period
from drafter.model.view import View

_FROM = r"(?:(?P<y1>\d{2,5})年?)?(?P<m1>\d{1,2})月(?P<d1>\d{1,2})?日?"
_TO = r"(?:(?P<y2>\d{2,5})年?)?(?P<m2>\d{1,2})月(?P<d2>\d{1,2})?日?"
_PERIOD = re.compile(rf"(?:自|从|为|是)?{_FROM}(?:起|始)?，?(?:至|到|[-—–－~～]+|起至){_TO}(?:止|底)?")
_LEAD = re.compile(
    r"统计(?:的)?(?:数据)?(?:期限|时间|周期|时段|区间|范围)|数据(?:的)?(?:期限|起止)|期限(?=自|从|为|是)"
)


def find_period(view: View, start: int, end: int) -> Period | None:
    """The first statement of the period between two view indices (1 月 … 12 月 of some year)."""
    lead = _LEAD.search(view.text, start, end)
    stop = min(end, lead.end() + 60) if lead else end
    match = _PERIOD.search(view.text, lead.end() if lead else start, stop)
    if match is None or (lead is None and (match["m1"], match["m2"]) != ("1", "12")):
        return None
    first, last = _year(match["y1"]), _year(match["y2"])
    whole = bool(
        (match["m1"], match["d1"], match["m2"], match["d2"]) == ("1", "1", "12", "31")
        and match.group().count("月") == 2
        and match.group().count("日") == 2
        and first is not None
    )
    return Period(view.span(match.start(), match.end()), first, last if match["y2"] else first, whole)


def _year(text: str | None) -> int | None:
    return int(text) if text and len(text) == 4 else None
