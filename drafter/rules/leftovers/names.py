"""The agency's own name, taken apart as far as left-over checks need it."""

from __future__ import annotations

import re

from drafter.model.facts import Facts

_TOWN = re.compile(r"(?:^|[省市县区旗州])(?P<core>[^省市县区旗州]{1,6}?(?:镇|乡|街道))(?:人民政府|办事处|办)?$")
_COUNTY = re.compile(r"(?P<place>[^省市县区旗州]{1,8}(?:县|区|旗))")


def core(agency: str) -> str:
    """青石镇 of 云溪县青石镇人民政府; empty where the agency is no town or street."""
    found = _TOWN.search(agency)
    return found["core"] if found else ""


def county(agency: str) -> str:
    """云溪县 of 云溪县青石镇人民政府; empty where no county or district is named."""
    found = _COUNTY.search(agency)
    return found["place"] if found else ""


def is_own(facts: Facts, name: str) -> bool:
    """Whether a name is the agency's, or a short form of it: every character in the same order."""
    own = iter(facts.agency)
    return all(char in own for char in name)
