"""Fit time only: clean sentences with one slip of the finger put in each (a pinyin letter too many or too few).

Marked sentences hold hardly any of these, though whoever types pinyin makes them; without examples the decision could
only distrust them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from random import Random

from drafter.analyse.spelling.likeness import NEAR
from drafter.analyse.spelling.ngram import STEP
from drafter.analyse.spelling.tables import Tables

_COMMON = 0.5  # power of a character's frequency: an input method offers the usual characters first
_LEAST_HAN = 8

Slips = Mapping[str, list[tuple[str, float]]]


def slips(known: Tables) -> Slips:
    """By character, what a slip of the finger writes instead, with weights."""
    likeness = known.likeness
    out: dict[str, list[tuple[str, float]]] = defaultdict(list)
    for wrong in range(0x4E00, 0xA000):
        usual = 10 ** (-STEP * float(known.model.single[wrong]) * _COMMON)
        for at in range(int(likeness.starts[wrong]), int(likeness.starts[wrong + 1])):
            if likeness.sound[at] == NEAR:
                out[chr(likeness.right[at])].append((chr(wrong), usual))
    return out


def with_slip(sentence: str, possible: Slips, random: Random) -> str:
    """The sentence with one character replaced; the same when it is short or nothing in it can be slipped on."""
    places = [k for k, char in enumerate(sentence) if char in possible]
    if sum("\u4e00" <= char <= "\u9fff" for char in sentence) < _LEAST_HAN or not places:
        return sentence
    at = random.choice(places)
    choices = possible[sentence[at]]
    written = random.choices([char for char, _ in choices], [weight for _, weight in choices])[0]
    return sentence[:at] + written + sentence[at + 1 :]


def made(sentences: Sequence[str], known: Tables, seed: int) -> list[str]:
    """Every sentence with a slip in it, the same for the same seed."""
    random, possible = Random(seed), slips(known)
    return [with_slip(sentence, possible, random) for sentence in sentences]
