"""What the logistic model is told about a candidate."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from drafter.analyse.spelling.candidates import REACH, Candidates, Reading, around, coverage, put
from drafter.analyse.spelling.hashed import Array
from drafter.analyse.spelling.lexicon import LONGEST, PER_NAT, TOTAL, Lexicon
from drafter.analyse.spelling.likeness import FUZZY, NEAR, SAME_SYLLABLE, SAME_TONE
from drafter.analyse.spelling.ngram import F32, STEP
from drafter.analyse.spelling.reader import Reader
from drafter.analyse.spelling.stream import EDGE, is_han
from drafter.analyse.spelling.tables import Tables

_FAR = 8  # codes to either side that say whether the models know this kind of text at all

NAMES = (
    "gain", "margin", "old", "new", "old_least", "new_least",
    "old_cover", "new_cover", "old_long", "new_long", "old_longest", "new_longest",
    "old_word", "new_word", "old_word_length", "new_word_length",
    "old_usual", "new_usual", "old_pairs", "new_pairs",
    "same_tone", "same_syllable", "fuzzy", "near", "shape", "two", "three",
    "strange", "edges", "marks", "old_left", "new_left", "old_right", "new_right", "old_parse", "parse_gain",
    "old_cut", "new_cut", "left_known", "right_known",
)  # fmt: skip


def describe(found: Candidates, margin: F32, reading: Reading, tables: Tables, reader: Reader) -> F32:
    """One row of features (see `NAMES`) for every candidate."""
    length, width = found.length, REACH + found.length + REACH
    places = around(found, width)
    new_windows = put(found, reading)
    new_log, new_known = reader.windows(new_windows)
    old_log, old_known = reading.log[places], reading.known[places]
    old_windows = reading.codes[places]
    inside = slice(REACH, REACH + length)
    felt = slice(REACH, None)
    changed = old_windows[:, inside] != found.right
    old_cover, new_cover = _cover(old_known, inside), _cover(new_known, inside)
    old_words, new_words = _words(old_windows, tables.lexicon), _words(new_windows, tables.lexicon)
    old_word, old_size = _best_word(old_words, length)
    new_word, new_size = _best_word(new_words, length)
    old_parse, new_parse = _parse(old_words), _parse(new_words)
    usual = tables.model.single.astype(np.float32) * np.float32(-STEP)
    others = np.concatenate((old_windows[:, :REACH], old_windows[:, REACH + length :]), axis=1)
    columns = [
        found.gain, margin, old_log[:, felt].sum(axis=1), new_log[:, felt].sum(axis=1),
        old_log[:, felt].min(axis=1), new_log[:, felt].min(axis=1),
        old_cover, new_cover, (old_known[:, felt] >= 3).sum(axis=1), (new_known[:, felt] >= 3).sum(axis=1),
        (old_known[:, felt] >= 4).sum(axis=1), (new_known[:, felt] >= 4).sum(axis=1),
        old_word, new_word, old_size, new_size,
        np.where(changed, usual[old_windows[:, inside]], 0).sum(axis=1) / changed.sum(axis=1),
        np.where(changed, usual[found.right], 0).sum(axis=1) / changed.sum(axis=1),
        (old_known[:, REACH : REACH + length + 1] >= 2).sum(axis=1) / (length + 1),
        (new_known[:, REACH : REACH + length + 1] >= 2).sum(axis=1) / (length + 1),
        found.sound == SAME_TONE, found.sound == SAME_SYLLABLE, found.sound == FUZZY, found.sound == NEAR,
        found.shape / 255.0,
        np.full(len(found.at), length == 2), np.full(len(found.at), length > 2),
        _strangeness(found, reading), (others == EDGE).sum(axis=1), (~is_han(others) & (others != EDGE)).sum(axis=1),
        old_log[:, REACH], new_log[:, REACH],
        old_log[:, REACH + length :].sum(axis=1), new_log[:, REACH + length :].sum(axis=1),
        old_parse, new_parse - old_parse,
        _cut(old_words, length), _cut(new_words, length),
        old_known[:, REACH - 1], _right_known(found, reading),
    ]  # fmt: skip
    return np.stack([np.asarray(column, dtype=np.float32) for column in columns], axis=1)


def _cover(known: Array, inside: slice) -> npt.NDArray[np.int8]:
    """The least, over the changed stretch, of the longest known gram that holds a code."""
    best = coverage(known.T).T
    least: npt.NDArray[np.int8] = best[:, inside].min(axis=1)
    return least


def _words(windows: Array, lexicon: Lexicon) -> dict[int, Array]:
    """By length, the weight of every stretch of every row as a word (0: none)."""
    rows, width = windows.shape
    out: dict[int, Array] = {1: lexicon.singles[windows]}
    for long in range(2, LONGEST + 1):
        stretches = np.lib.stride_tricks.sliding_window_view(windows, long, axis=1).reshape(-1, long)
        out[long] = lexicon.weigh(stretches).reshape(rows, width - long + 1)
    return out


def _best_word(words: dict[int, Array], length: int) -> tuple[F32, F32]:
    """Weight (0..1) and length of the longest dictionary word that overlaps the changed stretch."""
    rows, width = words[1].shape
    weight, size = np.zeros(rows, dtype=np.float32), np.zeros(rows, dtype=np.float32)
    for long in range(2, LONGEST + 1):
        near = words[long][:, max(0, REACH - long + 1) : min(REACH + length, width - long + 1)].max(axis=1)
        weight, size = np.where(near > 0, near / np.float32(255), weight), np.where(near > 0, np.float32(long), size)
    return weight, size


def _cut(words: dict[int, Array], length: int) -> F32:
    """Weight (0..1) of the weightiest dictionary word that crosses an edge of the changed stretch."""
    rows, width = words[1].shape
    weight = np.zeros(rows, dtype=np.float32)
    for long in range(2, LONGEST + 1):
        for edge in (REACH, REACH + length):
            first, last = max(0, edge - long + 1), min(edge, width - long + 1)
            weight = np.maximum(weight, words[long][:, first:last].max(axis=1) / np.float32(255))
    return weight


def _right_known(found: Candidates, reading: Reading) -> Array:
    """How well the models know what follows the stretch: known grams of two and three that begin after it."""
    after = np.minimum(found.at + found.length + 1, len(reading.known) - 2)
    known: Array = (reading.known[after] >= 2).astype(np.int8) + (reading.known[after + 1] >= 3)
    return known


def _parse(words: dict[int, Array]) -> F32:
    """Log chance of the likeliest division of every row into words, by word frequency alone."""
    rows, width = words[1].shape
    best = np.full((rows, width + 1), -np.inf, dtype=np.float32)
    best[:, 0] = 0
    for end in range(1, width + 1):
        for long in range(1, min(LONGEST, end) + 1):
            weight = words[long][:, end - long]
            chance = weight / np.float32(PER_NAT) - np.float32(TOTAL)
            usable = (weight > 0) | (long == 1)
            best[:, end] = np.maximum(best[:, end], np.where(usable, best[:, end - long] + chance, -np.inf))
    parsed: F32 = best[:, width]
    return parsed


def _strangeness(found: Candidates, reading: Reading) -> F32:
    """Share of the codes around that no known gram of three covers: names, tables, other kinds of text."""
    weak = np.concatenate(([0], np.cumsum(coverage(reading.known) < 3)))
    left = np.maximum(found.at - _FAR, 0)
    start, end = found.at, found.at + found.length
    right = np.minimum(end + _FAR, len(reading.known))
    outside = (weak[start] - weak[left]) + (weak[right] - weak[end])
    return np.asarray(outside / np.maximum((start - left) + (right - end), 1), dtype=np.float32)
