"""Wordings with their changeable parts taken out: names, years and figures become one character each.

Two sentences that differ only in whose they are, of which year and with which figures then have the same shape, so that
likeness measures wording alone. Shapes are lossless: `fill` gives the sentence back.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from drafter.model.view import squeezed

AGENCY, REGION, YEAR, LAST_YEAR, NEXT_YEAR, NUMBER, STRAY = (chr(0xE000 + i) for i in range(7))
SLOTS = frozenset((AGENCY, REGION, YEAR, LAST_YEAR, NEXT_YEAR, NUMBER, STRAY))
_YEARS = {YEAR: 0, LAST_YEAR: -1, NEXT_YEAR: 1}

_PLACE = re.compile(r"[^省市州盟县区旗]{1,7}?(?:自治[州县旗区]|[省市州盟县区旗])")
_BODY = re.compile(r"(?:街道|镇|乡|苏木|人民政府|办事处|管理委员会|管委会|党工委)")
_TAIL = re.compile(r"(?:人民政府|管理委员会|管委会|(?<=街道)办事处)$")
_FIGURE = r"\d+(?:[,，]\d{3})*(?:\.\d+)?"


@dataclass(frozen=True, slots=True)
class Names:
    """What an agency calls itself, and the places its name begins with; longest first."""

    agency: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Shape:
    """A wording with slots, and what stood in them (years left out: they follow from the report's year)."""

    text: str
    fillers: tuple[str, ...] = ()


def agency_key(agency: str) -> str:
    """The name under which an agency is the same from year to year: no spaces, no 人民政府 or 管委会 at the end."""
    name = squeezed(agency).text
    return _TAIL.sub("", name) or name


def same_agency(one: str, other: str) -> bool:
    """Whether two names are one agency's: equal, or one with the higher places left out (甲县某局, 乙市甲县某局)."""
    first, second = sorted((agency_key(one), agency_key(other)), key=len)
    return first == second or (second.endswith(first) and _begins_with_place(first))


def agency_tail(agency: str) -> str:
    """The agency's key with all places but the last left out; the same for all names of one agency."""
    key = agency_key(agency)
    places = _places(key)
    rest = key[sum(map(len, places)) :]
    return rest if not places or _begins_with_place(rest) else places[-1] + rest


def _begins_with_place(key: str) -> bool:
    return _PLACE.match(key) is not None


def region_of(agency: str) -> str:
    """The places an agency's name begins with (`甲市乙县` of 甲市乙县丙镇人民政府); empty when there is none."""
    return "".join(_places(squeezed(agency).text))


@lru_cache(maxsize=256)
def names_of(agency: str) -> Names:
    """The full name, the name without its places, without its tail, and without both; and the places."""
    full = squeezed(agency).text
    if not full:
        return Names()
    places = _places(full)
    rest = full[sum(map(len, places)) :]
    found = {full, agency_key(full), rest, agency_key(rest)}
    found |= {place + rest for place in places[-1:]} | {agency_key(place + rest) for place in places[-1:]}
    regions = {"".join(places[i:j]) for i in range(len(places)) for j in range(i + 1, len(places) + 1)}
    return Names(_longest_first(n for n in found if len(n) >= 2), _longest_first(regions - found))


def shape(text: str, names: Names, year: int | None) -> Shape:
    """The shape of a sentence of the report that `names` issued on `year`; white space and digit forms are folded."""
    fillers: list[str] = []

    def replace(match: re.Match[str]) -> str:
        slot = _slot(match, year)
        if slot not in _YEARS:
            fillers.append(match.group())
        return slot

    return Shape(_pattern(names).sub(replace, squeezed(text).text), tuple(fillers))


def fill(text: str, fillers: tuple[str, ...], year: int | None) -> str:
    """The sentence of a shape. Raises ValueError when there are too few or too many fillers."""
    left = iter(fillers)
    parts = [_filled(char, left, year) for char in text]
    if next(left, None) is not None:
        raise ValueError("too many fillers")
    return "".join(parts)


def _filled(char: str, left: Iterator[str], year: int | None) -> str:
    if char not in SLOTS:
        return char
    if char in _YEARS and year is not None:
        return str(year + _YEARS[char])
    value = next(left, None)
    if value is None:
        raise ValueError("too few fillers")
    return value


def _places(name: str) -> tuple[str, ...]:
    found = []
    at = 0
    while (match := _PLACE.match(name, at)) and len(name) - match.end() >= 2 and not _BODY.match(name, match.end()):
        found.append(match.group())
        at = match.end()
    return tuple(found)


def _longest_first(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(names, key=lambda n: (-len(n), n)))


@lru_cache(maxsize=256)
def _pattern(names: Names) -> re.Pattern[str]:
    parts = []
    if names.agency:
        parts.append("(?P<agency>" + "|".join(map(re.escape, names.agency)) + ")")
    if names.regions:
        parts.append("(?P<region>" + "|".join(map(re.escape, names.regions)) + ")")
    parts.append(rf"(?P<number>{_FIGURE})")
    parts.append(f"(?P<stray>[{AGENCY}-{STRAY}])")
    return re.compile("|".join(parts))


def _slot(match: re.Match[str], year: int | None) -> str:
    kind = match.lastgroup
    if kind == "agency":
        return AGENCY
    if kind == "region":
        return REGION
    if kind == "stray":
        return STRAY
    if year is not None:
        for slot, shift in _YEARS.items():
            if match.group() == str(year + shift):
                return slot
    return NUMBER
