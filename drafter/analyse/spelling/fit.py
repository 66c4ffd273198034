"""Fit the decision of the spelling check on marked sentences.

    python -m drafter.analyse.spelling.fit PAIRS.tsv... --clean TEXT... -o lexicons/spelling

PAIRS: count, source, target, tab-separated, one sentence a line. TEXT: clean texts; what is proposed there is wrong,
and slips of the finger are put into copies of their sentences (see `made`). Only weights are written. Sentences are
cut into folds: the second pass is fitted on what a first pass that has not seen the sentence believed.
"""

from __future__ import annotations

import argparse
import re
import sys
import zlib
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from drafter.analyse.spelling import decision, tables
from drafter.analyse.spelling.candidates import REACH, read, surprising
from drafter.analyse.spelling.decision import F64, Decision, terms
from drafter.analyse.spelling.detect import Finding, propose, second_pass, without_overlap
from drafter.analyse.spelling.made import made
from drafter.analyse.spelling.ngram import F32
from drafter.analyse.spelling.reader import Reader
from drafter.analyse.spelling.stream import read_stream
from drafter.analyse.spelling.tables import Tables

FOLDS = 6
_BATCH = 100
_PENALTY = 300.0
_BELIEVED = 0.5
_SLIPS = 40.0
_SEED = 1


@dataclass(frozen=True, slots=True)
class Pair:
    """A sentence as written and as it should be, of the same length; `made` when the error was put in."""

    source: str
    target: str
    made: bool = False


@dataclass(frozen=True, slots=True)
class Example:
    """A finding in sentence number `sentence`, at `offset` in it, and the offsets of the errors it touches."""

    sentence: int
    offset: int
    finding: Finding
    touched: tuple[int, ...]


def read_pairs(path: Path) -> list[Pair]:
    """The pairs of equal length in a file. Raises OSError."""
    rows = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines())
    return [Pair(row[1], row[2]) for row in rows if len(row) == 3 and len(row[1]) == len(row[2])]


def read_clean(path: Path) -> list[Pair]:
    """The lines of a clean text. Raises OSError."""
    lines = (line.strip() for line in path.read_text(encoding="utf-8").splitlines())
    return [Pair(line, line) for line in lines if line]


def fold_of(pair: Pair) -> int:
    """The fold of a sentence, the same for all its versions."""
    return zlib.crc32(pair.target.encode()) % FOLDS


def examples(pairs: Sequence[Pair], known: Tables, judges: Sequence[Decision] | None = None) -> list[Example]:
    """What is found in `pairs`; with the judges of the folds the second pass as well, else the first alone."""
    reader = Reader(known.model)
    out: list[Example] = []
    for fold in range(FOLDS):
        numbers = [k for k, pair in enumerate(pairs) if fold_of(pair) == fold]
        for start in range(0, len(numbers), _BATCH):
            some = numbers[start : start + _BATCH]
            out += _batch(some, [pairs[k] for k in some], known, reader, judges[fold] if judges else None)
    return out


def fit_logistic(rows: F32, labels: npt.NDArray[np.bool_], shares: F64, penalty: float = _PENALTY) -> Decision:
    """Ridge logistic regression by Newton's method on scaled features and their products, each row with its share."""
    means, scales = rows.mean(axis=0, dtype=np.float64), rows.std(axis=0, dtype=np.float64) + 1e-6
    table = terms((rows - means) / scales)
    spread = table.std(axis=0)
    spread[0] = 1.0
    spread[spread < 1e-9] = 1.0
    table /= spread
    ridge = np.full(table.shape[1], penalty)
    ridge[0] = 1e-3
    weights = np.zeros(table.shape[1])
    for _ in range(25):
        chances = 1 / (1 + np.exp(-table @ weights))
        slope = table.T @ (shares * (labels - chances)) - ridge * weights
        bend = (table * (shares * chances * (1 - chances))[:, None]).T @ table + np.diag(ridge)
        step = np.linalg.solve(bend, slope)
        weights += step
        if np.abs(step).max() < 1e-3:
            break
    return Decision(means, scales, weights / spread)


def fit_folds(pairs: Sequence[Pair], found: Sequence[Example]) -> list[Decision]:
    """One model for every fold, fitted without it."""
    rows, labels, shares = _table(pairs, found)
    folds = np.array([fold_of(pairs[example.sentence]) for example in found])
    return [fit_logistic(rows[folds != k], labels[folds != k], shares[folds != k]) for k in range(FOLDS)]


def held_out(pairs: Sequence[Pair], found: Sequence[Example], judges: Sequence[Decision]) -> F64:
    """The chance of every example under the model that has not seen its sentence."""
    rows, _, _ = _table(pairs, found)
    folds = np.array([fold_of(pairs[example.sentence]) for example in found])
    chances = np.zeros(len(found))
    for fold, judge in enumerate(judges):
        chances[folds == fold] = judge.chances(rows[folds == fold])
    return chances


def main(arguments: Sequence[str] | None = None) -> int:
    """The command."""
    parser = argparse.ArgumentParser(description="Fit the decision of the spelling check.")
    parser.add_argument("pairs", nargs="+", type=Path, metavar="PAIRS.tsv")
    parser.add_argument("--clean", nargs="*", type=Path, default=[], metavar="TEXT")
    parser.add_argument("-o", "--output", required=True, type=Path, metavar="FOLDER", help="where the tables are")
    options = parser.parse_args(arguments)
    known = tables.load(options.output / tables.FILE_NAME)
    pairs = [pair for path in options.pairs for pair in read_pairs(path)]
    clean = [pair for path in options.clean for pair in read_clean(path)]
    pairs += clean + made_pairs(clean, known)
    first = examples(pairs, known)
    both = examples(pairs, known, fit_folds(pairs, first))
    decision.save(options.output / decision.FILE_NAME, fit_logistic(*_table(pairs, both)))
    return 0


def made_pairs(clean: Sequence[Pair], known: Tables) -> list[Pair]:
    """The clean sentences with a slip in each."""
    sentences = [part for pair in clean for part in re.findall(r"[^。；\t]+[。；]?", pair.target)]
    sources = made(sentences, known, _SEED)
    pairs = zip(sources, sentences, strict=True)
    return [Pair(source, target, made=True) for source, target in pairs if source != target]


def _table(pairs: Sequence[Pair], found: Sequence[Example]) -> tuple[F32, npt.NDArray[np.bool_], F64]:
    """Features, labels and shares; of made sentences only the slips count, together as much as `_SLIPS` errors."""
    rows = np.stack([example.finding.row for example in found])
    labels = np.array([bool(example.touched) for example in found])
    slips = np.array([pairs[example.sentence].made for example in found])
    share = _SLIPS / max(1, int((slips & labels).sum()))
    return rows, labels, np.where(slips, np.where(labels, share, 0.0), 1.0)


def _unjudged(rows: F32) -> F64:
    return np.zeros(len(rows))


def _batch(
    numbers: Sequence[int], pairs: Sequence[Pair], known: Tables, reader: Reader, judge: Decision | None
) -> list[Example]:
    text, target = ("\n".join(getattr(pair, side) for pair in pairs) for side in ("source", "target"))
    starts = np.cumsum([0] + [len(pair.source) + 1 for pair in pairs])
    stream = read_stream(text)
    reading = read(stream.codes, reader)
    judged = judge.chances if judge else _unjudged
    found = propose(reading, surprising(reading), known, reader, judged)
    if judge:
        believed = without_overlap(finding for finding in found if finding.chance >= _BELIEVED)
        found += second_pass(reading, believed, known, reader, judged)
    out = []
    for finding in found:
        offsets = stream.offsets[finding.at - REACH : finding.at - REACH + len(finding.right)]
        which = bisect_right(starts, int(offsets[0])) - 1
        touched = [int(k) for k, code in zip(offsets, finding.right, strict=True) if chr(code) != text[k]]
        wrong = tuple(k - int(starts[which]) for k in touched if text[k] != target[k])
        out.append(Example(numbers[which], int(offsets[0] - starts[which]), finding, wrong))
    return out


if __name__ == "__main__":
    sys.exit(main())
