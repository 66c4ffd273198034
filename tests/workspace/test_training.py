"""The spelling model beside a store follows its texts."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.analyse.spelling.own import trained_on
from drafter.corpus.remove import remove
from drafter.corpus.sample.reports import sample_reports
from drafter.corpus.store import Store
from drafter.corpus.write import add, transaction
from drafter.workspace.training import keep_trained

REPORTS = list(sample_reports())


@pytest.fixture
def path(tmp_path: Path) -> Path:
    found = tmp_path / "c.sqlite"
    _add(found, 0, 30)
    return found


def _add(path: Path, start: int, end: int) -> None:
    with Store.open(path, write=True) as store, transaction(store.connection):
        for report in REPORTS[start:end]:
            add(store.connection, report)


def _model(path: Path) -> Path:
    return path.with_name("c.sqlite.ngrams")


def test_trained_when_missing_and_when_much_is_new(path: Path) -> None:
    assert keep_trained(path)
    first = trained_on(_model(path))
    assert first > 100
    assert not keep_trained(path)
    _add(path, 30, 31)
    assert not keep_trained(path)
    _add(path, 31, 60)
    assert keep_trained(path)
    assert trained_on(_model(path)) > first


def test_a_removal_leaves_no_trace(path: Path) -> None:
    keep_trained(path)
    with Store.open(path) as store:
        last = store.entries()[-1:]
    remove(path, last)
    assert keep_trained(path, always=True)
    with Store.open(path) as store:
        assert trained_on(_model(path)) == store.wording_count()
        entries = store.entries()
    remove(path, entries)
    keep_trained(path, always=True)
    assert not _model(path).exists()


def test_a_damaged_model_is_made_anew(path: Path) -> None:
    _model(path).write_bytes(b"nonsense")
    assert keep_trained(path)
    assert trained_on(_model(path)) > 0
