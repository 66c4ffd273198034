"""The agency's own name, taken apart as far as left-over checks need it."""

from __future__ import annotations

import re

from drafter.model.facts import Facts

_TOWN = re.compile(r"(?:^|[省市县区旗]|自治州)(?P<core>[^省市县区旗]{1,6}?(?:镇|乡|街道))(?:人民政府|办事处|办)?$")
_PLACE = re.compile(
    r"[^省市县区旗盟]{1,8}?(?:自治[区州县旗]|新区|[省市县区旗盟]|(?<=[^自][^治])州(?![省市县区旗盟镇乡街]))"
)
"""A place; 州 may stand within its name: 云州市, 白州区."""
_PEOPLE = re.compile(r"[\u4e00-\u9fa5]{1,6}族")
_BODY = re.compile(r"(?:镇|乡|街道)$")
_ABOVE = re.compile("国家税务总局|中华人民共和国")
"""What stands before the place in the names of bodies that are led from above."""


def core(agency: str) -> str:
    """青石镇 of 云溪县青石镇人民政府; empty where the agency is no town or street."""
    found = _TOWN.search(agency)
    return found["core"] if found else ""


def county(agency: str) -> str:
    """云溪县 of 云溪县青石镇人民政府; empty where no county or district is named."""
    return next((place for place in reversed(places(agency)) if place.endswith(("县", "区", "旗"))), "")


def places(agency: str) -> tuple[str, ...]:
    """The places an agency's name begins with, larger ones first: 临川市, 云溪县 of 临川市云溪县青石镇人民政府."""
    found: list[str] = []
    above = _ABOVE.match(agency)
    at = above.end() if above else 0
    while (unit := _PLACE.match(agency, at)) is not None:
        found.append(unit.group())
        at = unit.end()
    return tuple(found)


def town_in_short(own: str, name: str) -> bool:
    """Whether a town's name is another's, at most without its people: 三河口乡 for 三河口瑶族乡, not 三河瑶族乡."""
    bare, short = _BODY.sub("", own), _BODY.sub("", name)
    return bare == short or (bare.startswith(short) and _PEOPLE.fullmatch(bare[len(short) :]) is not None)


def holds(name: str, short: str) -> bool:
    """Whether a name has every character of another in the same order, as of a short form of itself."""
    letters = iter(name)
    return all(char in letters for char in short)


def is_own(facts: Facts, name: str) -> bool:
    """Whether a name is the agency's, or a short form of it."""
    return holds(facts.agency, name)
