"""Lists of sentence numbers as blobs.

A short list, of one segment, is stored as 16-bit numbers or, where that is shorter, as 8-bit gaps. A long one, of many
segments, is stored as gaps of 16 or of 8 bits, whichever is shorter; a blob of odd length holds 8-bit gaps. The highest
gap means "that much further, and no number here".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from drafter.corpus.grams import Ints

Local = npt.NDArray[np.uint16]
Ids = npt.NDArray[np.int32]
Row = tuple[int, int, int, bytes]
"""Pair, segment, how many numbers, and their blob. Long lists have segments below zero."""

_EIGHT, _SIXTEEN = np.dtype(np.uint8), np.dtype("<u2")
_PAD = b"\xff"


def encode(ids: Local) -> bytes:
    """Sorted distinct numbers of one segment as a blob."""
    return next(encode_all(ids, [0, len(ids)]))


def encode_all(ids: Local, bounds: Sequence[int]) -> Iterator[bytes]:
    """Blobs of many short lists that lie one after the other in `ids`, each from one bound up to the next."""
    plain = ids.astype(_SIXTEEN).tobytes()
    for narrow, (low, high) in zip(_blobs(_gaps(ids, bounds), bounds, _EIGHT), pairwise(bounds), strict=True):
        yield narrow if len(narrow) < 2 * (high - low) else plain[2 * low : 2 * high]


def encode_long(ids: npt.NDArray[np.integer], bounds: Sequence[int]) -> Iterator[bytes]:
    """Blobs of many long lists that lie one after the other in `ids`, each from one bound up to the next."""
    gaps = _gaps(ids, bounds)
    for narrow, wide in zip(_blobs(gaps, bounds, _EIGHT), _blobs(gaps, bounds, _SIXTEEN), strict=True):
        odd = narrow if len(narrow) % 2 else narrow + _PAD
        yield odd if len(odd) < len(wide) else wide


def _gaps(ids: npt.NDArray[np.integer], bounds: Sequence[int]) -> Ints:
    """How far each number is from the one before it; the first of a list, from zero."""
    numbers = ids.astype(np.int64)
    gaps = np.diff(numbers, prepend=0)
    starts = np.asarray(bounds[:-1], dtype=np.int64)
    gaps[starts] = numbers[starts]
    return gaps


def _blobs(gaps: Ints, bounds: Sequence[int], kind: np.dtype[np.unsignedinteger]) -> Iterator[bytes]:
    top = int(np.iinfo(kind).max)
    skips = gaps // top
    ends = np.cumsum(skips + 1)
    short = np.full(int(ends[-1]), top, dtype=kind)
    short[ends - 1] = gaps % top
    data, size = short.tobytes(), kind.itemsize
    starts = np.asarray(bounds[:-1], dtype=np.int64)
    firsts = ((ends[starts] - skips[starts] - 1) * size).tolist()
    lasts = (ends[np.asarray(bounds[1:], dtype=np.int64) - 1] * size).tolist()
    for first, last in zip(firsts, lasts, strict=True):
        yield data[first:last]


def decode(blob: bytes, size: int) -> Local:
    """What `encode` was given; `size` is how many numbers there are."""
    if len(blob) == 2 * size:
        return np.frombuffer(blob, dtype=_SIXTEEN)
    gaps = np.frombuffer(blob, dtype=_EIGHT)
    ends = gaps.cumsum(dtype=np.uint16)
    return ends if len(blob) == size else ends[gaps != 255]


def decode_rows(rows: Sequence[Row]) -> Iterator[tuple[Sequence[Row], Ids]]:
    """The numbers of many rows, counted from where each row's segment begins: the rows by how they are stored, each
    kind with its numbers one row after the other. A large store has many rows: they are decoded together."""
    plain = [row for row in rows if row[1] >= 0 and len(row[3]) == 2 * row[2]]
    wide = [row for row in rows if row[1] < 0 and not len(row[3]) % 2]
    narrow = [row for row in rows if (len(row[3]) % 2 if row[1] < 0 else len(row[3]) != 2 * row[2])]
    if plain:
        yield plain, np.frombuffer(b"".join(blob for *_, blob in plain), dtype=_SIXTEEN).astype(np.int32)
    if wide:
        yield wide, _added_up(wide, _SIXTEEN)
    if narrow:
        yield narrow, _added_up(narrow, _EIGHT)


def _added_up(rows: Sequence[Row], kind: np.dtype[np.unsignedinteger]) -> Ids:
    """Gaps added up over all rows, less what had come together before each row."""
    gaps = np.frombuffer(b"".join(blob for *_, blob in rows), dtype=kind)
    ends = gaps.cumsum(dtype=np.int64)
    lengths = np.array([len(blob) for *_, blob in rows], dtype=np.int64) // kind.itemsize
    starts = np.cumsum(lengths) - lengths
    before = ends[starts] - gaps[starts]
    ids: Ids = (ends - np.repeat(before, lengths))[gaps != np.iinfo(kind).max].astype(np.int32)
    return ids
