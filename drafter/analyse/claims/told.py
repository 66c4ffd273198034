"""The paragraphs that have a say in what is claimed: while these stay as they are, so do the claims."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache

from drafter.analyse.claims.arithmetic import comes_to_anything
from drafter.analyse.claims.sentences import Lines, Passage, stretches
from drafter.model.report import Report

FAR = 60
"""Code points between two figures from which on nothing depends on how far apart they are."""


@dataclass(frozen=True, slots=True)
class Told:
    """A paragraph of which a claim may be made, or whose figures come to something.

    `start` is where its first line begins (code points), `text` its lines, `passages` its sentences of interest with
    the `kinds` of sub-section they stand in, `behind` how far it is from the one before, FAR at most. All but the place
    counts when two are compared.
    """

    start: int = field(compare=False)
    text: str
    passages: tuple[Passage, ...]
    kinds: tuple[str, ...]
    behind: int


def told(text: str, report: Report, year: int | None) -> tuple[Told, ...]:
    """The paragraphs that claims about the report of a `year` may be made of, in order."""
    found: list[Told] = []
    end = 0
    for stretch in stretches(text, report):
        for paragraph in stretch.paragraphs:
            if _has_a_say(paragraph.passages, year):
                start, stop = _whole_lines(text, stretch.start + paragraph.start, paragraph)
                start = max(start, end)  # two may share a line
                kinds = tuple([stretch.kind_at(paragraph.start + p.start) for p in paragraph.passages])
                found.append(Told(start, text[start:stop], paragraph.passages, kinds, min(start - end, FAR)))
                end = max(stop, end)
    return tuple(found)


@lru_cache(maxsize=1024)
def _has_a_say(passages: tuple[Passage, ...], year: int | None) -> bool:
    return any(p.spoken for p in passages) or comes_to_anything(passages, year)


def _whole_lines(text: str, at: int, paragraph: Lines) -> tuple[int, int]:
    last = paragraph.passages[-1]
    end = text.find("\n", at + last.start + len(last.raw))
    return text.rfind("\n", 0, at) + 1, len(text) if end < 0 else end
