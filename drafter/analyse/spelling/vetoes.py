"""Stretches of a text where nothing, or only what is nearly certain, may be called wrong."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from functools import cache, lru_cache

from drafter.analyse.spelling.settings import SETTINGS
from drafter.data.spelling.lists import Lists

_TITLES = re.compile(r"《[^《》\n]{1,80}》")
_HAN = "[\u4e00-\u9fff]"
# A given name has one or two characters; a space may stand between the parts of a short name.
_GIVEN = rf"[ 　]{{0,2}}{_HAN}{{1,2}}"
# A place name begins a clause or follows a larger place.
_BEFORE_PLACE = r"(?:^|(?<=[，。；：、（）“”\s省市县区州旗盟镇乡]))"

# A number in characters and its measure word: which number it is the words around it do not tell.
_NUMERALS = re.compile("[一二三四五六七八九十百千两几〇零]+[件条份个项次名期场篇部类种家番]")

# The place in an agency's name: 竹溪 of 竹溪县, 苔岭 of 竹溪县苔岭镇人民政府.
_STEM = re.compile("([\u4e00-\u9fff]{2,5}?)(?:自治[州县旗]|[省市县区州盟旗镇乡]|街道)")
_RARE = 0.9
"""Least chance of a finding on a rare character: of the slips of the development set 3 in 4 have it, of the characters
of made-up village names 1 in 20."""
_NEVER = 2.0
_RIGHT_MOST = 8
"""Characters of the longest right word."""
_MOST = 40
"""Names of a list that are looked at: with no bound the work would grow with the square of an enumeration."""

Stretches = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Protected:
    """Stretches (code points): `closed` to every finding, `strict` to all but the nearly certain ones, `rare` (the
    characters of names above all) to all but those even more certain."""

    closed: Stretches
    strict: Stretches
    rare: Stretches = ()

    def least(self, start: int, end: int) -> float:
        """The chance from which on start..end may be called wrong; above 1 where it never may."""
        if _touches(self.closed, start, end):
            return _NEVER
        if _touches(self.rare, start, end):
            return _RARE
        return SETTINGS.certain if _touches(self.strict, start, end) else 0.0


def protected(text: str, words: Iterable[str], lists: Lists) -> Protected:
    """Closed: the given words and the places in them wherever they stand, words of the field, persons beside their
    office. Strict: titles in 《》, place names, lists of names that end in how many they are (甲、乙等5个村), short
    names of provinces and countries, which new words are made with, and counts in characters.
    """
    given = tuple(words)
    known = dict.fromkeys((*given, *(stem for word in given for stem in _STEM.findall(word)), *lists.terms))
    closed = [place for word in known if word in text for place in _places(text, word)]
    closed += [match.span(1) for match in _person(lists).finditer(text)]
    strict = [match.span() for match in _TITLES.finditer(text)]
    strict += [match.span(1) for match in _place(lists).finditer(text)]
    strict += [match.span(1) for match in _counted(lists).finditer(text)]
    strict += _standing(text, lists.regions.intersection(text))
    strict += [match.span() for match in _NUMERALS.finditer(text)]
    rare = tuple(_standing(text, {char for char in set(text) if _is_rare(char)}))
    return Protected(tuple(sorted(set(closed))), tuple(sorted(set(strict))), rare)


def _standing(text: str, chars: Set[str]) -> list[tuple[int, int]]:
    """Where any of some characters stand, in order."""
    return [(at, at + 1) for at, char in enumerate(text) if char in chars] if chars else []


@lru_cache(maxsize=8192)
def _is_rare(char: str) -> bool:
    """Whether a Chinese character is not of the 3,755 that GB 2312—80 puts in its first level, by their use."""
    return char >= "\u3400" and char.isalpha() and not b"\xb0" <= char.encode("gb2312", "replace") < b"\xd8"


def least_in_right(text: str, start: int, end: int, right: Set[str], cuts: Callable[[int, int], bool]) -> float:
    """The least chance of start..end where it touches a right word: two characters may stand side by side by accident
    (自台区, 国务园办), more than two hardly ever, nor two that are both to be changed. `cuts` says whether a stretch
    cuts another word (列入托欠)."""
    least = 0.0
    for first in range(max(start - _RIGHT_MOST + 1, 0), end):
        for last in range(max(first + 2, start + 1), first + _RIGHT_MOST + 1):
            if text[first:last] not in right:
                continue
            if last - first > 2 or (first, last) == (start, end):
                return _NEVER
            if not cuts(first, last):
                least = SETTINGS.listed
    return least


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


@cache
def _counted(lists: Lists) -> re.Pattern[str]:
    number = "(?:[0-9]{1,3}|[一二三四五六七八九十百两]{1,4})"
    kinds = _either(lists.counted)
    return re.compile(rf"((?:{_HAN}{{1,6}}、){{1,{_MOST}}}{_HAN}{{1,6}}?)等?{number}(?:个|家|所|种|条|座)?(?:{kinds})")


def _either(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=lambda word: (-len(word), word)))
