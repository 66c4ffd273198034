"""The store of past reports: opening it and reading reports from it."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar

import platformdirs

from drafter.corpus import schema
from drafter.corpus.codec import Body, unpack_body, unpack_cells
from drafter.corpus.past import PastReport, PastSection
from drafter.data.files import reason
from drafter.data.resources import resource_dir
from drafter.data.slots import (
    AGENCY,
    LAST_YEAR,
    NEXT_YEAR,
    NUMBER,
    REGION,
    STRAY,
    YEAR,
    agency_key,
    agency_tail,
    fill,
    same_agency,
)
from drafter.model.problem import Problem

SAMPLE = "sample.sqlite"
_UNUSABLE = "语料库文件不能用（{}）；请另选 --corpus，或删去后重新收录"
_PLAIN = str.maketrans(
    dict.fromkeys((YEAR, LAST_YEAR, NEXT_YEAR, NUMBER), "0") | dict.fromkeys((AGENCY, REGION, STRAY), "\n")
)


def user_store_path() -> Path:
    """Where the user's own store lies on this system."""
    return platformdirs.user_data_path("drafter", appauthor=False) / "corpus.sqlite"


T = TypeVar("T")
DAMAGED = (sqlite3.DatabaseError, zlib.error, UnicodeError)
"""What reading a damaged store may raise."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the store's list. `sentences` counts what was read, repeats included."""

    id: int
    agency: str
    region: str
    level: str
    kind: str
    year: int
    form: str
    title: str
    digest: str
    origin: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence of a report: the kind of its section, its shape, and as it reads."""

    section: str
    shape: str
    text: str


@dataclass(frozen=True, slots=True)
class Wording:
    """A distinct wording (a shape, see data.slots) and how many agencies use it."""

    id: int
    text: str
    agencies: int


@dataclass(frozen=True, slots=True)
class Use:
    """Where a wording stands; `text` has its slots filled again."""

    agency: str
    year: int
    section: str
    text: str
    origin: str
    region: str = ""


class Store:
    """An open store. Use `Store.open`; close it, or use it in a with statement.

    `embedded` says that it is the sample that ships with drafter: its agencies are fictional. `fault` says in Chinese
    what `attempt` found wrong with the file; empty when nothing was.
    """

    def __init__(self, connection: sqlite3.Connection, path: Path, *, writable: bool) -> None:
        self.connection = connection
        self.path = path
        self.writable = writable
        # What a search keeps for the next one; see nearest.searcher.
        self.kept: tuple[tuple[int, int], object] | None = None
        self.fault = ""
        self.embedded = self._is_sample()

    def attempt(self, work: Callable[[], T], otherwise: T) -> T:
        """What `work` gives; `otherwise` when the file turns out to be damaged, which `fault` then tells."""
        try:
            return work()
        except DAMAGED as error:
            self.fault = f"往年报告库损坏（{error}）；请运行 drafter corpus verify"
            return otherwise

    @classmethod
    def open(cls, path: str | Path | None = None, *, write: bool = False) -> Self:
        """Open the store at `path`; None is the embedded sample, which is never written.

        Raises Problem when it is missing (unless `write`, which makes it), unusable or written by a newer drafter.
        """
        if path is None:
            sample = resource_dir("corpus") / SAMPLE
            return cls(_connect(sample, "mode=ro&immutable=1"), sample, writable=False)
        if "://" in str(path):
            raise Problem("corpus_foreign", f"语料库只能是本机文件，不能是 {path}")
        return cls(_open_writable(Path(path)) if write else _open_readable(Path(path)), Path(path), writable=write)

    @classmethod
    def in_memory(cls) -> Self:
        """An empty store that lives as long as it is open."""
        connection = sqlite3.connect(":memory:", isolation_level=None)
        connection.execute("PRAGMA foreign_keys = ON")
        schema.migrate(connection)
        return cls(connection, Path(":memory:"), writable=True)

    def close(self) -> None:
        """Let go of the file."""
        self.connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _is_sample(self) -> bool:
        try:
            return self.setting("sample") == "1"
        except sqlite3.DatabaseError as error:
            self.connection.close()
            raise Problem("corpus_unusable", _UNUSABLE.format(error)) from error

    @property
    def model_path(self) -> Path:
        """Where the spelling model of this store's texts lies."""
        return self.path.with_name(self.path.name + ".ngrams")

    def setting(self, name: str) -> str:
        """A value of the settings table; empty when there is none."""
        row = self.connection.execute("SELECT value FROM settings WHERE name = ?", (name,)).fetchone()
        return str(row[0]) if row else ""

    def entries(self, *, agency: str = "", year: int | None = None) -> tuple[Entry, ...]:
        """The reports, by agency and year; only those of one agency (see data.slots.same_agency) or year when given."""
        clauses = (["a.tail = :tail"] if agency else []) + (["r.year = :year"] if year is not None else [])
        rows = self.connection.execute(
            "SELECT r.id, a.name, a.region, a.level, a.kind, r.year, r.form, r.title, r.digest, r.origin"
            " FROM reports r JOIN agencies a ON a.id = r.agency"
            f" {'WHERE ' if clauses else ''}{' AND '.join(clauses)} ORDER BY a.key, r.year",
            {"tail": agency_tail(agency) if agency else "", "year": year},
        )
        found = tuple(Entry(*row) for row in rows)
        return _of_one_agency(found, agency) if agency else found

    def source(self, digest: str) -> str | None:
        """The origin of a file that was read for a report, or None."""
        row = self.connection.execute("SELECT origin FROM sources WHERE digest = ?", (digest,)).fetchone()
        return str(row[0]) if row else None

    def silent(self, year: int) -> dict[str, str]:
        """Keys and names of the agencies that have a report on the year before, and none on `year`."""
        sql = (
            "SELECT a.key, a.name FROM reports r JOIN agencies a ON a.id = r.agency WHERE r.year = ?1 - 1"
            " AND NOT EXISTS (SELECT 1 FROM reports n WHERE n.year = ?1 AND n.agency = r.agency)"
        )
        return dict(self.connection.execute(sql, (year,)).fetchall())

    def report(self, agency: str, year: int) -> PastReport | None:
        """The report of an agency on a year, or None."""
        found = self.entries(agency=agency, year=year)
        return self.load(found[0]) if found else None

    def previous(self, agency: str, year: int) -> PastReport | None:
        """The report of the same agency on the year before, or None."""
        return self.report(agency, year - 1)

    def load(self, entry: Entry) -> PastReport:
        """The whole report of a line of the list."""
        cells = self.connection.execute("SELECT cells FROM reports WHERE id = ?", (entry.id,)).fetchone()[0]
        return PastReport(
            agency=entry.agency,
            year=entry.year,
            region=entry.region,
            level=entry.level,
            kind=entry.kind,
            form=entry.form,
            title=entry.title,
            digest=entry.digest,
            origin=entry.origin,
            sections=tuple(self._sections(entry)),
            cells=unpack_cells(cells),
        )

    def _sections(self, entry: Entry) -> Iterator[PastSection]:
        for kind, subsection, heading, body, texts in self._bodies(entry):
            paragraphs = tuple(tuple(fill(texts[i], fillers, entry.year) for i, fillers in p) for p in body)
            yield PastSection(kind, subsection, heading, paragraphs)

    def passages(self, entry: Entry) -> tuple[Passage, ...]:
        """The sentences of a report, each with its shape and the kind of its section."""
        return tuple(
            Passage(kind, texts[i], fill(texts[i], fillers, entry.year))
            for kind, _, _, body, texts in self._bodies(entry)
            for paragraph in body
            for i, fillers in paragraph
        )

    def _bodies(self, entry: Entry) -> Iterator[tuple[str, str, str, Body, dict[int, str]]]:
        rows = self.connection.execute(
            "SELECT kind, subsection, heading, body FROM sections WHERE report = ? ORDER BY ordinal", (entry.id,)
        ).fetchall()
        bodies = [unpack_body(body) for *_, body in rows]
        texts = self.wording_texts({i for body in bodies for paragraph in body for i, _ in paragraph})
        for (kind, subsection, heading, _), body in zip(rows, bodies, strict=True):
            yield kind, subsection, heading, body, texts

    def wording_texts(self, ids: Iterable[int]) -> dict[int, str]:
        """Wordings by number; numbers of deleted ones are left out."""
        return {wording.id: wording.text for wording in self.wordings(ids)}

    def wordings(self, ids: Iterable[int]) -> Iterator[Wording]:
        """Wordings by number; numbers of deleted ones are left out."""
        wanted = sorted(ids)
        for at in range(0, len(wanted), 500):
            part = wanted[at : at + 500]
            marks = ",".join("?" * len(part))
            sql = f"SELECT id, text, agencies FROM sentences WHERE id IN ({marks})"
            yield from (Wording(*row) for row in self.connection.execute(sql, part))

    def users(self, wording: int, limit: int = 64) -> frozenset[int]:
        """Numbers of agencies that use a wording, at most about `limit`."""
        sql = "SELECT DISTINCT agency FROM uses WHERE sentence = ? LIMIT ?"
        return frozenset(row[0] for row in self.connection.execute(sql, (wording, limit)))

    def uses(self, wording: int, limit: int = 3, *, besides: str = "") -> tuple[Use, ...]:
        """Places where a wording stands, latest year first, one for each agency; none of the agency `besides`."""
        rows = self.connection.execute(
            "SELECT r.id, max(r.year) FROM uses u JOIN reports r ON r.id = u.report"
            " JOIN agencies a ON a.id = u.agency WHERE u.sentence = ? AND a.key <> ?"
            " GROUP BY u.agency ORDER BY 2 DESC, 1 LIMIT ?",
            (wording, agency_key(besides) if besides else "", limit),
        ).fetchall()
        return tuple(self._use(wording, row[0]) for row in rows)

    def _use(self, wording: int, report: int) -> Use:
        agency, region, year, origin = self.connection.execute(
            "SELECT a.name, a.region, r.year, r.origin FROM reports r JOIN agencies a ON a.id = r.agency"
            " WHERE r.id = ?",
            (report,),
        ).fetchone()
        text = self.wording_texts((wording,))[wording]
        sections = self.connection.execute(
            "SELECT kind, body FROM sections WHERE report = ? ORDER BY ordinal", (report,)
        )
        for kind, body in sections:
            for i, fillers in (line for paragraph in unpack_body(body) for line in paragraph):
                if i == wording:
                    return Use(agency, year, kind, fill(text, fillers, year), origin, region)
        raise Problem("corpus_damaged", "语料库损坏：句子与章节对不上；请运行 drafter corpus verify")

    def shapes(self) -> Iterator[str]:
        """Every distinct wording, slots and all."""
        return (row[0] for row in self.connection.execute("SELECT text FROM sentences ORDER BY id"))

    def texts(self) -> Iterator[str]:
        """What the spelling model learns from: every distinct wording, 0 for a figure, and the agencies' names."""
        for text in self.shapes():
            yield text.translate(_PLAIN)
        for name, region in self.connection.execute("SELECT name, region FROM agencies ORDER BY id"):
            yield name
            yield region

    def wording_count(self) -> int:
        """How many distinct wordings there are."""
        return int(self.connection.execute("SELECT count(*) FROM sentences").fetchone()[0])

    def agency_count(self) -> int:
        """How many agencies have a report here."""
        return int(self.connection.execute("SELECT count(*) FROM agencies").fetchone()[0])


def _of_one_agency(entries: tuple[Entry, ...], agency: str) -> tuple[Entry, ...]:
    """Those under exactly that name; else those under a fuller or shorter one, when it can only be one agency's."""
    key = agency_key(agency)
    same = {agency_key(e.agency) for e in entries if same_agency(e.agency, agency)}
    if key in same:
        same = {key}
    return tuple(e for e in entries if agency_key(e.agency) in same) if len(same) == 1 else ()


def _connect(path: Path, query: str) -> sqlite3.Connection:
    address = f"file:{path.resolve().as_posix().replace('%', '%25').replace('?', '%3f').replace('#', '%23')}?{query}"
    connection = None
    try:
        connection = sqlite3.connect(address, uri=True, isolation_level=None, timeout=10, check_same_thread=False)
        connection.execute("PRAGMA foreign_keys = ON")
    except sqlite3.Error as error:
        if connection is not None:
            connection.close()
        raise Problem("corpus_unusable", f"语料库 {path} 打不开：{error}") from error
    return connection


def _open_readable(path: Path) -> sqlite3.Connection:
    if not path.is_file():
        raise Problem("corpus_missing", f"没有语料库 {path}；先运行 drafter corpus refresh 收录历年报告")
    connection = _readable(path)
    try:
        current = schema.current(connection)
    except BaseException:
        connection.close()
        raise
    if not current:
        connection.close()
        raise Problem("corpus_older", f"语料库 {path} 由较早的 drafter 写成；运行一次 drafter corpus refresh 即可升级")
    return connection


def _readable(path: Path) -> sqlite3.Connection:
    """A store in a folder that cannot be written has no shared memory for its log; then it is read as it lies."""
    connection = _connect(path, "mode=ro")
    try:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.OperationalError:
        connection.close()
        return _connect(path, "mode=ro&immutable=1")
    except sqlite3.DatabaseError:
        return connection
    return connection


def _open_writable(path: Path) -> sqlite3.Connection:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Problem("corpus_unusable", f"语料库的文件夹 {path.parent} 建不起来：{reason(error)}") from error
    connection = _connect(path, "mode=rwc")
    try:
        if schema.version(connection) == 0:
            # Two bytes a character instead of three: the store is Chinese text.
            connection.execute("PRAGMA encoding = 'UTF-16le'")
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        schema.migrate(connection)
    except sqlite3.DatabaseError as error:
        connection.close()
        raise Problem("corpus_unusable", f"语料库 {path} 不能写：{error}") from error
    except Problem:
        connection.close()
        raise
    return connection
