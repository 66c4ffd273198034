"""The inverted index: for every pair of characters the sentences that hold it.

Sentence numbers are cut into segments of 65,536. A segment's list is stored as 16-bit numbers or, where that is
shorter, as 8-bit gaps in which 255 means "255 further, and no sentence here".
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from drafter.corpus.grams import Ints, pairs
from drafter.corpus.write import transaction

SEGMENT = 1 << 16
# Sentences indexed in one transaction; four segments keep the arrays near 200 MB at most.
CHUNK = 4 * SEGMENT
# Up to this many sentences may wait, searched one by one, before an index update pays.
TAIL = 4096
# The share of deleted sentences in the index above which it is made anew.
DEAD = 0.3

Local = npt.NDArray[np.uint16]
Ids = npt.NDArray[np.int32]
Row = tuple[int, int, int, bytes]
"""Pair, segment, how many numbers, and their blob."""


def encode(ids: Local) -> bytes:
    """Sorted distinct numbers of one segment as a blob."""
    return next(encode_all(ids, [0, len(ids)]))


def encode_all(ids: Local, bounds: Sequence[int]) -> Iterator[bytes]:
    """Blobs of many lists that lie one after the other in `ids`, each from one bound up to the next."""
    wide = ids.astype(np.int64)
    gaps = wide - np.concatenate((np.zeros(1, dtype=np.int64), wide[:-1]))
    starts = np.asarray(bounds[:-1], dtype=np.int64)
    gaps[starts] = wide[starts]
    skips = gaps // 255
    ends = np.cumsum(skips + 1)
    short = np.full(int(ends[-1]), 255, dtype=np.uint8)
    short[ends - 1] = gaps % 255
    narrow, plain = short.tobytes(), ids.astype("<u2").tobytes()
    firsts = (ends[starts] - skips[starts] - 1).tolist()
    lasts = ends[np.asarray(bounds[1:], dtype=np.int64) - 1].tolist()
    for (low, high), first, last in zip(pairwise(bounds), firsts, lasts, strict=True):
        yield narrow[first:last] if last - first < 2 * (high - low) else plain[2 * low : 2 * high]


def decode(blob: bytes, size: int) -> Local:
    """What `encode` was given; `size` is how many numbers there are."""
    if len(blob) == 2 * size:
        return np.frombuffer(blob, dtype="<u2")
    gaps = np.frombuffer(blob, dtype=np.uint8)
    ends = gaps.cumsum(dtype=np.uint16)
    return ends if len(blob) == size else ends[gaps != 255]


def indexed(connection: sqlite3.Connection) -> int:
    """The number up to which sentences are in the index."""
    return int(connection.execute("SELECT value FROM settings WHERE name = 'indexed'").fetchone()[0])


def update(connection: sqlite3.Connection, *, tail: int = TAIL) -> None:
    """Bring the index up to date when more than `tail` sentences wait; each step is a transaction of its own."""
    (last,) = connection.execute("SELECT coalesce(max(id), 0) FROM sentences").fetchone()
    start = indexed(connection)
    if last - start <= tail:
        return
    while start < last:
        end = min(last, start + CHUNK)
        with transaction(connection):
            _index(connection, start, end)
        start = end


def tidy(connection: sqlite3.Connection) -> None:
    """Make the index anew when many of its sentences are deleted."""
    listed = int(connection.execute("SELECT value FROM settings WHERE name = 'listed'").fetchone()[0])
    (live,) = connection.execute("SELECT count(*) FROM sentences WHERE id <= ?", (indexed(connection),)).fetchone()
    if listed - live > max(TAIL, listed * DEAD):
        rebuild(connection)


def rebuild(connection: sqlite3.Connection) -> None:
    """Make the index anew, without the numbers of deleted sentences."""
    with transaction(connection):
        connection.execute("DELETE FROM postings")
        connection.execute("DELETE FROM grams")
        connection.execute("UPDATE settings SET value = '0' WHERE name IN ('indexed', 'listed')")
    update(connection, tail=0)


def _index(connection: sqlite3.Connection, start: int, end: int) -> None:
    rows = connection.execute("SELECT id, text FROM sentences WHERE id > ? AND id <= ? ORDER BY id", (start, end))
    found = rows.fetchall()
    if found:
        grams, places = pairs([text for _, text in found])
        ids = np.array([number for number, _ in found], dtype=np.int64)[places]
        _count(connection, grams)
        connection.executemany(
            "INSERT OR REPLACE INTO postings VALUES (?, ?, ?, ?)", list(_lists(connection, grams, ids, start))
        )
    connection.execute("UPDATE settings SET value = ? WHERE name = 'indexed'", (str(end),))
    connection.execute("UPDATE settings SET value = value + ? WHERE name = 'listed'", (len(found),))


def _count(connection: sqlite3.Connection, grams: Ints) -> None:
    distinct, counts = np.unique(grams, return_counts=True)
    connection.executemany(
        "INSERT INTO grams VALUES (?, ?) ON CONFLICT (gram) DO UPDATE SET sentences = sentences + excluded.sentences",
        zip(distinct.tolist(), counts.tolist(), strict=True),
    )


def _lists(connection: sqlite3.Connection, grams: Ints, ids: Ints, start: int) -> Iterator[Row]:
    """One row for every pair and segment; the lists of the segment that holds `start` are carried on."""
    begun = start // SEGMENT if start else -1
    segments = ids // SEGMENT
    local = (ids % SEGMENT).astype(np.uint16)
    edges = np.flatnonzero((np.diff(grams) != 0) | (np.diff(segments) != 0)) + 1
    bounds = [0, *edges.tolist(), len(ids)]
    heads = zip(grams[bounds[:-1]].tolist(), segments[bounds[:-1]].tolist(), strict=True)
    for (gram, segment), blob, (low, high) in zip(heads, encode_all(local, bounds), pairwise(bounds), strict=True):
        if segment == begun:
            whole = np.concatenate((_old(connection, gram, segment), local[low:high]))
            yield gram, segment, len(whole), encode(whole)
        else:
            yield gram, segment, high - low, blob


def _old(connection: sqlite3.Connection, gram: int, segment: int) -> Local:
    sql = "SELECT ids, size FROM postings WHERE gram = ? AND segment = ?"
    row = connection.execute(sql, (gram, segment)).fetchone()
    return decode(*row) if row else np.empty(0, dtype=np.uint16)


def frequencies(connection: sqlite3.Connection, grams: Iterable[int]) -> dict[int, int]:
    """How many sentences hold each pair; pairs that none holds are left out."""
    wanted = sorted(set(grams))
    found: dict[int, int] = {}
    for at in range(0, len(wanted), 500):
        part = wanted[at : at + 500]
        sql = f"SELECT gram, sentences FROM grams WHERE gram IN ({','.join('?' * len(part))})"
        found.update(connection.execute(sql, part).fetchall())
    return found


def load(connection: sqlite3.Connection, grams: Iterable[int]) -> dict[int, Ids]:
    """The numbers of all indexed sentences that hold each pair, in no order; pairs that none holds are left out."""
    wanted = sorted(set(grams))
    rows: list[Row] = []
    for at in range(0, len(wanted), 500):
        part = wanted[at : at + 500]
        marks = ",".join("?" * len(part))
        sql = f"SELECT gram, segment, size, ids FROM postings WHERE gram IN ({marks}) ORDER BY gram"
        rows += connection.execute(sql, part).fetchall()
    found = _by_gram([row for row in rows if len(row[3]) == 2 * row[2]], _wide)
    for gram, ids in _by_gram([row for row in rows if len(row[3]) != 2 * row[2]], _narrow).items():
        found[gram] = np.concatenate((found[gram], ids)) if gram in found else ids
    return found


def _by_gram(rows: list[Row], decoded: Callable[[list[Row]], Ids]) -> dict[int, Ids]:
    """The numbers of all rows, decoded in one pass: a large store has many short rows."""
    if not rows:
        return {}
    sizes = np.array([size for _, _, size, _ in rows], dtype=np.int64)
    bases = np.array([segment * SEGMENT for _, segment, _, _ in rows], dtype=np.int32)
    ids = decoded(rows) + np.repeat(bases, sizes)
    grams = np.array([gram for gram, _, _, _ in rows], dtype=np.int64)
    firsts = np.flatnonzero(np.concatenate((np.ones(1, dtype=np.bool_), np.diff(grams) != 0)))
    edges = np.concatenate((np.zeros(1, dtype=np.int64), np.cumsum(sizes)))
    starts = edges[firsts].tolist()
    ends = [*starts[1:], len(ids)]
    return {gram: ids[low:high] for gram, low, high in zip(grams[firsts].tolist(), starts, ends, strict=True)}


def _wide(rows: list[Row]) -> Ids:
    return np.frombuffer(b"".join(blob for *_, blob in rows), dtype="<u2").astype(np.int32)


def _narrow(rows: list[Row]) -> Ids:
    """Gaps added up over all rows, less what had come together before each row."""
    gaps = np.frombuffer(b"".join(blob for *_, blob in rows), dtype=np.uint8)
    ends = gaps.cumsum(dtype=np.int64)
    lengths = np.array([len(blob) for *_, blob in rows], dtype=np.int64)
    starts = np.cumsum(lengths) - lengths
    before = ends[starts] - gaps[starts]
    ids: Ids = (ends - np.repeat(before, lengths))[gaps != 255].astype(np.int32)
    return ids
