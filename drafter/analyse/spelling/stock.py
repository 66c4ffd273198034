"""Stock phrases with one character wrong: 有代加强 for 有待加强.

The models look for candidates only where a text surprises them, and two common characters side by side seldom do. A
phrase that reports use as it stands needs no surprise: when all of it but one character is there, and that one sounds
or looks like the right one, it is meant — unless official prose knows the text as it stands.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from drafter.analyse.spelling.candidates import REACH, coverage
from drafter.analyse.spelling.detect import Finding
from drafter.analyse.spelling.features import NAMES
from drafter.analyse.spelling.likeness import SAME_SYLLABLE
from drafter.analyse.spelling.reader import Reader
from drafter.analyse.spelling.stream import Codes, is_han
from drafter.analyse.spelling.tables import Tables

_CHANCE = 0.85
"""What a slip in a stock phrase counts for: enough to be shown, in titles and place names too."""
_LEAST, _MOST = 4, 12
"""Characters of a phrase. In a shorter one too little stands around the wrong character."""
_KNOWN = 4
"""A known gram of so many codes around the character says that it is meant, one less in a phrase of four."""
_AROUND = 3
_MUCH_ALIKE = 170
_ANY = "\0"


class Slip(NamedTuple):
    """A phrase that stands at start..end but for the character at `at`, which should be `right`."""

    start: int
    end: int
    at: int
    right: str


@dataclass(frozen=True, slots=True)
class Others:
    """What may stand beside a half of a phrase, of one size and on one side: with every one of its characters blotted
    out, and how it begins and ends, one of which a single wrong character leaves as it is."""

    behind: bool
    size: int
    blotted: dict[str, list[str]] = field(default_factory=dict)
    heads: set[str] = field(default_factory=set)
    tails: set[str] = field(default_factory=set)

    def add(self, other: str) -> None:
        """One more."""
        for k in range(self.size):
            self.blotted.setdefault(other[:k] + _ANY + other[k + 1 :], []).append(other)
        self.heads.add(other[: self.size // 2])
        self.tails.add(other[self.size // 2 :])


@dataclass(frozen=True, slots=True)
class Stock:
    """The phrases by their halves. `after` and `before` give, for a half, the other halves it is met with; `known`
    remembers these made ready, for the halves met in a text."""

    automaton: AhoCorasick
    words: tuple[str, ...]
    after: dict[str, list[str]]
    before: dict[str, list[str]]
    phrases: frozenset[str]
    known: dict[int, list[Others]] = field(default_factory=dict)

    def others(self, which: int) -> list[Others]:
        """What may stand behind and before a half."""
        found = self.known.get(which)
        if found is None:
            half = self.words[which]
            kinds: dict[tuple[bool, int], Others] = {}
            for behind, others in ((True, self.after.get(half, ())), (False, self.before.get(half, ()))):
                for other in others:
                    kinds.setdefault((behind, len(other)), Others(behind, len(other))).add(other)
            found = self.known[which] = list(kinds.values())
        return found


@lru_cache(maxsize=2)
def stock_of(phrases: tuple[str, ...]) -> Stock:
    """The phrases made ready."""
    after: dict[str, list[str]] = {}
    before: dict[str, list[str]] = {}
    kept = [p for p in dict.fromkeys(phrases) if _LEAST <= len(p) <= _MOST]
    for phrase in kept:
        first, then = phrase[: len(phrase) // 2], phrase[len(phrase) // 2 :]
        after.setdefault(first, []).append(then)
        before.setdefault(then, []).append(first)
    words = tuple(dict.fromkeys((*after, *before)))
    # The automaton is built once a run and reads little text: the kind that is quick to build is the quick one.
    automaton = AhoCorasick(list(words), matchkind=MatchKind.Standard, implementation=Implementation.NoncontiguousNFA)
    return Stock(automaton, words, after, before, frozenset(kept))


def stock_slips(codes: Codes, stock: Stock, tables: Tables, reader: Reader) -> list[Finding]:
    """Findings in a stream, `at` counted as by `find`; of several phrases at a place the longest speaks."""
    text = codes.tobytes().decode("utf-16-le", "replace")
    if len(text) != len(codes):
        return []
    slips = list(_slips(text, stock))
    if not slips:
        return []
    places = [slip.at for slip in slips]
    sound, shape = tables.likeness.between(codes[places], np.array([ord(slip.right) for slip in slips], np.uint16))
    best: dict[int, Finding] = {}
    longest: dict[int, int] = {}
    for k in ((sound >= SAME_SYLLABLE) | (shape >= _MUCH_ALIKE)).nonzero()[0]:
        slip, size = slips[k], slips[k].end - slips[k].start
        if size > longest.get(slip.at, 0) and not _is_meant(codes, slip, tables, reader):
            longest[slip.at] = size
            row = np.zeros(len(NAMES), dtype=np.float32)
            best[slip.at] = Finding(slip.at + REACH, (ord(slip.right),), int(sound[k]), int(shape[k]), _CHANCE, row)
    return [finding for _, finding in sorted(best.items())]


def _slips(text: str, stock: Stock) -> Iterator[Slip]:
    for which, start, end in stock.automaton.find_matches_as_indexes(text, overlapping=True):
        for others in stock.others(which):
            first = end if others.behind else start - others.size
            middle, last = first + others.size // 2, first + others.size
            if text[first:middle] not in others.heads and text[middle:last] not in others.tails:  # as nearly always
                continue
            if first >= 0 and last <= len(text):
                yield from _slips_beside(text, (start, end), first, others, stock)


def _slips_beside(text: str, half: tuple[int, int], first: int, others: Others, stock: Stock) -> Iterator[Slip]:
    """The slips in what stands from `first` on beside a half that is right."""
    there = text[first : first + others.size]
    low, high = min(half[0], first), max(half[1], first + others.size)
    for k in range(others.size):
        for meant in others.blotted.get(there[:k] + _ANY + there[k + 1 :], ()):
            if meant != there and text[low:high] not in stock.phrases:
                yield Slip(low, high, first + k, meant[k])


def _makes_word(codes: Codes, at: int, tables: Tables) -> bool:
    """Whether the character as it stands makes a word of two with the one before or behind it: 保证, for 保障."""
    pairs = (
        np.stack([codes[at - 1 : at + 1], codes[at : at + 2]]) if 0 < at < len(codes) - 1 else codes[:0].reshape(0, 2)
    )
    return bool((tables.lexicon.weigh(pairs) > 0).any()) if len(pairs) else False


def _is_meant(codes: Codes, slip: Slip, tables: Tables, reader: Reader) -> bool:
    """Whether the character as it stands makes a word or a known gram with what is beside it."""
    if _makes_word(codes, slip.at, tables):
        return True
    low, high = slip.start, slip.end
    # Words that go on beside the phrase may hold the character: 落实道路……, not 落实到.
    while low > max(slip.start - _AROUND, 0) and is_han(codes[low - 1 : low])[0]:
        low -= 1
    while high < min(slip.end + _AROUND, len(codes)) and is_han(codes[high : high + 1])[0]:
        high += 1
    _, known = reader.stream(codes[low:high])
    return bool(coverage(known)[slip.at - low] >= (_KNOWN if slip.end - slip.start > _LEAST else _KNOWN - 1))
