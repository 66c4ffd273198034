"""Synthetic past reports for measuring the corpus: word salad with the statistics of official prose.

Sentences are strings of set phrases and single words, both drawn by Zipf's law; the 6,000 words of two characters are
invented from the 3,755 characters of GB 2312 level one. That gives about as many different pairs of characters as
official prose has (120,000 in 50,000 sentences of 44 characters). One sentence in five is boilerplate with changing
figures, the rest is distinct. Deterministic for a seed.
"""

from __future__ import annotations

import random
from bisect import bisect
from itertools import accumulate

from drafter.corpus.past import PastReport, PastSection

SENTENCES = 40
_CHARS = [bytes((0xB0 + i // 94, 0xA1 + i % 94)).decode("gb2312") for i in range(3755)]
_KINDS = ("overview", "overview", "overview", "problems")


class Language:
    """A vocabulary, boilerplate and a way to make sentences of them."""

    def __init__(self, seed: int = 1) -> None:
        rng = random.Random(seed)
        self._words = ["".join(rng.choices(_CHARS, k=2)) for _ in range(6000)]
        self._edges = list(accumulate(1 / (rank + 8) for rank in range(6000)))
        self._phrases = ["".join(self.word(rng) for _ in range(rng.randint(2, 4))) for _ in range(6000)]
        self._boilerplate = [self.sentence(rng) for _ in range(400)]

    def word(self, rng: random.Random) -> str:
        """One word."""
        return self._words[bisect(self._edges, rng.random() * self._edges[-1])]

    def sentence(self, rng: random.Random) -> str:
        """A sentence of 30 to 60 characters with a figure and commas."""
        parts = []
        for _ in range(rng.randint(5, 10)):
            parts.append(self._phrases[bisect(self._edges, rng.random() * self._edges[-1])])
            if rng.random() < 0.3:
                parts.append(self.word(rng))
            if rng.random() < 0.3:
                parts.append("，")
        parts.insert(rng.randrange(len(parts)), f"{rng.randint(1, 3000)}件")
        return "".join(parts).strip("，") + "。"

    def report(self, number: int) -> PastReport:
        """Report `number`: agency number // 5, the years 2020 to 2024 in turn."""
        rng = random.Random(number)
        sentences = [self._one(rng) for _ in range(SENTENCES)]
        quarter = SENTENCES // len(_KINDS)
        sections = tuple(
            PastSection(kind, "", "", (tuple(sentences[i * quarter : (i + 1) * quarter]),))
            for i, kind in enumerate(_KINDS)
        )
        agency = (
            "".join(_CHARS[(number // 5 * 7919 + k * 104729) % 3755] for k in range(4)) + f"{number // 5}镇人民政府"
        )
        return PastReport(agency, 2020 + number % 5, digest=f"{number:064x}", origin=f"{number}.txt", sections=sections)

    def _one(self, rng: random.Random) -> str:
        if rng.random() < 0.2:
            return rng.choice(self._boilerplate)
        return self.sentence(rng)

    def draft(self, rng: random.Random, pool: list[str], size: int = 60) -> list[str]:
        """`size` sentences of `pool`: up to half of the words changed, and one character in twenty dropped or added."""
        return [self._edited(rng, rng.choice(pool)) for _ in range(size)]

    def _edited(self, rng: random.Random, sentence: str) -> str:
        share = rng.random() * 0.5
        pairs = [sentence[i : i + 2] for i in range(0, len(sentence), 2)]
        text = "".join(self.word(rng) if rng.random() < share else pair for pair in pairs)
        return "".join(_touched(rng, char) for char in text)


def _touched(rng: random.Random, char: str) -> str:
    chance = rng.random()
    if chance < 0.025:
        return ""
    return char + rng.choice(_CHARS) if chance < 0.05 else char
