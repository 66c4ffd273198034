"""Adding reports to the store and taking them out, inside the caller's transaction."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import blake2b

from drafter.corpus.codec import Line, pack_body, pack_cells, unpack_body
from drafter.corpus.past import PastReport, PastSection
from drafter.corpus.statistics import topics_of
from drafter.data.slots import Names, agency_key, agency_tail, names_of, same_agency, shape


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All or nothing: what the block writes is seen at its end, or never when it raises."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def add(connection: sqlite3.Connection, report: PastReport) -> int:
    """Add a report, in place of the one the store holds for its agency and year; returns its number."""
    agency = _agency(connection, report)
    old = connection.execute("SELECT id FROM reports WHERE agency = ? AND year = ?", (agency, report.year)).fetchone()
    if old:
        delete(connection, old[0], keep_agency=True)
    number = connection.execute(
        "INSERT INTO reports (agency, year, form, title, digest, origin, topics, cells)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (
            agency,
            report.year,
            report.form,
            report.title,
            report.digest,
            report.origin,
            f" {' '.join(topics_of(report))} ",
            pack_cells(report.cells),
        ),
    ).lastrowid
    assert number is not None
    note_source(connection, report.digest, number, report.origin, used=True)
    _write_sections(connection, number, agency, report)
    return number


def note_source(connection: sqlite3.Connection, digest: str, report: int, origin: str, *, used: bool) -> None:
    """Remember that a file was read and belongs to a report, so that it is not read again."""
    if digest:
        connection.execute("INSERT OR REPLACE INTO sources VALUES (?, ?, ?, ?)", (digest, report, origin, int(used)))


def delete(connection: sqlite3.Connection, report: int, *, keep_agency: bool = False) -> None:
    """Take a report out; wordings that nobody else uses go with it."""
    (agency,) = connection.execute("SELECT agency FROM reports WHERE id = ?", (report,)).fetchone()
    for wording in _wordings_of(connection, report):
        connection.execute(
            "DELETE FROM uses WHERE sentence = ? AND agency = ? AND report = ?", (wording, agency, report)
        )
        if _uses_it(connection, wording, agency):
            continue
        connection.execute("UPDATE sentences SET agencies = agencies - 1 WHERE id = ?", (wording,))
        connection.execute("DELETE FROM sentences WHERE id = ? AND agencies = 0", (wording,))
    connection.execute("DELETE FROM reports WHERE id = ?", (report,))
    if not keep_agency:
        connection.execute(
            "DELETE FROM agencies WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM reports WHERE agency = ?1)", (agency,)
        )


def _wordings_of(connection: sqlite3.Connection, report: int) -> set[int]:
    bodies = connection.execute("SELECT body FROM sections WHERE report = ?", (report,))
    return {i for (body,) in bodies for paragraph in unpack_body(body) for i, _ in paragraph}


def _uses_it(connection: sqlite3.Connection, wording: int, agency: int) -> bool:
    sql = "SELECT 1 FROM uses WHERE sentence = ? AND agency = ? LIMIT 1"
    return connection.execute(sql, (wording, agency)).fetchone() is not None


def _agency(connection: sqlite3.Connection, report: PastReport) -> int:
    """The agency's number; one known under a name with fewer places takes the fuller name."""
    known = connection.execute(
        "SELECT id, name FROM agencies WHERE tail = ? ORDER BY length(key) DESC", (agency_tail(report.agency),)
    )
    same = [(number, name) for number, name in known if same_agency(name, report.agency)]
    exact = [(number, name) for number, name in same if agency_key(name) == agency_key(report.agency)]
    same = exact or (same if len(same) == 1 else [])
    row = (report.region, report.level, report.kind)
    if not same:
        sql = "INSERT INTO agencies (key, tail, name, region, level, kind) VALUES (?, ?, ?, ?, ?, ?)"
        names = (agency_key(report.agency), agency_tail(report.agency), report.agency)
        added = connection.execute(sql, (*names, *row)).lastrowid
        assert added is not None
        return added
    number, name = same[0]
    if len(agency_key(report.agency)) >= len(agency_key(name)):
        sql = "UPDATE agencies SET key = ?, name = ?, region = ?, level = ?, kind = ? WHERE id = ?"
        connection.execute(sql, (agency_key(report.agency), report.agency, *row, number))
    return int(number)


def _write_sections(connection: sqlite3.Connection, number: int, agency: int, report: PastReport) -> None:
    names = names_of(report.agency)
    for ordinal, section in enumerate(report.sections):
        body = _lines(connection, section, names, report.year)
        connection.execute(
            "INSERT INTO sections VALUES (?, ?, ?, ?, ?, ?)",
            (number, ordinal, section.kind, section.subsection, section.heading, pack_body(body)),
        )
        for wording in {i for paragraph in body for i, _ in paragraph}:
            _use(connection, wording, agency, number)


def _use(connection: sqlite3.Connection, wording: int, agency: int, report: int) -> None:
    if not _uses_it(connection, wording, agency):
        connection.execute("UPDATE sentences SET agencies = agencies + 1 WHERE id = ?", (wording,))
    connection.execute("INSERT OR IGNORE INTO uses VALUES (?, ?, ?)", (wording, agency, report))


def _lines(
    connection: sqlite3.Connection, section: PastSection, names: Names, year: int
) -> tuple[tuple[Line, ...], ...]:
    return tuple(tuple(_line(connection, text, names, year) for text in p) for p in section.paragraphs)


def _line(connection: sqlite3.Connection, text: str, names: Names, year: int) -> Line:
    form = shape(text, names, year)
    return _wording(connection, form.text), form.fillers


def _wording(connection: sqlite3.Connection, text: str) -> int:
    mark = int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), "little", signed=True)
    for number, known in connection.execute("SELECT id, text FROM sentences WHERE hash = ?", (mark,)):
        if known == text:
            return int(number)
    added = connection.execute("INSERT INTO sentences (hash, text) VALUES (?, ?)", (mark, text)).lastrowid
    assert added is not None
    return added
