"""From a stream to scored findings: candidates, the best at every place, the logistic model, two passes."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from drafter.analyse.spelling.candidates import (
    Bools,
    Candidates,
    Reading,
    prior,
    read,
    rescored,
    single_candidates,
    surprising,
    word_candidates,
)
from drafter.analyse.spelling.features import NAMES, describe
from drafter.analyse.spelling.hashed import I64
from drafter.analyse.spelling.ngram import F32
from drafter.analyse.spelling.reader import Reader
from drafter.analyse.spelling.settings import SETTINGS
from drafter.analyse.spelling.stream import Codes
from drafter.analyse.spelling.tables import Tables
from drafter.analyse.spelling.trial import Trial, tried

F64 = npt.NDArray[np.float64]
_WORD_COST = np.float32(0.8)
_BELIEVED = 0.5  # what the second pass reads as corrected
_NEW_COVER = NAMES.index("new_cover")
_BESIDE = 4  # codes to either side of a correction that the second pass reads again

Judge = Callable[[F32], F64]


@dataclass(frozen=True, slots=True)
class Finding:
    """`length` codes at `at` (padded stream) should be `right`; `row` is what the decision was made on."""

    at: int
    right: tuple[int, ...]
    sound: int
    shape: int
    chance: float
    row: F32 = field(compare=False)

    @property
    def places(self) -> range:
        """The codes it replaces."""
        return range(self.at, self.at + len(self.right))


def find(codes: Codes, tables: Tables, reader: Reader, judge: Judge, least: float) -> list[Finding]:
    """Findings of at least `least`, none overlapping another, in order. `at` counts from the padded stream.

    The second pass reads the text with what the first believed put right, and looks again beside it: two wrong
    characters side by side hide each other.
    """
    reading = read(codes, reader)
    first = propose(reading, surprising(reading), tables, reader, judge)
    believed = without_overlap(finding for finding in first if finding.chance >= _BELIEVED)
    again = second_pass(reading, believed, tables, reader, judge)
    return sorted(without_overlap(f for f in (*first, *again) if f.chance >= _bar(f, least)), key=lambda f: f.at)


def _bar(finding: Finding, least: float) -> float:
    """The least chance of a finding. A new word of two or more characters that no known gram ties to a neighbour has
    its sound alone to speak for it: names and new words are turned into it."""
    length = len(finding.right)
    untied = length > 1 and float(finding.row[_NEW_COVER]) <= length
    return max(least, SETTINGS.untied) if untied else least


def second_pass(
    reading: Reading, believed: list[Finding], tables: Tables, reader: Reader, judge: Judge
) -> list[Finding]:
    """Findings beside what is believed, in the text with that put right."""
    if not believed:
        return []
    codes, fixed = reading.codes.copy(), np.zeros(len(reading.codes), dtype=bool)
    beside = fixed.copy()
    for finding in believed:
        codes[finding.at : finding.at + len(finding.right)] = finding.right
        fixed[finding.at : finding.at + len(finding.right)] = True
        beside[max(0, finding.at - _BESIDE) : finding.at + len(finding.right) + _BESIDE] = True
    corrected = rescored(codes, reader)
    hot = surprising(corrected) & beside & ~fixed
    found = propose(corrected, hot, tables, reader, judge)
    return [finding for finding in found if not fixed[finding.places.start : finding.places.stop].any()]


def without_overlap(findings: Iterable[Finding]) -> list[Finding]:
    """The likeliest findings that share no code."""
    taken: set[int] = set()
    out = []
    for finding in sorted(findings, key=lambda f: (-f.chance, f.at)):
        if taken.isdisjoint(finding.places):
            taken.update(finding.places)
            out.append(finding)
    return out


def propose(reading: Reading, hot: Bools, tables: Tables, reader: Reader, judge: Judge) -> list[Finding]:
    """The best candidate of each length at every surprising place, judged."""
    found = single_candidates(reading, hot, tables, reader) + word_candidates(reading, hot, tables)
    best, margin = _best_each(tried(found, reading, reader))
    if not len(margin):
        return []
    rows = describe(best, margin, reading, tables)
    return _findings(best.found, rows, judge(rows))


def _findings(found: Candidates, rows: F32, chances: F64) -> list[Finding]:
    columns = (found.at, found.length, found.right, found.sound, found.shape, chances)
    return [
        Finding(at, tuple(right[:length]), sound, shape, chance, row)
        for (at, length, right, sound, shape, chance), row in zip(
            zip(*(column.tolist() for column in columns), strict=True), rows, strict=True
        )
    ]


def _best_each(trial: Trial) -> tuple[Trial, F32]:
    """The candidate with the highest prior-corrected gain of each length at each place, and its lead over the next."""
    found = trial.found
    worth = trial.gain + prior(found.sound, found.shape) - np.where(found.length > 1, _WORD_COST, np.float32(0))
    order: I64 = np.lexsort((-worth, found.at, found.length))
    at, length, worth = found.at[order], found.length[order], worth[order]
    same = (at[1:] == at[:-1]) & (length[1:] == length[:-1])
    heads = np.concatenate(([True], ~same))[: len(at)].nonzero()[0]
    second = np.where(np.concatenate((same, [False]))[heads], np.concatenate((worth[1:], [0]))[heads], np.float32(0))
    return trial.pick(order[heads]), np.minimum(worth[heads] - second, np.float32(6)).astype(np.float32)
