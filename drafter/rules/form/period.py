"""A stated period taken apart: which characters are there and which days it names."""

from __future__ import annotations

import re
from dataclasses import dataclass

_DAY = r"(?:(?P<y{0}>\d{{2,5}})(?P<n{0}>年?))?(?P<m{0}>\d{{1,2}})月(?P<d{0}>\d{{1,2}})?(?P<r{0}>日?)"
_PERIOD = re.compile(
    r"(?:自|从|为|是)?" + _DAY.format(1) + r"(?:起|始)?(?:至|到|[-—–－~～]+|起至)(?:同年|当年)?" + _DAY.format(2)
)


@dataclass(frozen=True, slots=True)
class Days:
    """`missing` are the characters left out (年, 日 or a day's number), `first` and `last` month and day as stated."""

    missing: tuple[str, ...]
    first: tuple[int, int | None]
    last: tuple[int, int | None]

    @property
    def whole_year(self) -> bool:
        """Whether the days named are the first and the last of a year, as far as they are named."""
        return self.first in ((1, 1), (1, None)) and self.last in ((12, 31), (12, None))


def days_of(words: str) -> Days | None:
    """The days in the words of a period (spaces dropped), or None when they are not such words."""
    found = _PERIOD.search(words)
    if found is None:
        return None
    missing = []
    for i in ("1", "2"):
        if found[f"y{i}"] and not found[f"n{i}"]:
            missing.append("年")
        if not found[f"d{i}"]:
            missing.append("日期")
        elif not found[f"r{i}"]:
            missing.append("日")
    if found["y1"] is None or len(found["y1"]) != 4:
        missing.append("年份")
    first, last = ((int(found[f"m{i}"]), int(found[f"d{i}"]) if found[f"d{i}"] else None) for i in ("1", "2"))
    return Days(tuple(dict.fromkeys(missing)), first, last)
