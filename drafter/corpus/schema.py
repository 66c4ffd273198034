"""The store's tables, and how a store of an older drafter is brought up to date."""

from __future__ import annotations

import re
import sqlite3
from importlib.resources import files
from importlib.resources.abc import Traversable

from drafter.model.problem import Problem

APPLICATION_ID = 0x44524654
_NAME = re.compile(r"(\d{4})_\w+\.sql")


def migrations() -> tuple[tuple[int, str], ...]:
    """Number and text of every migration, in order. Raises ValueError when a number is missing or taken twice."""
    found = sorted(_numbered(files("drafter.corpus") / "migrations"))
    if [number for number, _ in found] != list(range(1, len(found) + 1)):
        raise ValueError(f"migrations are not numbered 1..{len(found)}")
    return tuple(found)


def _numbered(folder: Traversable) -> list[tuple[int, str]]:
    matches = [(_NAME.fullmatch(entry.name), entry) for entry in folder.iterdir()]
    return [(int(match.group(1)), entry.read_text("utf-8")) for match, entry in matches if match]


def version(connection: sqlite3.Connection) -> int:
    """The number of the last migration the store has seen; 0 for a new file."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def current(connection: sqlite3.Connection) -> bool:
    """Whether no migration is outstanding. Raises Problem when the file is not a store this drafter can use."""
    _recognise(connection)
    return version(connection) == len(migrations())


def migrate(connection: sqlite3.Connection) -> None:
    """Run every outstanding migration, each in a transaction of its own. Raises Problem like `current`."""
    _recognise(connection)
    for number, script in migrations()[version(connection) :]:
        connection.executescript(
            f"BEGIN IMMEDIATE;\n{script}\n"
            f"PRAGMA user_version = {number};\nPRAGMA application_id = {APPLICATION_ID};\nCOMMIT;"
        )


def _recognise(connection: sqlite3.Connection) -> None:
    try:
        number = version(connection)
        mark = int(connection.execute("PRAGMA application_id").fetchone()[0])
        tables = int(connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0])
    except sqlite3.DatabaseError as error:
        kind = "corpus_foreign" if error.sqlite_errorcode == sqlite3.SQLITE_NOTADB else "corpus_unusable"
        raise Problem(kind, f"语料库文件不能用（{error}）；请另选 --corpus，或删去后重新收录") from error
    if mark not in (0, APPLICATION_ID) or (mark == 0 and tables):
        raise Problem("corpus_foreign", "这个 SQLite 文件不是 drafter 的语料库；请另选 --corpus")
    if number > len(migrations()):
        raise Problem("corpus_newer", "语料库由更新版本的 drafter 写成；请升级 drafter")
