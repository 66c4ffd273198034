"""What a refresh has read so far: a file beside the store, so that an interrupted refresh need not read it again.

Whoever has it open is the one writer of the store. It holds nothing that could not be read anew: a damaged one is
thrown away.
"""

from __future__ import annotations

import json
import sqlite3
import zlib
from dataclasses import asdict, dataclass
from decimal import Decimal
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from drafter.corpus.past import PastReport, PastSection
from drafter.model.problem import Problem

_SCHEMA = """CREATE TABLE IF NOT EXISTS staged (
  digest TEXT PRIMARY KEY, agency TEXT NOT NULL, year INTEGER NOT NULL,
  cells INTEGER NOT NULL, sentences INTEGER NOT NULL, payload BLOB NOT NULL
) WITHOUT ROWID"""


@dataclass(frozen=True, slots=True)
class Staged:
    """A report in waiting, without its text. `richness` as in PastReport."""

    digest: str
    agency: str
    year: int
    richness: tuple[int, int]


def staging_path(store: Path) -> Path:
    """The file beside a store."""
    return store.with_name(store.name + ".staging")


class Staging:
    """Reports that were read and are not in the store yet, by digest. In memory when there is no path."""

    def __init__(self, path: Path | None) -> None:
        """Raises Problem when another drafter is writing the store, or the folder cannot be written."""
        self._path = path
        self._connection = _locked(path)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._connection.close()

    def get(self, digest: str) -> PastReport | None:
        """The report read from the file with that digest, or None."""
        row = self._connection.execute("SELECT payload FROM staged WHERE digest = ?", (digest,)).fetchone()
        return unpack(row[0]) if row else None

    def put(self, report: PastReport) -> None:
        """Keep a report that was read."""
        row = (report.digest, report.agency, report.year, *report.richness, pack(report))
        self._connection.execute("INSERT OR REPLACE INTO staged VALUES (?, ?, ?, ?, ?, ?)", row)

    def digests(self) -> frozenset[str]:
        """The digests of what is kept."""
        return frozenset(row[0] for row in self._connection.execute("SELECT digest FROM staged"))

    def outline(self) -> dict[str, Staged]:
        """What is kept, by digest."""
        rows = self._connection.execute("SELECT digest, agency, year, cells, sentences FROM staged")
        return {digest: Staged(digest, agency, year, (cells, count)) for digest, agency, year, cells, count in rows}

    def discard(self) -> None:
        """The refresh is complete: remove the file. It is removed while it is still locked, so nobody else is in it."""
        if self._path is None:
            return
        try:
            self._path.unlink(missing_ok=True)
        except OSError:  # a system that does not remove open files: leave it empty
            self._connection.execute("DELETE FROM staged")


def pack(report: PastReport) -> bytes:
    """A report as bytes."""
    return zlib.compress(json.dumps(asdict(report), ensure_ascii=False, default=str).encode(), 1)


def unpack(blob: bytes) -> PastReport:
    """What `pack` was given."""
    data: dict[str, Any] = json.loads(zlib.decompress(blob))
    sections = tuple(_section(s) for s in data.pop("sections"))
    cells = {address: Decimal(value) for address, value in data.pop("cells").items()}
    return PastReport(**data, sections=sections, cells=cells)


def _section(data: dict[str, Any]) -> PastSection:
    paragraphs = tuple(tuple(p) for p in data.pop("paragraphs"))
    return PastSection(**data, paragraphs=paragraphs)


def _locked(path: Path | None) -> sqlite3.Connection:
    try:
        return _open(path)
    except sqlite3.OperationalError as error:
        raise _problem(path, error) from error
    except sqlite3.DatabaseError:
        if path is not None:
            path.unlink(missing_ok=True)
        return _open(path)


def _open(path: Path | None) -> sqlite3.Connection:
    connection = sqlite3.connect(path or ":memory:", isolation_level=None, timeout=0)
    try:
        connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("BEGIN EXCLUSIVE")
        connection.execute(_SCHEMA)
        connection.execute("COMMIT")
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _problem(path: Path | None, error: sqlite3.OperationalError) -> Problem:
    if error.sqlite_errorcode == sqlite3.SQLITE_BUSY:
        return Problem("corpus_busy", "另一个 drafter 正在更新这个语料库；等它结束后再运行一次")
    if error.sqlite_errorcode == sqlite3.SQLITE_FULL:
        return Problem("disk_full", "磁盘已满，语料库没有改动；腾出空间后再运行一次")
    return Problem("corpus_unusable", f"不能在 {path.parent if path else '.'} 写语料库：{error}")
