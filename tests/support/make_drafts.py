"""Drafts of fictional agencies from random figures."""

from __future__ import annotations

import random
from collections.abc import Iterator

from drafter.compose.agency import Agency, agency_named
from drafter.compose.assemble import Request, compose
from drafter.compose.draft import Draft
from drafter.data.form import form_for
from drafter.data.narrative import load_narrative
from tests.support.make_figures import figures

YEAR = 2025
AGENCIES = (
    "云溪县青石镇人民政府",
    "云溪县白石乡人民政府",
    "云溪县城关街道办事处",
    "云溪县人民政府",
    "云溪县教育局",
    "泰河市发展和改革委员会",
)


def agency(name: str) -> Agency:
    """The agency of a name that tells its kind."""
    found = agency_named(name)
    assert found is not None
    return found


def draft(name: str, seed: int, *, busy: float = 0.7, last: bool = False) -> Draft:
    """A draft of random figures; with `last`, last year's figures are known too."""
    form = form_for(YEAR)
    cells = figures(form, random.Random(seed), busy=busy)
    before = figures(form, random.Random(seed + 10_000), busy=busy) if last else None
    return compose(Request(agency(name), YEAR, form, cells, before, seed=seed), load_narrative()).draft


def drafts(count: int) -> Iterator[Draft]:
    """Drafts of all kinds of agency in turn, every third with last year's figures."""
    for seed in range(count):
        yield draft(AGENCIES[seed % len(AGENCIES)], seed, last=seed % 3 == 0)
