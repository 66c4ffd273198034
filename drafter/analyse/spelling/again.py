"""Findings remembered by clause: of a text that is being written, only what changed is looked at again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise

from drafter.analyse.spelling.candidates import REACH
from drafter.analyse.spelling.detect import Finding
from drafter.analyse.spelling.stream import EDGE, Codes, marked
from drafter.model.recent import Recent

MOST = 8192  # clauses; a report has some hundreds
# Codes to either side that a finding may depend on: the known grams around it, how strange the text beside it is, and
# what the second pass reads as corrected there.
_FELT = 48
_CLOSE = 200
_AT_ONCE = 3000
_MARKS = chr(EDGE) + "，；："  # no candidate reaches across one

Key = tuple[bytes, int, float]
Memory = Recent[Key, tuple[Finding, ...]]
Seek = Callable[[Codes], list[Finding]]


def remembered(codes: Codes, least: float, seek: Seek, memory: Memory) -> list[Finding]:
    """What `seek` finds in `codes` from the chance `least` on, in order; clauses in the same surroundings as before
    are not read again. Findings are kept with their place in the clause.
    """
    clauses = list(_clauses(codes))
    keys = [_key(codes, start, end, least) for start, end in clauses]
    known = {key: held for key in keys if (held := memory.get(key)) is not None}
    unknown = [k for k, key in enumerate(keys) if key not in known]
    for first, last in _runs(unknown, clauses):
        low, high = clauses[first][0] - _FELT, clauses[last][1] + _FELT
        found = seek(codes[max(low, 0) : high])
        for k in range(first, last + 1):
            known[keys[k]] = memory.put(keys[k], _within(found, clauses[k], max(low, 0)))
    return [
        replace(finding, at=finding.at + start)
        for (start, _), key in zip(clauses, keys, strict=True)
        for finding in known[key]
    ]


def _clauses(codes: Codes) -> Iterator[tuple[int, int]]:
    """Start and end of every stretch between edges or marks."""
    edges = marked(_MARKS)[codes].nonzero()[0].tolist()
    for before, after in pairwise(edges):
        if after > before + 1:
            yield before + 1, after


def _key(codes: Codes, start: int, end: int, least: float) -> Key:
    low = max(start - _FELT, 0)
    return codes[low : end + _FELT].tobytes(), start - low, least


def _runs(numbers: list[int], clauses: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """First and last of every run of numbers that lie close together: one look at a long stretch is cheaper than many
    at short ones, as long as what it needs stays in the processor's cache."""
    runs: list[tuple[int, int]] = []
    for number in numbers:
        start, end = clauses[number]
        if runs and start <= clauses[runs[-1][1]][1] + _CLOSE and end <= clauses[runs[-1][0]][0] + _AT_ONCE:
            runs[-1] = (runs[-1][0], number)
        else:
            runs.append((number, number))
    return runs


def _within(found: list[Finding], clause: tuple[int, int], low: int) -> tuple[Finding, ...]:
    """The findings of a clause, counted from its start; `found` counts from `low` less the padding."""
    start, end = clause
    places = ((finding, finding.at - REACH + low) for finding in found)
    return tuple(replace(finding, at=at - start + REACH) for finding, at in places if start <= at < end)
