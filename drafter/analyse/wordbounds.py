"""Whether a stretch of text begins and ends where jieba's words do."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache

from drafter.analyse.tokens import cut, segmenter

_MARK = re.compile(r"[。；！？\n\t]")


def at_word_bounds(text: str, start: int, end: int, which: str) -> bool:
    """Whether `start` (`which` is `start` or `word`) and `end` (`end` or `word`) are word boundaries of the clause."""
    low, high = _clause(text, start, end)
    edges = _edges(text, low, high)
    return (which == "end" or start - low in edges) and (which == "start" or end - low in edges)


def word_sides(text: str, at: int) -> str:
    """How the character before `at` and the one after it belong to words: both in longer words that meet here
    (`neither`), one of them stands alone (`one`), each does (`both`), both are inside a `word` of the dictionary
    (息息相关), or `inside` one that the segmenter only supposes."""
    low, high = _clause(text, at, at)
    edges = _edges(text, low, high)
    before, after = at - low - 1 in edges, at - low + 1 in edges
    if at - low not in edges:
        return "word" if _known(text[low:high], edges, at - low) else "inside"
    return "both" if before and after else "one" if before or after else "neither"


def _known(clause: str, edges: frozenset[int], at: int) -> bool:
    start = max((edge for edge in edges if edge < at), default=0)
    word = clause[start : min(edge for edge in edges if edge > at)]
    return bool(segmenter().frequencies().get(word))


def _clause(text: str, start: int, end: int) -> tuple[int, int]:
    marks = _marks(text)
    before, behind = bisect_left(marks, start), bisect_left(marks, end)
    return marks[before - 1] + 1 if before else 0, marks[behind] if behind < len(marks) else len(text)


@lru_cache(maxsize=4)
def _marks(text: str) -> list[int]:
    return [found.start() for found in _MARK.finditer(text)]


@lru_cache(maxsize=64)
def _edges(text: str, low: int, high: int) -> frozenset[int]:
    return frozenset({high - low, *(at for _, at in cut(text[low:high]))})
