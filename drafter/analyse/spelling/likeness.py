"""Which characters are taken for which others: alike in sound, in shape, or both, as mapped arrays.

A neighbour list of a character holds the characters that may have been meant. `sound` is one of the levels below,
`shape` a degree from 0 to 255. Both come from tables made at build time (see `likeness_build`).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from drafter.analyse.spelling.arrays import ArrayFile
from drafter.analyse.spelling.hashed import I64, Array

UNLIKE, NEAR, FUZZY, SAME_SYLLABLE, SAME_TONE = range(5)


@dataclass(frozen=True, slots=True)
class Likeness:
    """`starts[c] : starts[c + 1]` are the neighbours of code c; `keys[c]` its fuzzy syllable (0: none)."""

    starts: npt.NDArray[np.int32]
    right: npt.NDArray[np.uint16]
    sound: npt.NDArray[np.uint8]
    shape: npt.NDArray[np.uint8]
    keys: npt.NDArray[np.uint16]

    def neighbours(self, codes: Array) -> tuple[I64, I64]:
        """Every (index into `codes`, index into the neighbour arrays), in order."""
        first = self.starts[codes].astype(np.int64)
        widths = self.starts[codes.astype(np.int64) + 1] - first
        who = np.arange(len(codes)).repeat(widths)
        within = np.arange(len(who)) - (widths.cumsum() - widths).repeat(widths)
        return who, first[who] + within

    def between(self, wrong: Array, right: Array) -> tuple[Array, Array]:
        """Sound level and shape degree of each pair, 0 where `right` is no neighbour of `wrong`."""
        who, at = self.neighbours(wrong)
        same = self.right[at] == right[who]
        sound, shape = np.zeros(len(wrong), np.uint8), np.zeros(len(wrong), np.uint8)
        sound[who[same]] = self.sound[at[same]]
        shape[who[same]] = self.shape[at[same]]
        return sound, shape


NAMES = ("starts", "right", "sound", "shape", "keys")


def to_arrays(likeness: Likeness) -> dict[str, Array]:
    """The arrays of the tables under the names that `from_arrays` reads."""
    return {f"like.{name}": getattr(likeness, name) for name in NAMES}


def from_arrays(file: ArrayFile) -> Likeness:
    """The tables of a mapped file. Raises KeyError when the file holds none."""
    return Likeness(*(file.arrays[f"like.{name}"] for name in NAMES))
