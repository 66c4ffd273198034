"""Sets of 64-bit keys as open-addressed arrays of 16-bit fingerprints, behind a filter of one bit a key.

A key's home is the high half of its hash scaled to the table; keys lie in home order with linear probing, so the
layout depends on the keys alone. A stranger is taken for a member about once in 65,535 / (probes) look-ups, about 2e-5.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

U64 = npt.NDArray[np.uint64]
I64 = npt.NDArray[np.int64]
Array = npt.NDArray[Any]
_FILL = 0.78
_FILTER_BYTES = 1  # a key: a stranger passes about once in eight times
_AT_ONCE = 8  # slots at first, then twice as many
_STEP = np.uint64(0x9E3779B97F4A7C15)


def chain(before: U64, code: Array) -> U64:
    """The key of a gram one character longer: `before` is the key of what stands before `code`."""
    key: U64 = (before ^ code.astype(np.uint64)) * _STEP
    key ^= key >> np.uint64(29)
    return key


def mixed(key: U64) -> U64:
    """A key with its bits spread (the finaliser of splitmix64)."""
    out: U64 = (key ^ (key >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    out = (out ^ (out >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return out ^ (out >> np.uint64(31))


@dataclass(frozen=True, slots=True)
class HashedSet:
    """Fingerprints by slot (0 = free), the filter, and the size that homes are scaled to."""

    marks: npt.NDArray[np.uint16]
    filter: npt.NDArray[np.uint8]
    size: int

    def find(self, keys: U64) -> I64:
        """The slot of every key, -1 where there is none."""
        spread = mixed(keys)
        byte, bit = _filter_place(spread, len(self.filter))
        who = np.flatnonzero(self.filter[byte] & bit)
        at, want = _home_and_mark(spread[who], self.size)
        found = np.full(len(keys), -1, dtype=np.int64)
        here = self.marks[at]
        hit = here == want
        found[who[hit]] = at[hit]
        left = np.flatnonzero(~hit & (here != 0))
        self._search(at[left] + 1, want[left], who[left], found)
        return found

    def _search(self, at: I64, want: npt.NDArray[np.uint16], who: I64, found: I64) -> None:
        """Go on from the slots `at`, some at once: few keys lie far from home, but one step for each takes long."""
        width = _AT_ONCE
        while len(at):
            here = self.marks[np.minimum(at[:, None] + np.arange(width), len(self.marks) - 1)]
            ends = (here == want[:, None]) | (here == 0)
            rows, first = np.arange(len(at)), ends.argmax(axis=1)
            hit = here[rows, first] == want
            found[who[hit]] = at[hit] + first[hit]
            more = np.flatnonzero(~ends[rows, first])
            at, want, who, width = at[more] + width, want[more], who[more], 2 * width


def build_set(keys: U64) -> tuple[HashedSet, I64]:
    """A set of distinct `keys`, and the slot that each got."""
    size = max(8, int(len(keys) / _FILL))
    spread = mixed(keys)
    homes, marks = _home_and_mark(spread, size)
    order = np.lexsort((keys, homes))
    ranks = np.arange(len(keys))
    places = np.maximum.accumulate(homes[order] - ranks) + ranks if len(keys) else homes
    slots = np.empty(len(keys), dtype=np.int64)
    slots[order] = places
    # One free slot past the last key ends every probe.
    length = max(size, int(places[-1]) + 1 if len(keys) else 0) + 1
    table = np.zeros(length, dtype=np.uint16)
    table[slots] = marks
    passing = np.zeros(max(8, len(keys) * _FILTER_BYTES), dtype=np.uint8)
    byte, bit = _filter_place(spread, len(passing))
    np.bitwise_or.at(passing, byte, bit)
    return HashedSet(table, passing, size), slots


def _filter_place(spread: U64, size: int) -> tuple[I64, npt.NDArray[np.uint8]]:
    # Another product of the same bits, so that keys with one home do not share a filter bit.
    other = (spread * _STEP) >> np.uint64(32)
    byte = (other * np.uint64(size) >> np.uint64(32)).astype(np.int64)
    return byte, np.left_shift(np.uint8(1), (spread >> np.uint64(16) & np.uint64(7)).astype(np.uint8))


def _home_and_mark(spread: U64, size: int) -> tuple[I64, npt.NDArray[np.uint16]]:
    homes = ((spread >> np.uint64(32)) * np.uint64(size) >> np.uint64(32)).astype(np.int64)
    low = spread & np.uint64(0xFFFF)
    marks = np.where(low == 0, np.uint64(1), low).astype(np.uint16)
    return homes, marks
