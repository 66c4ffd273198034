"""Where the models are surprised, and what may have been meant there."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from drafter.analyse.spelling.hashed import I64, Array
from drafter.analyse.spelling.lexicon import LONGEST, sound_keys
from drafter.analyse.spelling.likeness import FUZZY, NEAR
from drafter.analyse.spelling.ngram import F32, I8
from drafter.analyse.spelling.reader import Reader
from drafter.analyse.spelling.stream import EDGE, is_han
from drafter.analyse.spelling.tables import Tables

Bools = npt.NDArray[np.bool_]
REACH = 3  # a code is scored with as many before it, so a change is felt as far after it
_COVERED = 4
_SURPRISE = -9.0  # log10 of the chance of a code and the three after it
_COLD = -6.5
_LEAST_GAIN = 1.2
_TRIED = 5  # neighbours a place, the likeliest by what stands beside them
_UNKNOWN_PAIR = -6.0
_APART = 64.0
# What likeness is worth against gain (log10) when candidates for one place compete, by sound level.
_SOUND_PRIOR = np.array([-0.6, -0.9, -0.3, 0.2, 0.5], dtype=np.float32)
_SHAPE_PRIOR = np.float32(0.8)


@dataclass(frozen=True, slots=True)
class Reading:
    """A padded stream (`REACH` edges at both ends) with its scores."""

    codes: npt.NDArray[np.uint16]
    log: F32
    known: I8

    def tail(self, at: I64, length: int) -> F32:
        """Chance (log10) of the codes from `at` as far as a change of `length` codes is felt."""
        total = np.concatenate(([0.0], np.cumsum(self.log, dtype=np.float64)))
        end = np.minimum(at + length + REACH, len(self.log))
        return np.asarray(total[end] - total[at], dtype=np.float32)


@dataclass(frozen=True, slots=True)
class Candidates:
    """Replacements of `length` codes: where (stream index), by what, how alike, and by how much the models gain."""

    length: int
    at: I64
    right: npt.NDArray[np.uint16]
    sound: npt.NDArray[np.uint8]
    shape: npt.NDArray[np.uint8]
    gain: F32

    def pick(self, which: Array) -> Candidates:
        """Those that `which` (a mask or indexes) takes."""
        return Candidates(
            self.length, self.at[which], self.right[which], self.sound[which], self.shape[which], self.gain[which]
        )


def read(codes: npt.NDArray[np.uint16], reader: Reader) -> Reading:
    """Pad and score a stream."""
    edges = np.full(REACH, EDGE, dtype=np.uint16)
    return rescored(np.concatenate((edges, codes, edges)), reader)


def rescored(padded: npt.NDArray[np.uint16], reader: Reader) -> Reading:
    """Score a padded stream."""
    log, known = reader.stream(padded)
    return Reading(padded, log, known)


def surprising(reading: Reading) -> Bools:
    """Han characters that no long known gram covers, or that are unlikely all the same."""
    cover = coverage(reading.known)
    at = np.arange(len(reading.codes))
    chance = reading.tail(at, 1)
    hot: Bools = ((cover < _COVERED) & (chance < _COLD)) | (chance < _SURPRISE)
    return hot & is_han(reading.codes)


def coverage(known: I8) -> I8:
    """The length of the longest known gram that holds each code."""
    best = known.copy()
    for ahead in range(1, REACH + 1):
        reached = known[ahead:]
        best[:-ahead] = np.maximum(best[:-ahead], np.where(reached > ahead, reached, 0))
    return best


def single_candidates(reading: Reading, hot: Bools, tables: Tables, reader: Reader) -> Candidates:
    """Neighbours of the hot characters that a known gram of two ties to what stands beside them."""
    places = np.flatnonzero(hot)
    codes, likeness = reading.codes, tables.likeness
    who, entry = likeness.neighbours(codes[places])
    at, right, sound = places[who], likeness.right[entry], likeness.sound[entry]
    before = reader.pairs(codes[at - 1], right)
    # A far likeness needs both neighbours, any other one of them.
    loose = (sound == NEAR) & (likeness.shape[entry] == 0)
    some = np.flatnonzero((before < 0) | ~loose)
    at, right, entry, before, loose = at[some], right[some], entry[some], before[some], loose[some]
    after = reader.pairs(right, codes[at + 1])
    beside = np.where(before < 0, before, _UNKNOWN_PAIR) + np.where(after < 0, after, _UNKNOWN_PAIR)
    beside += prior(likeness.sound[entry], likeness.shape[entry])
    kept = np.flatnonzero((after < 0) | ((before < 0) & ~loose))
    kept = kept[_likeliest(at[kept], beside[kept])]
    at, right, entry = at[kept], right[kept], entry[kept]
    no_gain = np.zeros(len(at), np.float32)
    found = Candidates(1, at, right[:, None], likeness.sound[entry], likeness.shape[entry], no_gain)
    return gained(found, reading, reader)


def prior(sound: Array, shape: Array) -> F32:
    """What likeness is worth, in gain."""
    return np.asarray(_SOUND_PRIOR[sound] + _SHAPE_PRIOR * (shape / np.float32(255)), dtype=np.float32)


def _likeliest(at: I64, worth: F32) -> I64:
    """Indexes of the `_TRIED` entries of highest worth at each place; `at` is sorted, worth below `_APART` / 2."""
    opens = np.ones(len(at), dtype=bool)
    opens[1:] = at[1:] != at[:-1]
    place = np.cumsum(opens) - 1
    # One sort of one number: places stay in order, the worthiest comes first in each.
    order = np.argsort(place * _APART - worth, kind="stable")
    rank = np.arange(len(at)) - np.flatnonzero(opens)[place]
    chosen: I64 = np.sort(order[rank < _TRIED])
    return chosen


def word_candidates(reading: Reading, hot: Bools, length: int, tables: Tables, reader: Reader) -> Candidates:
    """Official words that sound like `length` characters, of which at least two differ."""
    han = is_han(reading.codes)
    span = np.lib.stride_tricks.sliding_window_view
    whole = span(han, length).all(axis=1) & (span(hot, length).sum(axis=1) >= 2)
    places = np.flatnonzero(whole)
    windows = span(reading.codes, length)[places]
    syllables = tables.likeness.keys[windows]
    said = (syllables > 0).all(axis=1)
    places, windows, syllables = places[said], windows[said], syllables[said]
    who, row = tables.lexicon.sounding_like(sound_keys(syllables))
    words = tables.lexicon.words[row]
    fits = (words[:, length - 1] > 0) if length == LONGEST else (words[:, length - 1] > 0) & (words[:, length] == 0)
    fits &= (words[:, :length] != windows[who]).sum(axis=1) >= 2
    fits &= (tables.likeness.keys[words[:, :length]] == syllables[who]).all(axis=1)
    who, words = who[fits], words[fits][:, :length]
    sound, shape = _word_likeness(windows[who], words, tables)
    found = Candidates(length, places[who], words, sound, shape, np.zeros(len(who), np.float32))
    return gained(found, reading, reader)


def gained(found: Candidates, reading: Reading, reader: Reader) -> Candidates:
    """The candidates that make the text clearly more likely, with their gain (log10)."""
    windows = put(found, reading)
    log, _ = reader.windows(windows)
    gain = log[:, REACH:].sum(axis=1) - reading.tail(found.at, found.length)
    scored = Candidates(found.length, found.at, found.right, found.sound, found.shape, gain.astype(np.float32))
    return scored.pick(gain >= _LEAST_GAIN)


def put(found: Candidates, reading: Reading) -> npt.NDArray[np.uint16]:
    """The text around every candidate with the candidate in it, `REACH` codes to either side."""
    width = REACH + found.length + REACH
    windows = reading.codes[around(found, width)]
    windows[:, REACH : REACH + found.length] = found.right
    return windows


def around(found: Candidates, width: int) -> I64:
    """Stream indexes of the windows around the candidates."""
    columns: I64 = found.at[:, None] - REACH + np.arange(width)[None, :]
    return columns


def _word_likeness(wrong: Array, right: Array, tables: Tables) -> tuple[Array, Array]:
    """The least sound level and shape degree over the characters that differ."""
    sound = np.full(len(wrong), 255, dtype=np.uint8)
    shape = np.full(len(wrong), 255, dtype=np.uint8)
    for column in range(wrong.shape[1]):
        a, b = wrong[:, column], right[:, column]
        level, degree = tables.likeness.between(a, b)
        level = np.maximum(level, FUZZY)
        sound = np.where(a == b, sound, np.minimum(sound, level)).astype(np.uint8)
        shape = np.where(a == b, shape, np.minimum(shape, degree)).astype(np.uint8)
    return sound, shape
