"""The store gives back what it was given, and says what it cannot do."""

from __future__ import annotations

import os
import sqlite3
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from drafter.corpus import schema
from drafter.corpus.past import PastReport, PastSection
from drafter.corpus.remove import remove
from drafter.corpus.sample.reports import sample_reports
from drafter.corpus.store import Store
from drafter.corpus.verify import verify
from drafter.corpus.write import add, transaction
from drafter.model.problem import Problem


def put(store: Store, *reports: PastReport) -> None:
    with transaction(store.connection):
        for report in reports:
            add(store.connection, report)


def report(agency: str, year: int, *sentences: str) -> PastReport:
    return PastReport(agency, year, digest=f"{agency}{year}", sections=(PastSection("overview", "", "", (sentences,)),))


def test_round_trip(tmp_path: Path) -> None:
    reports = list(sample_reports())[:30]
    with Store.open(tmp_path / "c.sqlite", write=True) as store:
        put(store, *reports)
        for entry in store.entries():
            loaded = store.load(entry)
            (given,) = [r for r in reports if (r.agency, r.year) == (entry.agency, entry.year)]
            assert loaded == given


def test_a_wording_is_kept_once_and_its_agencies_counted() -> None:
    with Store.in_memory() as store:
        put(store, report("岫云县霜坞镇人民政府", 2023, "2023年，霜坞镇公开信息5条。"))
        put(store, report("岫云县霜坞镇人民政府", 2024, "2024年，霜坞镇公开信息9条。"))
        put(store, report("澜汀县蓼坳乡人民政府", 2024, "2024年，蓼坳乡公开信息31条。", "另有一句。"))
        assert {w.text[-8:]: w.agencies for w in store.wordings((1, 2))} == {
            "\ue000公开信息\ue005条。": 2,
            "另有一句。": 1,
        }
        (first, second) = store.uses(1)
        assert {first.text, second.text} == {"2024年，霜坞镇公开信息9条。", "2024年，蓼坳乡公开信息31条。"}
        assert len(store.uses(1, besides="蓼坳乡人民政府")) == 2
        assert [u.agency for u in store.uses(1, besides="澜汀县蓼坳乡")] == ["岫云县霜坞镇人民政府"]
        assert verify(store) == ()


def test_a_report_takes_the_place_of_its_former_version() -> None:
    with Store.in_memory() as store:
        put(store, report("甲县", 2024, "旧的一句。", "都有的一句。"), report("乙县", 2024, "都有的一句。"))
        put(store, report("甲县", 2024, "新的一句。", "都有的一句。"))
        assert sorted(store.shapes()) == ["新的一句。", "都有的一句。"]
        assert len(store.entries()) == 2
        assert verify(store) == ()


def test_one_agency_under_a_short_and_a_full_name() -> None:
    with Store.in_memory() as store:
        put(store, report("岫云县教育局", 2023, "一句。"), report("霁川市岫云县教育局", 2024, "二句。"))
        assert store.agency_count() == 1
        previous = store.previous("岫云县教育局", 2024)
        assert previous is not None
        assert previous.agency == "霁川市岫云县教育局"
        assert store.previous("澜汀县教育局", 2024) is None


def test_a_short_name_that_may_be_two_agencies_is_neither() -> None:
    with Store.in_memory() as store:
        put(store, report("霁川市南郊区", 2023, "一句。"), report("朔岚市南郊区", 2023, "二句。"))
        assert store.agency_count() == 2
        assert store.previous("南郊区", 2024) is None
        assert store.previous("朔岚市南郊区", 2024) is not None


def test_removed_text_is_gone_from_the_file(tmp_path: Path) -> None:
    path = tmp_path / "c.sqlite"
    secret = "渡口候船室的触摸屏坏了很久"
    with Store.open(path, write=True) as store:
        put(store, report("甲县", 2023, secret), report("乙县", 2023, "别的一句"))
    remove(path, [e for e in _entries(path) if e.agency == "甲县"])
    assert [e.agency for e in _entries(path)] == ["乙县"]
    assert secret.encode("utf-16-le") not in path.read_bytes()


def _entries(path: Path) -> tuple[object, ...]:
    with Store.open(path) as store:
        assert verify(store) == ()
        return store.entries()  # type: ignore[return-value]


def test_texts_for_the_spelling_model() -> None:
    with Store.in_memory() as store:
        put(store, replace(report("岫云县霜坞镇人民政府", 2024, "2024年，霜坞镇公开5条。"), region="岫云县"))
        assert list(store.texts()) == ["0年，\n公开0条。", "岫云县霜坞镇人民政府", "岫云县"]


def test_embedded_sample_is_read_only() -> None:
    with Store.open(None) as store:
        assert store.embedded
        with pytest.raises(sqlite3.OperationalError):
            store.connection.execute("DELETE FROM reports")


def test_missing_store_is_said(tmp_path: Path) -> None:
    with pytest.raises(Problem, match="refresh") as caught:
        Store.open(tmp_path / "none.sqlite")
    assert caught.value.kind == "corpus_missing"


@pytest.mark.parametrize("content", [b"no database at all" * 100, b""])
def test_other_files_are_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "c.sqlite"
    path.write_bytes(content)
    with pytest.raises(Problem) as caught:
        Store.open(path)
    assert caught.value.kind in ("corpus_foreign", "corpus_older")


def test_foreign_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "c.sqlite"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE mine (x)")
    connection.close()
    for write in (False, True):
        with pytest.raises(Problem, match="不是 drafter 的语料库"):
            Store.open(path, write=write)


def test_address_is_refused() -> None:
    with pytest.raises(Problem, match="本机文件"):
        Store.open("postgresql://somewhere/corpus")


def test_newer_and_older_stores(tmp_path: Path) -> None:
    path = tmp_path / "c.sqlite"
    Store.open(path, write=True).close()
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    with pytest.raises(Problem, match="升级 drafter"):
        Store.open(path)


def test_migrations_run_once_and_in_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "c.sqlite"
    Store.open(path, write=True).close()
    now = schema.migrations()
    later = (*now, (len(now) + 1, "CREATE TABLE extra (x INTEGER); INSERT INTO extra VALUES (1);"))
    monkeypatch.setattr(schema, "migrations", lambda: later)
    with pytest.raises(Problem, match="较早"):
        Store.open(path)
    for _ in range(2):
        with Store.open(path, write=True) as store:
            assert store.connection.execute("SELECT x FROM extra").fetchall() == [(1,)]


def test_a_failed_migration_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "c.sqlite"
    Store.open(path, write=True).close()
    now = schema.migrations()
    monkeypatch.setattr(schema, "migrations", lambda: (*now, (2, "CREATE TABLE extra (x); SELECT nonsense;")))
    with pytest.raises(Problem):
        Store.open(path, write=True)
    monkeypatch.undo()
    with Store.open(path) as store:
        assert not store.connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'extra'").fetchone()


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write anywhere")
def test_store_in_a_read_only_folder(tmp_path: Path) -> None:
    path = tmp_path / "c.sqlite"
    with Store.open(path, write=True) as store:
        put(store, report("甲县", 2024, "一句。"))
    tmp_path.chmod(0o555)
    try:
        with Store.open(path) as store:
            assert len(store.entries()) == 1
    finally:
        tmp_path.chmod(0o755)


def test_cells_keep_their_decimals() -> None:
    with Store.in_memory() as store:
        given = replace(report("甲县", 2024), cells={"disclosure.fees.amount": Decimal("4166.241619")})
        put(store, given)
        loaded = store.report("甲县", 2024)
        assert loaded is not None
        assert loaded.cells == given.cells
