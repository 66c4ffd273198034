"""Stretches of a text where nothing may be called wrong."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from drafter.data.spelling.lists import Lists

_TITLES = re.compile(r"《[^《》\n]{1,80}》")
# A given name has one or two characters; a space may stand between the two parts of a short name.
_GIVEN = r"[ 　]{0,2}[\u4e00-\u9fff]{1,2}"


@dataclass(frozen=True, slots=True)
class Protected:
    """Sorted stretches (code points)."""

    stretches: tuple[tuple[int, int], ...]

    def touches(self, start: int, end: int) -> bool:
        """Whether a stretch shares a code point with start..end."""
        return any(first < end and start < last for first, last in self.stretches)


def protected(text: str, words: Iterable[str], lists: Lists) -> Protected:
    """Titles in 《》, the given names and words wherever they stand, and persons beside a title of office."""
    found = [match.span() for match in _TITLES.finditer(text)]
    for word in words:
        found += _places(text, word)
    found += [match.span(1) for match in _person_patterns(lists).finditer(text)]
    return Protected(tuple(sorted(set(found))))


def _places(text: str, word: str) -> Iterator[tuple[int, int]]:
    at = text.find(word) if word else -1
    while at >= 0:
        yield at, at + len(word)
        at = text.find(word, at + 1)


@cache
def _person_patterns(lists: Lists) -> re.Pattern[str]:
    surname = f"[{''.join(sorted(lists.surnames))}]"
    title = "|".join(sorted(map(re.escape, lists.titles), key=len, reverse=True))
    before = rf"(?<![\u4e00-\u9fff])({surname}{_GIVEN})[ 　]{{0,2}}(?:{title})"
    return re.compile(before)


def by_tokens(tokens: Sequence[tuple[str, int]], start: int, end: int) -> bool:
    """Whether start..end cuts a word of the segmentation in two: such a replacement joins halves of words."""
    return any(
        len(word) > 1 and (at < start < at + len(word) or at < end < at + len(word))
        for word, at in tokens
        if at < end and start < at + len(word)
    )
