"""Whether a stretch of text begins and ends where jieba's words do."""

from __future__ import annotations

from functools import lru_cache

from drafter.analyse.tokens import cut, segmenter

_MARKS = "。；！？\n\t"


def at_word_bounds(text: str, start: int, end: int, which: str) -> bool:
    """Whether `start` (`which` is `start` or `word`) and `end` (`end` or `word`) are word boundaries of the clause."""
    low, clause = _clause(text, start, end)
    edges = _edges(clause)
    return (which == "end" or start - low in edges) and (which == "start" or end - low in edges)


def word_sides(text: str, at: int) -> str:
    """How the character before `at` and the one after it belong to words: both in longer words that meet here
    (`neither`), one of them stands alone (`one`), each does (`both`), both are inside a `word` of the dictionary
    (息息相关), or `inside` one that the segmenter only supposes."""
    low, clause = _clause(text, at, at)
    edges = _edges(clause)
    before, after = at - low - 1 in edges, at - low + 1 in edges
    if at - low not in edges:
        return "word" if _known(clause, edges, at - low) else "inside"
    return "both" if before and after else "one" if before or after else "neither"


def _known(clause: str, edges: frozenset[int], at: int) -> bool:
    start = max((edge for edge in edges if edge < at), default=0)
    word = clause[start : min(edge for edge in edges if edge > at)]
    return bool(segmenter().frequencies().get(word))


def _clause(text: str, start: int, end: int) -> tuple[int, str]:
    low = max((text.rfind(mark, 0, start) + 1 for mark in _MARKS), default=0)
    stops = [stop for stop in (text.find(mark, end) for mark in _MARKS) if stop >= 0]
    return low, text[low : min(stops, default=len(text))]


@lru_cache(maxsize=64)
def _edges(clause: str) -> frozenset[int]:
    return frozenset({len(clause), *(at for _, at in cut(clause))})
