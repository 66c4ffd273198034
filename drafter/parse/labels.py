"""Finds a table's printed labels in running text, in order, misspelt ones included."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from heapq import heappop, heappush

from rapidfuzz import fuzz

from drafter.model.form import FormLabel
from drafter.model.view import View

_PUNCT = str.maketrans("(),:;.", "（），：；．")
_QUOTES = str.maketrans(dict.fromkeys("\"'”‘’「」", "“"))
_SEGMENT = re.compile(r"[^\d|]+")
_HAN = re.compile(r"[\u4e00-\u9fff]")
_NUMBER_BEFORE = re.compile(r"(?:[（(][一二三四五六七八][)）]|[一二三四五六七八][、.．，]|[1-9][.、．，])$")


def plain(text: str) -> str:
    """A label with punctuation variants made one and all punctuation inside kept, for telling exact from altered."""
    return text.translate(_PUNCT).translate(_QUOTES).replace("：", "").replace("．", "")


@dataclass(frozen=True, slots=True)
class Found:
    """A label at view indices `start` (with its number, if one stands before it) to `end`; `words` starts the
    wording."""

    label: FormLabel
    start: int
    words: int
    end: int
    likeness: float

    @property
    def exact(self) -> bool:
        """Whether it stands in the form's wording or an accepted one."""
        return self.likeness >= 100


@dataclass(frozen=True, slots=True)
class _Candidate:
    order: int
    start: int
    end: int
    weight: float


def find_labels(view: View, start: int, end: int, labels: Sequence[FormLabel]) -> list[Found]:
    """The labels of a sequence that stand in order between two view indices; what is missing is left out."""
    folded = view.text[start:end].translate(_PUNCT).translate(_QUOTES)
    exact = _chain(_exact_candidates(folded, labels))
    chosen: dict[int, tuple[int, int, float]] = {c.order: (c.start, c.end, 100.0) for c in exact}
    _fill_gaps(folded, labels, chosen)
    return [_found(view, labels[i], start, *place) for i, place in sorted(chosen.items())]


@lru_cache(maxsize=512)
def _wordings(label: FormLabel) -> list[str]:
    return [w.translate(_PUNCT).translate(_QUOTES) for w in (label.text, *label.aliases)]


def _exact_candidates(folded: str, labels: Sequence[FormLabel]) -> list[_Candidate]:
    found = []
    for order, label in enumerate(labels):
        for words in _wordings(label):
            at = folded.find(words)
            while at >= 0:
                found.append(_Candidate(order, at, at + len(words), len(words) + (1.0 if label.key else 0.0)))
                at = folded.find(words, at + 1)
    return sorted(found, key=lambda c: (c.start, c.end))


def _chain(found: list[_Candidate]) -> list[_Candidate]:
    """The heaviest run with rising order and no overlap; of equals the earlier places."""
    scores: list[float] = []
    links: list[int] = []
    best: dict[int, int] = {}  # by order: of the candidates that have ended, the one that ends the heaviest run
    open_ones: list[tuple[int, int]] = []
    for i, candidate in enumerate(found):
        while open_ones and open_ones[0][0] <= candidate.start:
            ended = heappop(open_ones)[1]
            order = found[ended].order
            if order not in best or scores[ended] > scores[best[order]]:
                best[order] = ended
        before = [j for order, j in best.items() if order < candidate.order]
        link = max(before, key=lambda j: (scores[j], -j), default=-1)
        scores.append((scores[link] if link >= 0 else 0.0) + candidate.weight - candidate.start * 1e-7)
        links.append(link)
        heappush(open_ones, (candidate.end, i))
    chain: list[_Candidate] = []
    at = max(range(len(found)), key=scores.__getitem__, default=-1)
    while at >= 0:
        chain.append(found[at])
        at = links[at]
    return chain[::-1]


def _fill_gaps(folded: str, labels: Sequence[FormLabel], chosen: dict[int, tuple[int, int, float]]) -> None:
    """Give each missing label the likest stretch of words between its neighbours that no label has taken."""
    for order, label in enumerate(labels):
        if order in chosen:
            continue
        known = sorted(chosen)
        at = bisect_right(known, order)
        low = chosen[known[at - 1]][1] if at else 0
        high = chosen[known[at]][0] if at < len(known) else len(folded)
        best = _likest(folded, low, high, label)
        if best is not None:
            chosen[order] = best


def _likest(folded: str, low: int, high: int, label: FormLabel) -> tuple[int, int, float] | None:
    best: tuple[int, int, float] | None = None
    floor = 60.0 if len(label.text) > 4 else 70.0
    for segment in _SEGMENT.finditer(folded, low, high):
        words = segment.group()
        if _HAN.search(words) is None:
            continue
        begin = segment.start() + len(words) - len(words.lstrip("、.．，（） 　|："))
        words = words.strip("、.．，： |")
        begin = segment.start() + segment.group().find(words)
        for wording in _wordings(label):
            place = _align(words, begin, wording)
            if place and place[2] >= floor and (best is None or place[2] > best[2]):
                best = place
    return best


def _align(words: str, begin: int, wording: str) -> tuple[int, int, float] | None:
    """The part of `words` likest to `wording`; a long stretch is searched, a wrapped beginning counts in full."""
    if len(words) < 2:
        return None
    if len(words) >= 6 and wording.startswith(words):
        return begin, begin + len(words), 99.0
    if len(words) <= len(wording) + 3:
        return begin, begin + len(words), min(fuzz.ratio(words, wording), 99.0)
    aligned = fuzz.partial_ratio_alignment(wording, words)
    if aligned is None:
        return None
    start, end = aligned.dest_start, aligned.dest_end
    return begin + start, begin + end, min(fuzz.ratio(words[start:end], wording), 99.0)


def _found(view: View, label: FormLabel, base: int, start: int, end: int, likeness: float) -> Found:
    words = base + start
    first = words
    if label.number:
        number = _NUMBER_BEFORE.search(view.text[max(0, words - 3) : words])
        if number and _same_number(number.group(), label.number):
            first = words - len(number.group())
    return Found(label, first, words, base + end, likeness)


def _same_number(written: str, printed: str) -> bool:
    core = re.sub(r"[^一二三四五六七八1-9]", "", printed)
    return core in written
