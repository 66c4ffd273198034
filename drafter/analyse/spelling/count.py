"""Counts of texts to an n-gram model (see `ngram` for the formula)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from drafter.analyse.spelling.hashed import I64, U64, Array, build_set, chain
from drafter.analyse.spelling.ngram import STEP, Level, Ngrams
from drafter.analyse.spelling.stream import EDGE, Codes, read_stream

F64 = npt.NDArray[np.float64]
_CHUNK = 4_000_000


@dataclass(frozen=True, slots=True)
class Grams:
    """The distinct grams of one length.

    `at` is where in the stream each first ends; `prefix` and `suffix` are its indexes among the grams one shorter;
    `counts` are occurrences and `ends` says which gram ends at every position of the stream (-1: none).
    """

    at: I64
    prefix: I64
    suffix: I64
    counts: I64
    ends: I64


def join_texts(texts: Iterable[str]) -> Codes:
    """One stream of all `texts`."""
    parts = [read_stream(part).codes for text in texts for part in _chunks(text)]
    return np.concatenate(parts) if parts else np.array([EDGE], dtype=np.uint16)


def build_model(codes: Codes, order: int = 4, prune: int = 2) -> Ngrams:
    """The model of a stream; grams of three or more codes seen less than `prune` times are left out."""
    levels = _all_grams(codes, order)
    counts = [_adjusted(levels, n, codes) for n in range(order)]
    chances: list[F64] = []
    for n, grams in enumerate(levels):
        chances.append(_interpolated(grams, counts[n], chances[-1] if n else None))
    kept = [np.ones(len(g.at), dtype=bool) if n < 2 else g.counts >= prune for n, g in enumerate(levels)]
    # A gram stays when a longer one that begins with it stays.
    for n in range(order - 1, 0, -1):
        kept[n - 1][levels[n].prefix[kept[n]]] = True
    backoffs = [_backoff(levels[n + 1], chances[n + 1], chances[n], kept[n + 1]) for n in range(order - 1)]
    return _packed(codes, levels, chances, backoffs, kept)


def _chunks(text: str) -> Iterable[str]:
    for start in range(0, len(text), _CHUNK):
        yield text[start : start + _CHUNK]


def _all_grams(codes: Codes, order: int) -> list[Grams]:
    names, first, ends, counts = np.unique(codes, return_index=True, return_inverse=True, return_counts=True)
    nothing = np.zeros(len(names), dtype=np.int64)
    out = [Grams(first, nothing, nothing, counts, ends.astype(np.int64))]
    symbols, width = ends.astype(np.int64), len(names)
    for length in range(2, order + 1):
        out.append(_longer(out[-1], length, symbols, width, codes))
    return out


def _longer(shorter: Grams, length: int, symbols: I64, width: int, codes: Codes) -> Grams:
    before = np.concatenate(([-1], shorter.ends[:-1]))
    # An edge may open a gram or close it, never lie inside.
    good = (before >= 0) & (shorter.ends >= 0)
    good[1:] &= ~((codes[1:] == EDGE) & (codes[:-1] == EDGE))
    if length > 2:
        good[1:] &= codes[:-1] != EDGE
    places = np.flatnonzero(good)
    keys = before[places] * width + symbols[places]
    _, first, which, counts = np.unique(keys, return_index=True, return_inverse=True, return_counts=True)
    at = places[first]
    ends = np.full(len(codes), -1, dtype=np.int64)
    ends[places] = which
    return Grams(at, before[at], shorter.ends[at], counts, ends)


def _adjusted(levels: list[Grams], n: int, codes: Codes) -> I64:
    """Occurrences at the top and of what an edge opens; else how many different codes stand before."""
    grams = levels[n]
    if n + 1 == len(levels):
        return grams.counts
    continued = np.bincount(levels[n + 1].suffix, minlength=len(grams.at))
    opened = codes[grams.at - n] == EDGE
    return np.where(opened | (continued == 0), grams.counts, continued)


def _interpolated(grams: Grams, counts: I64, lower: F64 | None) -> F64:
    if lower is None:
        # Unigrams: one more unseen code shares what is discounted.
        share = 0.5 * len(counts) / counts.sum()
        chances: F64 = (counts - 0.5) / counts.sum() + share / (len(counts) + 1)
        return chances
    steps = _discounts(counts)
    cut = steps[np.minimum(counts, 3)]
    totals = np.bincount(grams.prefix, weights=counts)
    freed = np.bincount(grams.prefix, weights=cut)
    interpolated: F64 = ((counts - cut) + freed[grams.prefix] * lower[grams.suffix]) / totals[grams.prefix]
    return interpolated


def _discounts(counts: I64) -> F64:
    """Modified Kneser-Ney discounts by count 0, 1, 2, 3 and more."""
    seen = [max(1, int((counts == k).sum())) for k in range(1, 5)]
    y = seen[0] / (seen[0] + 2 * seen[1])
    raw = [k - (k + 1) * y * seen[k] / seen[k - 1] for k in range(1, 4)]
    return np.array([0.0, *(min(max(d, 0.1), k - 0.1) for k, d in enumerate(raw, start=1))])


def _backoff(longer: Grams, chances: F64, lower: F64, kept: npt.NDArray[np.bool_]) -> F64:
    """What is left after the kept grams of a context, over what the shorter context leaves for the same."""
    prefix = longer.prefix[kept]
    size = len(lower)
    left = 1 - np.bincount(prefix, weights=chances[kept], minlength=size)
    rest = 1 - np.bincount(prefix, weights=lower[longer.suffix[kept]], minlength=size)
    ratio: F64 = np.maximum(left, 1e-6) / np.maximum(rest, 1e-6)
    return ratio


def _packed(
    codes: Codes, levels: list[Grams], chances: list[F64], backoffs: list[F64], kept: list[npt.NDArray[np.bool_]]
) -> Ngrams:
    names = codes[levels[0].at]
    single = np.full(0x10000, 255, dtype=np.uint8)
    single[names] = np.minimum(_steps(chances[0]), 254)
    single_backoffs = np.zeros(0x10000, dtype=np.uint8)
    single_backoffs[names] = _steps(backoffs[0])
    out = []
    for n in range(1, len(levels)):
        keep = kept[n]
        members, slots = build_set(_keys(codes, levels[n].at[keep], n + 1))
        scores = _placed(slots, _steps(chances[n][keep]), len(members.marks))
        last = n + 1 == len(levels)
        lost = np.zeros(0, np.uint8) if last else _placed(slots, _steps(backoffs[n][keep]), len(members.marks))
        out.append(Level(members, scores, lost))
    return Ngrams(single, single_backoffs, tuple(out))


def _keys(codes: Codes, ends: I64, length: int) -> U64:
    keys: U64 = np.zeros(len(ends), dtype=np.uint64)
    for back in range(length - 1, -1, -1):
        keys = chain(keys, codes[ends - back])
    return keys


def _placed(slots: I64, values: Array, size: int) -> npt.NDArray[np.uint8]:
    out = np.zeros(size, dtype=np.uint8)
    out[slots] = values
    return out


def _steps(chances: F64) -> npt.NDArray[np.uint8]:
    logs = np.log10(np.maximum(chances, 1e-12))
    return np.clip(np.rint(-logs / STEP), 0, 255).astype(np.uint8)
