"""Stretches of a text where nothing, or only what is nearly certain, may be called wrong."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from drafter.data.spelling.lists import Lists

_TITLES = re.compile(r"《[^《》\n]{1,80}》")
_HAN = "[\u4e00-\u9fff]"
# A given name has one or two characters; a space may stand between the parts of a short name.
_GIVEN = rf"[ 　]{{0,2}}{_HAN}{{1,2}}"
# A place name begins a clause or follows a larger place.
_BEFORE_PLACE = r"(?:^|(?<=[，。；：、（）“”\s省市县区州旗盟镇乡]))"

Stretches = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Protected:
    """Stretches (code points): `closed` to every finding, `strict` to all but the nearly certain ones."""

    closed: Stretches
    strict: Stretches

    def allows(self, start: int, end: int, certain: bool) -> bool:
        """Whether start..end may be called wrong."""
        return not _touches(self.closed, start, end) and (certain or not _touches(self.strict, start, end))


def protected(text: str, words: Iterable[str], lists: Lists) -> Protected:
    """Closed: the given words wherever they stand, persons beside their office. Strict: titles in 《》, place names,
    short names of provinces and countries, which new words are made with.
    """
    closed = [place for word in words for place in _places(text, word)]
    closed += [match.span(1) for match in _person(lists).finditer(text)]
    strict = [match.span() for match in _TITLES.finditer(text)]
    strict += [match.span(1) for match in _place(lists).finditer(text)]
    strict += [(at, at + 1) for at, char in enumerate(text) if char in lists.regions]
    return Protected(tuple(sorted(set(closed))), tuple(sorted(set(strict))))


def cut_words(tokens: Sequence[tuple[str, int]], start: int, end: int) -> list[str]:
    """The words of the segmentation that start..end cuts in two: a replacement there joins halves of words."""
    return [
        word
        for word, at in tokens
        if (at < start < at + len(word) or at < end < at + len(word)) and at < end and start < at + len(word)
    ]


def _touches(stretches: Stretches, start: int, end: int) -> bool:
    return any(first < end and start < last for first, last in stretches)


def _places(text: str, word: str) -> Iterator[tuple[int, int]]:
    at = text.find(word) if word else -1
    while at >= 0:
        yield at, at + len(word)
        at = text.find(word, at + 1)


@cache
def _person(lists: Lists) -> re.Pattern[str]:
    surname = f"[{''.join(sorted(lists.surnames))}]"
    return re.compile(rf"(?<!{_HAN})({surname}{_GIVEN})[ 　]{{0,2}}(?:{_either(lists.titles)})")


@cache
def _place(lists: Lists) -> re.Pattern[str]:
    return re.compile(rf"{_BEFORE_PLACE}({_HAN}{{1,3}})(?:{_either(lists.places)})", re.MULTILINE)


def _either(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=lambda word: (-len(word), word)))
