"""Words as mapped arrays: how usual a word is, and which words sound like a key of fuzzy syllables."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from drafter.analyse.spelling.arrays import ArrayFile
from drafter.analyse.spelling.hashed import I64, U64, Array, HashedSet, chain

LONGEST = 4
PER_NAT = 18  # weight steps per unit of the natural log of a frequency
TOTAL = 17.9  # natural log of the sum of all frequencies of the dictionary


@dataclass(frozen=True, slots=True)
class Lexicon:
    """`members` with `weights` and `singles` by code (0..255, in `PER_NAT` steps of the log of the frequency).

    `sounds` holds, sorted, the keys of the official words' syllables; `words` the words in the same order, one row of
    four codes each (0 = none).
    """

    members: HashedSet
    weights: npt.NDArray[np.uint8]
    singles: npt.NDArray[np.uint8]
    sounds: npt.NDArray[np.uint32]
    words: npt.NDArray[np.uint16]

    def weigh(self, windows: Array) -> npt.NDArray[np.uint8]:
        """The weight of every row of `windows` as a word, 0 when it is none."""
        return self._weights_of(word_keys(windows))

    def weigh_stretches(self, windows: Array) -> npt.NDArray[np.uint8]:
        """By row, first code and length less one, the weight of every stretch of `windows` as a word; 0 past a row's
        end, where it holds 0."""
        rows, width = windows.shape
        weights = np.zeros((rows, width, LONGEST), dtype=np.uint8)
        weights[:, :, 0] = self.singles[windows]
        keys = np.zeros((rows, width, LONGEST), dtype=np.uint64)
        whole = np.zeros((rows, width, LONGEST), dtype=bool)
        keys[:, :, 0] = chain(keys[:, :, 0], windows)
        for more in range(1, LONGEST):
            begin = slice(width - more)
            keys[:, begin, more] = chain(keys[:, begin, more - 1], windows[:, more:])
            whole[:, begin, more] = windows[:, more:] > 0
        weights[whole] = self._weights_of(keys[whole])
        return weights

    def _weights_of(self, keys: U64) -> npt.NDArray[np.uint8]:
        slots = self.members.find(keys)
        weights: npt.NDArray[np.uint8] = self.weights[np.maximum(slots, 0)] * (slots >= 0)
        return weights

    def sounding_like(self, keys: npt.NDArray[np.uint32]) -> tuple[I64, I64]:
        """Every (index into `keys`, row of `words`) of the same sound."""
        first = np.searchsorted(self.sounds, keys, side="left")
        widths = np.searchsorted(self.sounds, keys, side="right") - first
        who = np.arange(len(keys)).repeat(widths)
        within = np.arange(len(who)) - (widths.cumsum() - widths).repeat(widths)
        return who, first[who] + within


def word_keys(windows: Array) -> U64:
    """The key of every row of codes."""
    keys: U64 = np.zeros(len(windows), dtype=np.uint64)
    for column in range(windows.shape[1]):
        keys = chain(keys, windows[:, column])
    return keys


def sound_keys(syllables: Array, lengths: I64 | None = None) -> npt.NDArray[np.uint32]:
    """The key of every row of syllable numbers, or of as many of them as `lengths` says; rows of different lengths
    never share one on purpose."""
    keys: U64 = np.zeros(len(syllables), dtype=np.uint64)
    for column in range(syllables.shape[1]):
        longer = chain(keys, syllables[:, column])
        keys = longer if lengths is None else np.where(lengths > column, longer, keys)
    return (keys >> np.uint64(32)).astype(np.uint32)


NAMES = ("weights", "singles", "sounds", "words")


def to_arrays(lexicon: Lexicon) -> dict[str, Array]:
    """The arrays of a lexicon under the names that `from_arrays` reads."""
    out = {f"lexicon.{name}": getattr(lexicon, name) for name in NAMES}
    return out | {"lexicon.marks": lexicon.members.marks, "lexicon.filter": lexicon.members.filter}


def from_arrays(file: ArrayFile) -> Lexicon:
    """The lexicon of a mapped file. Raises KeyError when the file holds none."""
    members = HashedSet(file.arrays["lexicon.marks"], file.arrays["lexicon.filter"], file.meta["lexicon.size"])
    return Lexicon(members, *(file.arrays[f"lexicon.{name}"] for name in NAMES))
