"""The sums that the prose itself works out, whatever it counts: totals and parts, shares, changes, work done.

Everything here needs the words and figures of a sentence or two alone, neither tables nor a segmentation.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from drafter.analyse.claims.arithmetic.amounts import Amount, amounts
from drafter.analyse.claims.arithmetic.changes import shifts
from drafter.analyse.claims.arithmetic.lists import breakdowns
from drafter.analyse.claims.arithmetic.progress import progress
from drafter.analyse.claims.arithmetic.ratios import ratios, wholes_of_shares
from drafter.analyse.claims.arithmetic.sums import sums
from drafter.analyse.claims.sentences import Passage
from drafter.model.claim import Breakdown, Figure, Progress, Share, Shift
from drafter.model.recent import Recent
from drafter.model.view import View

# Official sentences have a dozen figures; a line of hundreds is a table that was pasted as text.
_MOST = 80


@dataclass(frozen=True, slots=True)
class Reckoned:
    """What was found, in the order of the text."""

    breakdowns: tuple[Breakdown, ...] = ()
    sums: tuple[Breakdown, ...] = ()
    shares: tuple[Share, ...] = ()
    shifts: tuple[Shift, ...] = ()
    progress: tuple[Progress, ...] = ()
    hundreds: tuple[tuple[Figure, ...], ...] = ()


# Paragraphs in which nothing is reckoned, by their words and the year; a report has some sixty paragraphs.
_SILENT: Recent[tuple[tuple[str, ...], int | None], None] = Recent(1024)


def reckon(sentences: Iterable[Passage], year: int | None) -> Reckoned:
    """Read the sentences of the report of a `year`."""
    parts: list[Reckoned] = []
    for _, group in groupby(sentences, key=lambda s: s.paragraph):
        paragraph = tuple(group)
        key = (tuple(s.text for s in paragraph), year)
        if key in _SILENT:
            continue
        part = _paragraph((s.view for s in paragraph), year)
        if part == Reckoned():
            _SILENT.put(key, None)
        parts.append(part)
    return Reckoned(
        tuple(b for p in parts for b in p.breakdowns),
        tuple(b for p in parts for b in p.sums),
        tuple(s for p in parts for s in p.shares),
        tuple(s for p in parts for s in p.shifts),
        tuple(w for p in parts for w in p.progress),
        tuple(h for p in parts for h in p.hundreds),
    )


def _paragraph(views: Iterable[View], year: int | None) -> Reckoned:
    lists: list[Breakdown] = []
    totals: list[Breakdown] = []
    shares: list[Share] = []
    moves: list[Shift] = []
    works: list[Progress] = []
    hundreds: list[tuple[Figure, ...]] = []
    before: tuple[Amount, ...] = ()
    for view in views:
        found = amounts(view, year)
        if len(found) <= _MOST:
            lists += breakdowns(found, before)
            totals += sums(found)
            shares += ratios(found, before, view)
            moves += shifts(found, view)
            works += progress(found, view.text)
            hundreds += wholes_of_shares(found)
        before = found
    return Reckoned(tuple(lists), tuple(totals), tuple(shares), tuple(moves), tuple(works), tuple(hundreds))
