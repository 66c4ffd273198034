"""The sums that the prose itself works out, whatever it counts: totals and parts, shares, changes, work done.

Everything here needs the words and figures of a sentence or two alone, neither tables nor a segmentation.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from drafter.analyse.claims.arithmetic.amounts import Amount, amounts
from drafter.analyse.claims.arithmetic.changes import shifts
from drafter.analyse.claims.arithmetic.lists import breakdowns
from drafter.analyse.claims.arithmetic.progress import progress
from drafter.analyse.claims.arithmetic.ratios import ratios, wholes_of_shares
from drafter.analyse.claims.arithmetic.sums import sums
from drafter.analyse.claims.sentences import Passage, Stretch
from drafter.model.claim import Breakdown, Figure, Progress, Share, Shift

# Official sentences have a dozen figures; a line of hundreds is a table that was pasted as text.
_MOST = 80
# One number alone has nothing to come to.
_FEWEST = 2
_NUMBERS = re.compile(r"\d+|[一二两三四五六七八九十百千]+")


@dataclass(frozen=True, slots=True)
class Reckoned:
    """What was found, in the order of the text."""

    breakdowns: tuple[Breakdown, ...] = ()
    sums: tuple[Breakdown, ...] = ()
    shares: tuple[Share, ...] = ()
    shifts: tuple[Shift, ...] = ()
    progress: tuple[Progress, ...] = ()
    hundreds: tuple[tuple[Figure, ...], ...] = ()


_NOTHING = Reckoned()


def reckon(prose: Iterable[Stretch], year: int | None) -> Reckoned:
    """Read the prose of the report of a `year`."""
    read = ((stretch.start + p.start, _paragraph(p.passages, year)) for stretch in prose for p in stretch.paragraphs)
    parts = [(start, found) for start, found in read if found is not _NOTHING]
    return Reckoned(
        tuple(b.shifted(at) for at, p in parts for b in p.breakdowns),
        tuple(b.shifted(at) for at, p in parts for b in p.sums),
        tuple(s.shifted(at) for at, p in parts for s in p.shares),
        tuple(s.shifted(at) for at, p in parts for s in p.shifts),
        tuple(w.shifted(at) for at, p in parts for w in p.progress),
        tuple(tuple(f.shifted(at) for f in h) for at, p in parts for h in p.hundreds),
    )


def comes_to_anything(passages: tuple[Passage, ...], year: int | None) -> bool:
    """Whether the figures of a paragraph have to do with each other."""
    return _paragraph(passages, year) is not _NOTHING


@lru_cache(maxsize=1024)
def _paragraph(passages: tuple[Passage, ...], year: int | None) -> Reckoned:
    """What is found in a paragraph, with offsets from its start; `_NOTHING` itself where that is nothing."""
    if sum(len(_NUMBERS.findall(p.text)) for p in passages) < _FEWEST:
        return _NOTHING
    lists: list[Breakdown] = []
    totals: list[Breakdown] = []
    shares: list[Share] = []
    moves: list[Shift] = []
    works: list[Progress] = []
    hundreds: list[tuple[Figure, ...]] = []
    before: tuple[Amount, ...] = ()
    for view in (p.view for p in passages):
        found = amounts(view, year)
        if len(found) + len(before) >= _FEWEST and len(found) <= _MOST:
            lists += breakdowns(found, before)
            totals += sums(found)
            shares += ratios(found, before, view)
            moves += shifts(found, view)
            works += progress(found, view.text)
            hundreds += wholes_of_shares(found)
        before = found
    if not (lists or totals or shares or moves or works or hundreds):
        return _NOTHING
    return Reckoned(tuple(lists), tuple(totals), tuple(shares), tuple(moves), tuple(works), tuple(hundreds))
