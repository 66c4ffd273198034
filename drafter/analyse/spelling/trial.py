"""Candidates tried out: the text around them, as it stands and with them in it.

A row holds `REACH` codes, what is replaced, `REACH` codes, and is filled up with 0 to one width. No stream holds a 0,
and what a code scores depends on the codes before it alone: candidates of all lengths are read at once.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from drafter.analyse.spelling.candidates import REACH, Bools, Candidates, Reading
from drafter.analyse.spelling.hashed import I64, Array
from drafter.analyse.spelling.lexicon import LONGEST
from drafter.analyse.spelling.ngram import F32, I8
from drafter.analyse.spelling.reader import Reader
from drafter.analyse.spelling.stream import Codes

WIDTH = REACH + LONGEST + REACH
_LEAST_GAIN = 1.2
LENGTHS = np.arange(LONGEST + 1)


def columns(start: I64 | int, end: I64 | int) -> Bools:
    """By the length of a candidate, which columns of its row lie in start..end; either may be given by length."""
    column = np.arange(WIDTH)
    return (column >= np.reshape(start, (-1, 1))) & (column < np.reshape(end, (-1, 1)))


_HELD = columns(0, REACH + LENGTHS + REACH)
FELT = columns(REACH, REACH + LENGTHS + REACH)
"""What feels the change."""


@dataclass(frozen=True, slots=True)
class Trial:
    """Candidates, the rows with them in it, the scores of these rows, and how much the models gain (log10)."""

    found: Candidates
    windows: Codes
    log: F32
    known: I8
    gain: F32

    def pick(self, which: Array) -> Trial:
        """Those that `which` (a mask or indexes) takes."""
        return Trial(self.found.pick(which), self.windows[which], self.log[which], self.known[which], self.gain[which])


def tried(found: Candidates, reading: Reading, reader: Reader) -> Trial:
    """The candidates that make the text clearly more likely."""
    windows = standing(found, reading)
    inside = windows[:, REACH : REACH + LONGEST]
    np.copyto(inside, found.right, where=found.right > 0)
    log, known = reader.windows(windows)
    felt = np.where(FELT[found.length], log, np.float32(0))[:, REACH:]
    gain = felt.sum(axis=1) - reading.tail(found.at, found.length)
    return Trial(found, windows, log, known, gain).pick(gain >= _LEAST_GAIN)


def standing(found: Candidates, reading: Reading) -> Codes:
    """The rows as they stand."""
    windows: Codes = reading.codes[around(found, reading)] * _HELD[found.length]
    return windows


def around(found: Candidates, reading: Reading) -> I64:
    """Stream indexes of the rows around the candidates; past the end of a row they mean nothing."""
    places: I64 = np.minimum(found.at[:, None] + np.arange(-REACH, WIDTH - REACH), len(reading.codes) - 1)
    return places
