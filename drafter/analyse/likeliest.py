"""The likeliest path through a sentence: jieba's graph of words and its dynamic programme in one pass."""

from __future__ import annotations

from collections.abc import Mapping
from math import log

_NONE = 1.0
"""The weight of what only begins words, and no score yet: no logarithm of a probability is above 0."""


class Paths:
    """Finds where each word of the likeliest cutting ends.

    `counts` are jieba's frequencies, 0 for what only begins words; more may be put in later, none may change. `total`
    is their sum. The path is that of `jieba.Tokenizer.get_DAG` and `calc` (maximum product of the words' frequencies;
    on a tie the longer word), found without building the graph and with each logarithm taken once.
    """

    def __init__(self, counts: Mapping[str, int], total: int) -> None:
        self._counts = counts
        self._total = log(total)
        self._weights: dict[str, float] = {}

    def ends(self, sentence: str) -> list[int]:
        """For each character where the word ends that begins with it, if one does."""
        weights, counts, total = self._weights, self._counts, self._total
        length = len(sentence)
        ends = [0] * length
        scores = [0.0] * (length + 1)
        for start in range(length - 1, -1, -1):
            best, end = _NONE, start + 1
            best_end = end
            word = sentence[start]
            while True:
                weight = weights.get(word)
                if weight is None:
                    count = counts.get(word)
                    if count is None:
                        break
                    weight = weights[word] = log(count) - total if count else _NONE
                if weight <= 0:
                    score = weight + scores[end]
                    if best > 0 or score >= best:
                        best, best_end = score, end
                if end == length:
                    break
                end += 1
                word = sentence[start:end]
            scores[start] = scores[start + 1] - total if best > 0 else best
            ends[start] = best_end
        return ends
