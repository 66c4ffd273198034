"""The inverted index: for every pair of characters the sentences that hold it.

Sentence numbers are cut into segments of 65,536. Eight full segments make a block, whose lists are put together: fewer
rows are read for a rare pair, while what still grows stays short.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise

import numpy as np

from drafter.corpus.grams import Ints, pairs
from drafter.corpus.lists import Ids, Local, Row, decode, decode_rows, encode, encode_all, encode_long
from drafter.corpus.write import transaction

SEGMENT = 1 << 16
BLOCK = 8
# Numbers of a block that are put together at a time; some 200 MB of arrays.
_AT_ONCE = 4_000_000
# Sentences indexed in one transaction; four segments keep the arrays near 200 MB at most.
CHUNK = 4 * SEGMENT
# Up to this many sentences may wait, searched one by one, before an index update pays.
TAIL = 4096
# The share of deleted sentences in the index above which it is made anew.
DEAD = 0.3


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
    _merge(connection)


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
        connection.execute("UPDATE settings SET value = '0' WHERE name IN ('indexed', 'listed', 'merged')")
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
    found: dict[int, list[Ids]] = {}
    for kind, numbers in decode_rows(rows):
        for gram, ids in _by_gram(kind, numbers):
            found.setdefault(gram, []).append(ids)
    return {gram: parts[0] if len(parts) == 1 else np.concatenate(parts) for gram, parts in found.items()}


def _by_gram(rows: Sequence[Row], numbers: Ids) -> Iterator[tuple[int, Ids]]:
    """Numbers of sentences for every pair, out of what the rows hold; the rows of a pair lie together."""
    ids = numbers + _bases(rows)
    grams = np.array([gram for gram, *_ in rows], dtype=np.int64)
    firsts = np.flatnonzero(np.concatenate((np.ones(1, dtype=np.bool_), np.diff(grams) != 0)))
    edges = np.cumsum([0, *(size for _, _, size, _ in rows)])
    starts = edges[firsts].tolist()
    for gram, low, high in zip(grams[firsts].tolist(), starts, [*starts[1:], len(ids)], strict=True):
        yield gram, ids[low:high]


def _bases(rows: Sequence[Row]) -> Ids:
    """For every number of the rows where the segment or block begins that it counts from."""
    sizes = np.array([size for _, _, size, _ in rows], dtype=np.int64)
    return np.repeat(np.array([base(segment) for _, segment, *_ in rows], dtype=np.int32), sizes)


def base(segment: int) -> int:
    """The sentence number from which a row counts."""
    return segment * SEGMENT if segment >= 0 else (-1 - segment) * BLOCK * SEGMENT


def _merge(connection: sqlite3.Connection) -> None:
    """Put the lists of blocks together that are full; each block is a transaction of its own."""
    (done,) = connection.execute("SELECT value FROM settings WHERE name = 'merged'").fetchone()
    for block in range(int(done), (indexed(connection) + 1) // (BLOCK * SEGMENT)):
        segments = (block * BLOCK, (block + 1) * BLOCK)
        with transaction(connection):
            joined = list(_joined(connection, block, *segments))
            connection.execute("DELETE FROM postings WHERE segment >= ? AND segment < ?", segments)
            connection.executemany("INSERT INTO postings VALUES (?, ?, ?, ?)", joined)
            connection.execute("UPDATE settings SET value = ? WHERE name = 'merged'", (str(block + 1),))


def _joined(connection: sqlite3.Connection, block: int, low: int, high: int) -> Iterator[Row]:
    """One row for every pair of the segments from `low` up to `high`."""
    sql = "SELECT gram, segment, size, ids FROM postings WHERE segment >= ? AND segment < ? ORDER BY gram, segment"
    cursor: Iterator[Row] = connection.execute(sql, (low, high))
    waiting: list[Row] = []
    numbers = 0
    for _, rows in groupby(cursor, key=lambda row: row[0]):
        of_pair = list(rows)
        numbers += sum(size for _, _, size, _ in of_pair)
        waiting += of_pair
        if numbers > _AT_ONCE:
            yield from _long_rows(waiting, block)
            waiting, numbers = [], 0
    if waiting:
        yield from _long_rows(waiting, block)


def _long_rows(rows: Sequence[Row], block: int) -> Iterator[Row]:
    """The rows of whole pairs, put together."""
    parts = []
    for kind, numbers in decode_rows(rows):
        sizes = np.array([size for _, _, size, _ in kind], dtype=np.int64)
        grams = np.repeat(np.array([gram for gram, *_ in kind], dtype=np.int64), sizes)
        parts.append(grams << 32 | (numbers + _bases(kind) - base(-1 - block)))
    keys = np.sort(np.concatenate(parts))
    grams, ids = keys >> 32, keys & 0xFFFFFFFF
    bounds = [0, *(np.flatnonzero(np.diff(grams)) + 1).tolist(), len(ids)]
    heads = grams[bounds[:-1]].tolist()
    for gram, blob, (low, high) in zip(heads, encode_long(ids, bounds), pairwise(bounds), strict=True):
        yield gram, -1 - block, high - low, blob
