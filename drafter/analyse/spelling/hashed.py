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
_AT_ONCE = 16  # slots after the first, then twice as many
# Made once: looking up what one edited sentence holds takes hardly longer than making these would.
_STEP = np.uint64(0x9E3779B97F4A7C15)
_SPREAD, _SPREAD_AGAIN = np.uint64(0xBF58476D1CE4E5B9), np.uint64(0x94D049BB133111EB)
_BITS = np.left_shift(1, np.arange(8)).astype(np.uint8)
_7, _16, _27, _29, _30, _31, _32 = (np.uint64(n) for n in (7, 16, 27, 29, 30, 31, 32))


def chain(before: U64, code: Array) -> U64:
    """The key of a gram one character longer: `before` is the key of what stands before `code`."""
    key: U64 = (before ^ code.astype(np.uint64)) * _STEP
    key ^= key >> _29
    return key


def mixed(key: U64) -> U64:
    """A key with its bits spread (the finaliser of splitmix64)."""
    out: U64 = (key ^ (key >> _30)) * _SPREAD
    out ^= out >> _27
    out *= _SPREAD_AGAIN
    out ^= out >> _31
    return out


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
        who = (self.filter[byte] & bit).nonzero()[0]
        found = np.full(len(keys), -1, dtype=np.int64)
        at, want = _home_and_mark(spread[who], self.size)
        here = self.marks[at]
        hit = here == want
        found[who[hit]] = at[hit]
        left = ((here != 0) & ~hit).nonzero()[0]
        self._search(at[left] + 1, want[left], who[left], found)
        return found

    def _search(self, at: I64, want: npt.NDArray[np.uint16], who: I64, found: I64) -> None:
        """Go on from the slots `at`, some at once: few keys lie far from home, but one step for each takes long."""
        width = _AT_ONCE
        while len(at):
            # The last slot is free and stands for all that would come after it.
            here = self.marks.take(at[:, None] + np.arange(width), mode="clip")
            hits = here == want[:, None]
            first = (hits | (here == 0)).argmax(axis=1)
            flat = first + np.arange(0, hits.size, width)
            hit = hits.ravel()[flat]
            found[who[hit]] = (at + first)[hit]
            more = ((here.ravel()[flat] != 0) & ~hit).nonzero()[0]
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
    byte = _scaled((spread * _STEP) >> _32, size)
    return byte, _BITS[(spread >> _16 & _7).view(np.int64)]


def _home_and_mark(spread: U64, size: int) -> tuple[I64, npt.NDArray[np.uint16]]:
    return _scaled(spread >> _32, size), np.maximum(spread.astype(np.uint16), np.uint16(1))


def _scaled(half: U64, size: int) -> I64:
    """Numbers of 32 bits as numbers below `size`."""
    scaled: I64 = (half * np.uint64(size) >> _32).view(np.int64)
    return scaled
