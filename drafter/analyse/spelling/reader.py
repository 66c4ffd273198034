"""Scores under the official model and, where there is one, the model of the user's own past texts."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from drafter.analyse.spelling.hashed import Array
from drafter.analyse.spelling.lexicon import word_keys
from drafter.analyse.spelling.ngram import F32, I8, Ngrams, score_windows

_OWN_SHARE = 0.3  # of the chance; what the user wrote before says more about his texts than its size would


@dataclass(frozen=True, slots=True)
class Reader:
    """The models a text is read with."""

    official: Ngrams
    own: Ngrams | None = None

    def windows(self, windows: Array) -> tuple[F32, I8]:
        """Log10 chance of every code of every row, and the longest known gram that it ends."""
        base = score_windows(self.official, windows)
        if self.own is None:
            return base.log, base.known
        mine = score_windows(self.own, windows)
        chance = (1 - _OWN_SHARE) * np.power(10.0, base.log) + _OWN_SHARE * np.power(10.0, mine.log)
        return np.log10(chance).astype(np.float32), np.maximum(base.known, mine.known)

    def stream(self, codes: Array) -> tuple[F32, I8]:
        """The same for one stream."""
        log, known = self.windows(codes[None, :])
        return log[0], known[0]

    def pair_known(self, first: Array, second: Array) -> npt.NDArray[np.bool_]:
        """Whether the two codes are known side by side."""
        keys = word_keys(np.stack((first, second), axis=1))
        known: npt.NDArray[np.bool_] = self.official.levels[0].members.find(keys) >= 0
        if self.own is not None:
            known |= self.own.levels[0].members.find(keys) >= 0
        return known
