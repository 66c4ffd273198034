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
from drafter.analyse.spelling.stream import EDGE, Codes, is_han
from drafter.analyse.spelling.tables import Tables

Bools = npt.NDArray[np.bool_]
REACH = 3  # a code is scored with as many before it, so a change is felt as far after it
_COVERED = 4
_SURPRISE = -9.0  # log10 of the chance of a code and the three after it
_COLD = -6.5
_TRIED = 5  # neighbours a place, the likeliest by what stands beside them
_UNKNOWN_PAIR = -6.0
_APART = 64.0
# What likeness is worth against gain (log10) when candidates for one place compete, by sound level.
_SOUND_PRIOR = np.array([-0.6, -0.9, -0.3, 0.2, 0.5], dtype=np.float32)
_SHAPE_PRIOR = np.float32(0.8)
_WORD_LENGTHS = np.arange(2, LONGEST + 1)


@dataclass(frozen=True, slots=True)
class Reading:
    """A padded stream (`REACH` edges at both ends) with its scores."""

    codes: Codes
    log: F32
    known: I8

    def tail(self, at: I64, length: I64 | int) -> F32:
        """Chance (log10) of the codes from `at` as far as a change of `length` codes is felt."""
        total = np.zeros(len(self.log) + 1)
        np.cumsum(self.log, out=total[1:])
        end = np.minimum(at + length + REACH, len(self.log))
        return np.asarray(total[end] - total[at], dtype=np.float32)


@dataclass(frozen=True, slots=True)
class Candidates:
    """Replacements: where (stream index), of how many codes, by what (rows of `LONGEST` codes, 0 past the length), and
    how alike."""

    at: I64
    length: I64
    right: Codes
    sound: npt.NDArray[np.uint8]
    shape: npt.NDArray[np.uint8]

    def pick(self, which: Array) -> Candidates:
        """Those that `which` (a mask or indexes) takes."""
        return Candidates(self.at[which], self.length[which], self.right[which], self.sound[which], self.shape[which])

    def __add__(self, more: Candidates) -> Candidates:
        return Candidates(
            np.concatenate((self.at, more.at)),
            np.concatenate((self.length, more.length)),
            np.concatenate((self.right, more.right)),
            np.concatenate((self.sound, more.sound)),
            np.concatenate((self.shape, more.shape)),
        )


def read(codes: Codes, reader: Reader) -> Reading:
    """Pad and score a stream."""
    edges = np.full(REACH, EDGE, dtype=np.uint16)
    return rescored(np.concatenate((edges, codes, edges)), reader)


def rescored(padded: Codes, reader: Reader) -> Reading:
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
    places = hot.nonzero()[0]
    codes, likeness = reading.codes, tables.likeness
    who, entry = likeness.neighbours(codes[places])
    at, right = places[who], likeness.right[entry]
    beside = reader.pairs(np.stack((codes[at - 1], right)), np.stack((right, codes[at + 1])))
    before, after = beside < 0
    # A far likeness needs both neighbours, any other one of them.
    loose = (likeness.sound[entry] == NEAR) & (likeness.shape[entry] == 0)
    kept = np.where(loose, before & after, before | after).nonzero()[0]
    at, right, entry, beside = at[kept], right[kept], entry[kept], beside[:, kept]
    before_it, after_it = np.where(beside < 0, beside, _UNKNOWN_PAIR)
    best = _likeliest(at, before_it + after_it + prior(likeness.sound[entry], likeness.shape[entry]))
    at, right, entry = at[best], right[best], entry[best]
    rows = np.zeros((len(at), LONGEST), dtype=np.uint16)
    rows[:, 0] = right
    return Candidates(at, np.ones_like(at), rows, likeness.sound[entry], likeness.shape[entry])


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
    rank = np.arange(len(at)) - opens.nonzero()[0][place]
    chosen: I64 = np.sort(order[rank < _TRIED])
    return chosen


def word_candidates(reading: Reading, hot: Bools, tables: Tables) -> Candidates:
    """Official words that sound like two to four characters, of which at least two differ; the short ones first."""
    which, places = _said(reading, hot, tables).nonzero()
    length = _WORD_LENGTHS[which]
    columns = np.arange(LONGEST)
    here = columns < length[:, None]
    # Past the length a row is 0, as the words in the lexicon are.
    ahead = np.minimum(places[:, None] + columns, len(reading.codes) - 1)
    windows = reading.codes[ahead] * here
    who, row = tables.lexicon.sounding_like(sound_keys(tables.likeness.keys[windows], length))
    words, windows = tables.lexicon.words[row], windows[who]
    fits = ((words > 0) == here[who]).all(axis=1) & ((words != windows).sum(axis=1) >= 2)
    fits &= (tables.likeness.keys[words] == tables.likeness.keys[windows]).all(axis=1)
    who, words = who[fits], words[fits]
    return Candidates(places[who], length[who], words, *_word_likeness(windows[fits], words, tables))


def _said(reading: Reading, hot: Bools, tables: Tables) -> Bools:
    """By length (from two on) and place, whether so many characters from there on have a sound, two of them hot."""
    sounded = is_han(reading.codes) & (tables.likeness.keys[reading.codes] > 0)
    size = len(hot)
    said = np.zeros((len(_WORD_LENGTHS), size), dtype=bool)
    whole, count = sounded, hot.astype(np.int8)
    for row, length in enumerate(_WORD_LENGTHS.tolist()):
        ahead = length - 1
        whole, count = whole[:-1] & sounded[ahead:], count[:-1] + hot[ahead:]
        said[row, : size - ahead] = whole & (count >= 2)
    return said


def _word_likeness(wrong: Codes, right: Codes, tables: Tables) -> tuple[Array, Array]:
    """The least sound level and shape degree over the characters that differ."""
    sound, shape = (found.reshape(wrong.shape) for found in tables.likeness.between(wrong.ravel(), right.ravel()))
    same = wrong == right
    sound, shape = np.maximum(sound, np.uint8(FUZZY)), shape.copy()
    sound[same] = shape[same] = 255
    return sound.min(axis=1), shape.min(axis=1)
