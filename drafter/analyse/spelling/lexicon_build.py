"""Build time only: the word arrays from jieba's dictionary and the counts of the official texts."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import numpy.typing as npt

from drafter.analyse.spelling.hashed import build_set
from drafter.analyse.spelling.lexicon import LONGEST, PER_NAT, Lexicon, sound_keys, word_keys
from drafter.analyse.spelling.likeness import Likeness
from drafter.analyse.spelling.ngram import Ngrams, score_windows

_LEAST_KNOWN = {2: 2, 3: 3, 4: 4}


def dictionary_words() -> list[tuple[str, int]]:
    """The Han words of up to four characters of jieba's dictionary with their frequencies, sorted."""
    import jieba

    lines = (Path(jieba.__file__).parent / "dict.txt").read_text(encoding="utf-8").splitlines()
    rows = (line.split(" ") for line in lines)
    words = {row[0]: int(row[1]) for row in rows if len(row[0]) <= LONGEST}
    return sorted((word, n) for word, n in words.items() if all("\u4e00" <= char <= "\u9fff" for char in word))


def with_domain(words: list[tuple[str, int]], domain: dict[str, int]) -> list[tuple[str, int]]:
    """The dictionary with the words of the field; a word in both keeps the higher frequency. Sorted."""
    merged = dict(words)
    for word, frequency in domain.items():
        merged[word] = max(frequency, merged.get(word, 0))
    return sorted(merged.items())


def build_lexicon(words: list[tuple[str, int]], model: Ngrams, likeness: Likeness) -> Lexicon:
    """Arrays of `words`; those that the official texts use as well can be candidates."""
    singles = np.zeros(0x10000, dtype=np.uint8)
    for word, n in words:
        if len(word) == 1:
            singles[ord(word)] = _steps(np.array([n]))[0]
    words = [(word, n) for word, n in words if len(word) > 1]
    codes = [np.array([ord(char) for char in word], dtype=np.uint16) for word, _ in words]
    keys = np.array([word_keys(row[None, :])[0] for row in codes], dtype=np.uint64)
    members, slots = build_set(keys)
    weights = np.zeros(len(members.marks), dtype=np.uint8)
    weights[slots] = _steps(np.array([n for _, n in words]))
    sounds, rows = _official(codes, model, likeness)
    order = np.lexsort((*rows.T[::-1], sounds))
    return Lexicon(members, weights, singles, sounds[order], rows[order])


def _official(
    codes: list[npt.NDArray[np.uint16]], model: Ngrams, likeness: Likeness
) -> tuple[npt.NDArray[np.uint32], npt.NDArray[np.uint16]]:
    sounds, rows = [np.zeros(0, np.uint32)], [np.zeros((0, LONGEST), np.uint16)]
    for length, least in _LEAST_KNOWN.items():
        of_length = [row for row in codes if len(row) == length]
        if not of_length:
            continue
        windows = np.stack(of_length)
        known = score_windows(model, windows).known[:, -1] >= least
        syllables = likeness.keys[windows]
        good = known & (syllables > 0).all(axis=1)
        sounds.append(sound_keys(syllables[good]))
        padded = np.zeros((int(good.sum()), LONGEST), dtype=np.uint16)
        padded[:, :length] = windows[good]
        rows.append(padded)
    return np.concatenate(sounds), np.concatenate(rows)


def _steps(frequencies: npt.NDArray[np.int64]) -> npt.NDArray[np.uint8]:
    logs = np.log(frequencies.astype(np.float64) + 1)
    steps: npt.NDArray[np.uint8] = np.clip(np.rint(logs * PER_NAT), 1, 255).astype(np.uint8)
    return steps
