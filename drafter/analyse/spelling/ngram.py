"""An interpolated Kneser-Ney character n-gram model as hashed arrays of 8-bit scores.

Score and back-off are base-10 logarithms, stored as whole steps of `STEP` from 0 to -255 steps. Model: Chen & Goodman,
"An empirical study of smoothing techniques for language modeling", 1999 (modified Kneser-Ney), in back-off form as in
the ARPA format, so that a gram left out costs one back-off and a shorter look-up.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from drafter.analyse.spelling.arrays import ArrayFile
from drafter.analyse.spelling.hashed import U64, Array, HashedSet, chain

STEP = 1 / 32
F32 = npt.NDArray[np.float32]
I8 = npt.NDArray[np.int8]


@dataclass(frozen=True, slots=True)
class Level:
    """The grams of one length (two or more): members, score steps, back-off steps (empty at the top)."""

    members: HashedSet
    scores: npt.NDArray[np.uint8]
    backoffs: npt.NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class Ngrams:
    """`single` and `single_backoffs` by code (65,536 each); `levels[0]` holds the grams of two codes."""

    single: npt.NDArray[np.uint8]
    single_backoffs: npt.NDArray[np.uint8]
    levels: tuple[Level, ...]

    @property
    def order(self) -> int:
        """The length of the longest gram."""
        return 1 + len(self.levels)


@dataclass(frozen=True, slots=True)
class Scores:
    """Of every position of a window: log10 probability after what stands before, and the longest known gram it ends."""

    log: F32
    known: I8


def score_windows(model: Ngrams, windows: Array) -> Scores:
    """Scores of the codes in `windows` (rows x width), each row read on its own from its first column.

    A gram is looked up only where its prefix is known: the model keeps the prefixes of what it keeps.
    """
    width = windows.shape[1]
    codes = windows.ravel()
    log = _steps(model.single[codes])
    known = (model.single[codes] < 255).astype(np.int8)
    ends = known.nonzero()[0]  # where the known grams of the length in hand end
    keys: U64 = chain(np.zeros(len(ends), dtype=np.uint64), codes[ends])
    goes_on = np.ones(len(codes), dtype=bool)
    goes_on[width - 1 :: width] = False
    lost = _steps(model.single_backoffs[codes[ends]])
    for length, level in enumerate(model.levels, start=2):
        longer = goes_on[ends]
        ends, lost = ends[longer] + 1, lost[longer]
        keys = chain(keys[longer], codes[ends])
        slots = level.members.find(keys)
        hit = slots >= 0
        log[ends] += lost
        ends, keys, slots = ends[hit], keys[hit], slots[hit]
        log[ends] = _steps(level.scores[slots])
        known[ends] = length
        if len(level.backoffs):
            lost = _steps(level.backoffs[slots])
    return Scores(log.reshape(windows.shape), known.reshape(windows.shape))


def score_stream(model: Ngrams, codes: Array) -> Scores:
    """Scores of every code of a stream."""
    found = score_windows(model, codes[None, :])
    return Scores(found.log[0], found.known[0])


def to_arrays(model: Ngrams) -> dict[str, Array]:
    """The arrays of a model under the names that `from_arrays` reads."""
    out: dict[str, Array] = {"single": model.single, "single.backoffs": model.single_backoffs}
    for length, level in enumerate(model.levels, start=2):
        out[f"{length}.marks"] = level.members.marks
        out[f"{length}.filter"] = level.members.filter
        out[f"{length}.scores"] = level.scores
        out[f"{length}.backoffs"] = level.backoffs
    return out


def from_arrays(file: ArrayFile) -> Ngrams:
    """The model of a mapped file. Raises KeyError when the file holds none."""
    arrays, sizes = file.arrays, file.meta["sizes"]
    levels = tuple(
        Level(
            HashedSet(arrays[f"{n}.marks"], arrays[f"{n}.filter"], size), arrays[f"{n}.scores"], arrays[f"{n}.backoffs"]
        )
        for n, size in enumerate(sizes, start=2)
    )
    return Ngrams(arrays["single"], arrays["single.backoffs"], levels)


def sizes(model: Ngrams) -> list[int]:
    """What `from_arrays` needs besides the arrays."""
    return [level.members.size for level in model.levels]


def _steps(values: npt.NDArray[np.uint8]) -> F32:
    return values.astype(np.float32) * np.float32(-STEP)
