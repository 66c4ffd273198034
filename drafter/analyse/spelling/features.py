"""What the logistic model is told about a candidate."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from drafter.analyse.spelling.candidates import REACH, Bools, Candidates, Reading, coverage
from drafter.analyse.spelling.hashed import I64, Array
from drafter.analyse.spelling.lexicon import LONGEST, PER_NAT, TOTAL
from drafter.analyse.spelling.likeness import FUZZY, NEAR, SAME_SYLLABLE, SAME_TONE
from drafter.analyse.spelling.ngram import F32, I8, STEP
from drafter.analyse.spelling.stream import EDGE, Codes, is_han
from drafter.analyse.spelling.tables import Tables
from drafter.analyse.spelling.trial import FELT, LENGTHS, WIDTH, Trial, around, columns, standing

Weights = npt.NDArray[np.uint8]  # by layer, row, first code and length less one
_FAR = 8  # codes to either side that say whether the models know this kind of text at all
_INSIDE = slice(REACH, REACH + LONGEST)
# By the length of a candidate, columns of its row: what it replaces, what comes after, and pairs it takes part in.
_REPLACED, _AFTER = columns(REACH, REACH + LENGTHS), columns(REACH + LENGTHS, REACH + LENGTHS + REACH)
_BESIDE = columns(0, REACH) | _AFTER
_PAIRED = columns(REACH, REACH + LENGTHS + 1)
# By the length of a candidate, stretches of two codes or more of its row (by first code and length less one, as the
# lexicon weighs them): which overlap what it replaces, and which cross an edge of that.
_FIRST, _SIZE = np.arange(WIDTH)[:, None], np.arange(1, LONGEST + 1)
_EDGE = REACH + LENGTHS[:, None, None]
_OVERLAPPING: Bools = (_SIZE > 1) & (_FIRST < _EDGE) & (_FIRST + _SIZE > REACH)
_CROSSING: Bools = _OVERLAPPING & ((_FIRST < REACH) | (_FIRST + _SIZE > _EDGE))

NAMES = (
    "gain", "margin", "old", "new", "old_least", "new_least",
    "old_cover", "new_cover", "old_long", "new_long", "old_longest", "new_longest",
    "old_word", "new_word", "old_word_length", "new_word_length",
    "old_usual", "new_usual", "old_pairs", "new_pairs",
    "same_tone", "same_syllable", "fuzzy", "near", "shape", "two", "three",
    "strange", "edges", "marks", "old_left", "new_left", "old_right", "new_right", "old_parse", "parse_gain",
    "old_cut", "new_cut", "left_known", "right_known",
)  # fmt: skip


def describe(trial: Trial, margin: F32, reading: Reading, tables: Tables) -> F32:
    """One row of features (see `NAMES`) for every candidate."""
    found, length, places = trial.found, trial.found.length, around(trial.found, reading)
    # From here on most arrays have two layers: the text as it stands, and with the candidate in it.
    windows = np.stack((standing(found, reading), trial.windows))
    log = np.stack((reading.log[places], trial.log))[:, :, REACH:]
    known = np.stack((reading.known[places], trial.known))
    felt, after = FELT[length, REACH:], _AFTER[length, REACH:]
    longest = known[:, :, REACH:] * felt
    words = _words(windows, tables)
    (word, size), parse = _best_word(words, length), _parse(words, length)
    values = [
        trial.gain, margin,
        *np.where(felt, log, np.float32(0)).sum(axis=2), *np.where(felt, log, np.float32(np.inf)).min(axis=2),
        *_cover(known, length), *(longest >= 3).sum(axis=2), *(longest >= 4).sum(axis=2),
        *word, *size, *_usual(windows, tables),
        *((known >= 2) & _PAIRED[length]).sum(axis=2) / (length + 1),
        found.sound == SAME_TONE, found.sound == SAME_SYLLABLE, found.sound == FUZZY, found.sound == NEAR,
        found.shape / 255.0, length == 2, length > 2,
        _strangeness(found, reading), *_edges_and_marks(windows[0], length),
        *log[:, :, 0], *np.where(after, log, np.float32(0)).sum(axis=2),
        parse[0], parse[1] - parse[0], *_cut(words, length),
        known[0, :, REACH - 1], _right_known(found, reading),
    ]  # fmt: skip
    rows = np.empty((len(found.at), len(NAMES)), dtype=np.float32)
    for column, value in enumerate(values):
        rows[:, column] = value
    return rows


def _cover(known: I8, length: I64) -> I8:
    """The least, over the changed stretch, of the longest known gram that holds a code."""
    best = coverage(known.T).T
    least: I8 = np.where(_REPLACED[length], best, np.int8(LONGEST)).min(axis=2)
    return least


def _usual(windows: Codes, tables: Tables) -> Array:
    """How usual the characters are that are changed."""
    inside = windows[:, :, _INSIDE]
    changed = inside[0] != inside[1]
    usual = tables.model.single[inside].astype(np.float32) * np.float32(-STEP)
    mean: Array = np.where(changed, usual, np.float32(0)).sum(axis=2) / changed.sum(axis=1)
    return mean


def _edges_and_marks(windows: Codes, length: I64) -> tuple[Array, Array]:
    """How many edges, and how many other codes that are no Han characters, stand beside the stretch."""
    edge, beside = windows == EDGE, _BESIDE[length]
    return (edge & beside).sum(axis=1), (beside & ~edge & ~is_han(windows)).sum(axis=1)


def _words(windows: Codes, tables: Tables) -> Weights:
    """The weight of every stretch of every row as a word (0: none)."""
    layers, rows, width = windows.shape
    weights = tables.lexicon.weigh_stretches(windows.reshape(-1, width))
    return weights.reshape(layers, rows, width, LONGEST)


def _best_word(words: Weights, length: I64) -> tuple[F32, I64]:
    """Weight (0..1) and length of the longest dictionary word that overlaps the changed stretch."""
    near = (words * _OVERLAPPING[length]).max(axis=2)
    size = ((near > 0) * _SIZE).max(axis=2)
    # No stretch of one code overlaps: where there is no word, the weight found is 0.
    weight = np.take_along_axis(near, np.maximum(size - 1, 0)[:, :, None], axis=2)[:, :, 0]
    return (weight / np.float32(255)).astype(np.float32), size


def _cut(words: Weights, length: I64) -> F32:
    """Weight (0..1) of the weightiest dictionary word that crosses an edge of the changed stretch."""
    weight: F32 = (words * _CROSSING[length]).max(axis=(2, 3)) / np.float32(255)
    return weight


def _right_known(found: Candidates, reading: Reading) -> Array:
    """How well the models know what follows the stretch: known grams of two and three that begin after it."""
    after = np.minimum(found.at + found.length + 1, len(reading.known) - 2)
    known: Array = (reading.known[after] >= 2).astype(np.int8) + (reading.known[after + 1] >= 3)
    return known


def _parse(words: Weights, length: I64) -> F32:
    """Log chance of the likeliest division of every row into words, by word frequency alone."""
    layers, rows, width, _ = words.shape
    chance = words / np.float32(PER_NAT) - np.float32(TOTAL)
    chance[(words == 0) & (_SIZE > 1)] = -np.inf
    # `best[k]` is that of the first k codes: whatever a row is filled up with tells on nothing before it.
    best = np.full((width + LONGEST, layers, rows), -np.inf, dtype=np.float32)
    best[0] = 0
    for at in range(width):
        ends = best[at + 1 : at + 1 + LONGEST]
        np.maximum(ends, best[at] + chance[:, :, at].transpose(2, 0, 1), out=ends)
    parsed: F32 = best[REACH + length + REACH, :, np.arange(rows)].T
    return parsed


def _strangeness(found: Candidates, reading: Reading) -> F32:
    """Share of the codes around that no known gram of three covers: names, tables, other kinds of text."""
    weak = np.concatenate(([0], (coverage(reading.known) < 3).cumsum()))
    left = np.maximum(found.at - _FAR, 0)
    start, end = found.at, found.at + found.length
    right = np.minimum(end + _FAR, len(reading.known))
    outside = (weak[start] - weak[left]) + (weak[right] - weak[end])
    return np.asarray(outside / np.maximum((start - left) + (right - end), 1), dtype=np.float32)
