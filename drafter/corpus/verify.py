"""Whether a store is sound, and its index says what its text says."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

import numpy as np

from drafter.corpus import postings
from drafter.corpus.codec import unpack_body
from drafter.corpus.grams import pairs
from drafter.corpus.lists import decode_rows
from drafter.corpus.store import Store
from drafter.model.problem import Problem

_BLOCK = 20_000


def verify(store: Store) -> tuple[str, ...]:
    """What is wrong with the store, in Chinese; empty when it is sound. Reads all of it."""
    try:
        return tuple(_faults(store))
    except (sqlite3.DatabaseError, ValueError, Problem) as error:
        return (f"读取时出错：{error}",)


def _faults(store: Store) -> Iterator[str]:
    connection = store.connection
    for (line,) in connection.execute("PRAGMA integrity_check"):
        if line != "ok":
            yield f"文件损坏：{line}"
    if connection.execute("PRAGMA foreign_key_check").fetchone():
        yield "有记录指向不存在的报告或句子"
    yield from _reports(store)
    yield from _counts(connection)
    yield from _index(connection)


def _reports(store: Store) -> Iterator[str]:
    """Every report can be put together again, and the list of uses is the one that its sections give."""
    for entry in store.entries():
        store.load(entry)
        bodies = store.connection.execute("SELECT body FROM sections WHERE report = ?", (entry.id,))
        named = {i for (body,) in bodies for paragraph in unpack_body(body) for i, _ in paragraph}
        listed = sum(_listed(store.connection, wording, entry.id) for wording in named)
        if listed != len(named):
            yield f"{entry.agency} {entry.year} 年：句子清单与正文不符"


def _listed(connection: sqlite3.Connection, wording: int, report: int) -> int:
    sql = (
        "SELECT count(*) FROM uses WHERE sentence = ? AND report = ?"
        " AND agency = (SELECT agency FROM reports WHERE id = uses.report)"
    )
    return int(connection.execute(sql, (wording, report)).fetchone()[0])


def _counts(connection: sqlite3.Connection) -> Iterator[str]:
    (wrong,) = connection.execute(
        "SELECT count(*) FROM sentences s WHERE agencies <>"
        " (SELECT count(DISTINCT agency) FROM uses u WHERE u.sentence = s.id)"
    ).fetchone()
    if wrong:
        yield f"{wrong} 个句子的使用机关数不对"


def _index(connection: sqlite3.Connection) -> Iterator[str]:
    """Every pair of every indexed sentence is in the postings, and they name no other live sentence."""
    end = postings.indexed(connection)
    live = np.array([i for (i,) in connection.execute("SELECT id FROM sentences ORDER BY id")], dtype=np.int64)
    expected = np.concatenate([np.empty(0, dtype=np.int64), *_expected(connection, end)])
    found = np.concatenate([np.empty(0, dtype=np.int64), *_found(connection)])
    found = found[np.isin(found & 0xFFFFFFFF, live)]
    expected.sort()
    found.sort()
    if not np.array_equal(expected, found):
        lost = len(np.setdiff1d(expected, found, assume_unique=True))
        extra = len(np.setdiff1d(found, expected, assume_unique=True))
        yield f"索引与文本不符：缺 {lost} 项，多 {extra} 项"


def _expected(connection: sqlite3.Connection, end: int) -> Iterator[np.ndarray[tuple[int], np.dtype[np.int64]]]:
    cursor = connection.execute("SELECT id, text FROM sentences WHERE id <= ? ORDER BY id", (end,))
    while rows := cursor.fetchmany(_BLOCK):
        grams, places = pairs([text for _, text in rows])
        yield grams << 32 | np.array([i for i, _ in rows], dtype=np.int64)[places]


def _found(connection: sqlite3.Connection) -> Iterator[np.ndarray[tuple[int], np.dtype[np.int64]]]:
    for row in connection.execute("SELECT gram, segment, size, ids FROM postings"):
        for _, ids in decode_rows([row]):
            yield row[0] << 32 | (ids.astype(np.int64) + postings.base(row[1]))
