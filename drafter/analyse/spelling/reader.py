"""Scores under the official model and, where there is one, the model of the user's own past texts."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from drafter.analyse.spelling.hashed import U64, Array, chain
from drafter.analyse.spelling.ngram import F32, I8, STEP, Ngrams, score_windows

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

    def pairs(self, first: Array, second: Array) -> F32:
        """Log10 chance of the second code after the first where the two are known side by side, else 0."""
        alone = chain(np.zeros(first.size, dtype=np.uint64), first.ravel())
        keys = chain(alone, second.ravel())
        best = _pair_scores(self.official, keys)
        if self.own is not None:
            best = np.minimum(best, _pair_scores(self.own, keys))
        return best.reshape(first.shape)


def _pair_scores(model: Ngrams, keys: U64) -> F32:
    level = model.levels[0]
    slots = level.members.find(keys)
    out = np.zeros(len(keys), dtype=np.float32)
    known = (slots >= 0).nonzero()[0]
    # A chance of one is stored as no step at all: half a step keeps it apart from "not known".
    out[known] = np.minimum(level.scores[slots[known]].astype(np.float32) * np.float32(-STEP), np.float32(-STEP / 2))
    return out
