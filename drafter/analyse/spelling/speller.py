"""The detector of wrong characters: the pure entry to this package."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from drafter.analyse.spelling import decision, tables
from drafter.analyse.spelling.again import MOST, Memory, remembered
from drafter.analyse.spelling.candidates import REACH, coverage
from drafter.analyse.spelling.count import build_model, join_texts
from drafter.analyse.spelling.decision import Decision
from drafter.analyse.spelling.detect import Finding, find, without_overlap
from drafter.analyse.spelling.likeness import SAME_SYLLABLE, UNLIKE
from drafter.analyse.spelling.reader import Reader
from drafter.analyse.spelling.settings import SETTINGS
from drafter.analyse.spelling.stock import stock_of, stock_slips
from drafter.analyse.spelling.stream import Codes, Stream, read_stream
from drafter.analyse.spelling.tables import Tables
from drafter.analyse.spelling.vetoes import cut_words, least_in_right, protected
from drafter.data.spelling.lists import Lists, load_lists
from drafter.model.problem import Problem
from drafter.model.recent import Recent

_OWN_ORDER = 4
_UNUSABLE = "用字检查的数据缺失、损坏，或者是给别的版本做的；请重新安装 drafter，或按 docs/spelling.md 重新生成"
_ATTESTED = 3  # a gram this long of the user's own texts, holding the change, says that he means it


@dataclass(frozen=True, slots=True)
class Suspect:
    """A suspected wrong character or word, in code points of the text.

    `wrong` stands there, `right` is proposed, `score` is the chance (0..1) that something is wrong; `kind` is
    `same-sound`, `near-sound`, `shape` or `word`. The same pair between the same neighbours is one suspect: `places`
    are all its occurrences in order (start..end is the first) and `count` their number.
    """

    start: int
    end: int
    wrong: str
    right: str
    score: float
    kind: str
    places: tuple[tuple[int, int], ...]

    @property
    def count(self) -> int:
        """How often the pair occurs."""
        return len(self.places)


def _nothing_yet() -> Memory:
    return Recent(MOST)


@dataclass(frozen=True)
class Speller:
    """The tables, the decision and what the user has said; cheap to copy. `memory` holds what was found before."""

    tables: Tables
    decision: Decision
    lists: Lists
    reader: Reader
    accept: tuple[str, ...] = ()
    memory: Memory = field(default_factory=_nothing_yet, compare=False, repr=False)

    @classmethod
    def load(cls, folder: Path) -> Speller:
        """The speller of `lexicons/spelling`; the arrays are mapped, not read.

        Raises Problem (`resource`) when a file is missing, broken or made for other code.
        """
        try:
            known = tables.load(folder / tables.FILE_NAME)
            judge = decision.load(folder / decision.FILE_NAME)
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise Problem("resource", f"{_UNUSABLE}（{error}）") from error
        return cls(known, judge, load_lists(folder), Reader(known.model))

    def with_past(self, texts: Sequence[str]) -> Speller:
        """With the user's own past texts: a second model, and what stands in them is not called wrong."""
        codes = join_texts(texts)
        if len(codes) < 2 * _OWN_ORDER:
            return self
        own = build_model(codes, order=_OWN_ORDER, prune=1)
        return self.reading(Reader(self.tables.model, own))

    def reading(self, reader: Reader) -> Speller:
        """With other models to read with; what was found before is forgotten."""
        return replace(self, reader=reader, memory=_nothing_yet())

    def with_accept(self, words: Iterable[str]) -> Speller:
        """With words that are never called wrong."""
        return replace(self, accept=tuple(sorted({*self.accept, *(word for word in words if word)})))

    def suspects(
        self,
        text: str,
        *,
        tokens: Sequence[tuple[str, int]] | None = None,
        names: Sequence[str] = (),
        threshold: float | None = None,
    ) -> tuple[Suspect, ...]:
        """The suspects of `text` in order of place.

        `tokens` are (word, offset) pairs of a segmentation, `names` of agencies and places are left alone, `threshold`
        is the least chance (default: `SETTINGS.alerts`).
        """
        least = SETTINGS.alerts if threshold is None else threshold
        stream = read_stream(text)
        guard = protected(text, (*self.accept, *names), self.lists)
        known: dict[tuple[str, str, str], Suspect] = {}
        for finding in self._findings(stream.codes, least):
            found = _suspect(finding, stream, text)
            if found is None or self._never(found, finding, stream):
                continue
            if found.score < max(guard.least(found.start, found.end), self._of_function_words(found)):
                continue
            if found.score < self._of_right_words(found, text, tokens or ()):
                continue
            if tokens is not None and found.score < SETTINGS.certain and self._cuts(found, tokens):
                continue
            key = (text[max(0, found.start - 1) : found.end + 1], found.wrong, found.right)
            known[key] = _joined(known[key], found) if key in known else found
        return tuple(known.values())

    def _findings(self, codes: Codes, least: float) -> list[Finding]:
        stock = stock_of(self.lists.stock)

        def seek(some: Codes) -> list[Finding]:
            found = find(some, self.tables, self.reader, self.decision.chances, least)
            slips = stock_slips(some, stock, self.tables, self.reader)
            return sorted(without_overlap((*found, *slips)), key=lambda f: f.at) if slips else found

        return remembered(codes, least, seek, self.memory)

    def _of_function_words(self, found: Suspect) -> float:
        """The least chance of a word that is made of a function word and its neighbour (与县 as 遇险)."""
        edges = found.wrong[0] + found.wrong[-1]
        loose = len(found.wrong) > 1 and any(char in self.lists.functions for char in edges)
        return SETTINGS.untied if loose else 0.0

    def _of_right_words(self, found: Suspect, text: str, tokens: Sequence[tuple[str, int]]) -> float:
        """The least chance of a change in a right word."""

        def cuts(start: int, end: int) -> bool:
            return self._cut(start, end, tokens)

        return least_in_right(text, found.start, found.end, self.lists.right, cuts)

    def _cuts(self, found: Suspect, tokens: Sequence[tuple[str, int]]) -> bool:
        return len(found.wrong) > 1 and self._cut(found.start, found.end, tokens)

    def _cut(self, start: int, end: int, tokens: Sequence[tuple[str, int]]) -> bool:
        """Whether a word of the dictionary, not one the segmentation made up, would be cut."""
        words = (read_stream(word).codes[1:-1] for word in cut_words(tokens, start, end))
        return any(self.tables.lexicon.weigh(word[None, :])[0] > 0 for word in words)

    def _never(self, found: Suspect, finding: Finding, stream: Stream) -> bool:
        if (found.wrong, found.right) in self.lists.never:
            return True
        if len(finding.right) == 1 and finding.sound == UNLIKE and finding.shape == 0:
            return True
        return self._attested(finding, stream)

    def _attested(self, finding: Finding, stream: Stream) -> bool:
        if self.reader.own is None:
            return False
        start, length = finding.at - REACH, len(finding.right)
        window = stream.codes[max(0, start - REACH) : start + length + REACH]
        _, known = Reader(self.reader.own).stream(window)
        at = min(start, REACH)
        return bool(coverage(known)[at : at + length].min() >= max(_ATTESTED, length + 1))


def _suspect(finding: Finding, stream: Stream, text: str) -> Suspect | None:
    """The changed part of a finding; None where the stream skipped characters (a space, a line break) inside it."""
    offsets = stream.offsets[finding.at - REACH : finding.at - REACH + len(finding.right)]
    pairs = [(int(k), chr(code)) for k, code in zip(offsets, finding.right, strict=True)]
    while pairs and text[pairs[0][0]] == pairs[0][1]:
        pairs.pop(0)
    while pairs and text[pairs[-1][0]] == pairs[-1][1]:
        pairs.pop()
    if not pairs or pairs[-1][0] - pairs[0][0] != len(pairs) - 1:
        return None
    start, end = pairs[0][0], pairs[-1][0] + 1
    right = "".join(char for _, char in pairs)
    return Suspect(start, end, text[start:end], right, round(finding.chance, 4), _kind(finding), ((start, end),))


def _kind(finding: Finding) -> str:
    if len(finding.right) > 1:
        return "word"
    if finding.sound >= SAME_SYLLABLE:
        return "same-sound"
    return "near-sound" if finding.sound != UNLIKE else "shape"


def _joined(first: Suspect, again: Suspect) -> Suspect:
    return replace(first, score=max(first.score, again.score), places=first.places + again.places)
