"""Who reports: invented cities, counties, townships, sub-districts and departments."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass

_COUNTIES = (
    ("霁川市", "岫云县"), ("霁川市", "澜汀县"), ("霁川市", "苇湾区"),
    ("朔岚市", "砚坪县"), ("朔岚市", "漱石县"), ("朔岚市", "栖棠区"),
)  # fmt: skip
_FIRST = "霜藜砚蓼岫棹绡荻漪篁黛蕤"
_SECOND = "坞汀坪岙塬坳洑墩"
_DEPARTMENTS = (
    "农业农村局", "市场监督管理局", "教育局", "自然资源局",
    "水利局", "民政局", "交通运输局", "卫生健康局", "文化和旅游局",
)  # fmt: skip
LAST_YEAR = 2025
_SPANS = (5, 3, 2, 3, 5, 2, 3, 2)


@dataclass(frozen=True, slots=True)
class Agency:
    """An invented agency. `busy` is 0 for one that gets no applications up to 3; `years` are those it reported on."""

    name: str
    region: str
    level: str
    kind: str
    short: str
    busy: int
    years: tuple[int, ...]
    seed: int


def agencies() -> tuple[Agency, ...]:
    """All of them, always the same."""
    rng = random.Random("agencies")
    made = []
    for number, (name, region, level, kind) in enumerate(_names(rng)):
        span = _SPANS[number % len(_SPANS)]
        last = LAST_YEAR - (number % 7 == 3)
        busy = {"township": (0, 0, 1), "subdistrict": (0, 1, 1), "department": (1, 1, 2), "government": (3, 3, 3)}[kind]
        short = {"township": f"本{name.removesuffix('人民政府')[-1]}", "subdistrict": "本街道", "department": "本局"}
        years = tuple(range(last - span + 1, last + 1))
        made.append(
            Agency(name, region, level, kind, short.get(kind, f"全{name.removesuffix('人民政府')[-1]}"),
                   rng.choice(busy), years, number)
        )  # fmt: skip
    return tuple(made)


def _names(rng: random.Random) -> Iterator[tuple[str, str, str, str]]:
    places = [a + b for a in _FIRST for b in _SECOND]
    rng.shuffle(places)
    for city in dict.fromkeys(city for city, _ in _COUNTIES):
        yield f"{city}人民政府", city, "city", "government"
    for city, county in _COUNTIES:
        yield f"{county}人民政府", city, "county", "government"
        for _ in range(5):
            yield f"{county}{places.pop()}{rng.choice('镇镇乡')}人民政府", county, "township", "township"
        for _ in range(2):
            yield f"{county}{places.pop()}街道办事处", county, "township", "subdistrict"
        for department in rng.sample(_DEPARTMENTS, 3):
            yield f"{county}{department}", county, "county", "department"
