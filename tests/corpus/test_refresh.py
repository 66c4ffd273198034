"""The yearly refresh: idempotent, told apart by content, refusals with reasons."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from drafter.corpus.past import PastReport
from drafter.corpus.refresh import Outcome, files_in, refresh
from drafter.corpus.sample.reports import sample_reports
from drafter.corpus.staging import pack, unpack
from drafter.corpus.store import Store
from drafter.model.problem import UnreadableInput
from tests.corpus.crash import SUFFIXES, corrected, stored, write_reports

REPORTS = list(sample_reports())[:12]


def read(data: bytes, name: str) -> PastReport:
    if data.startswith(b"bad"):
        raise UnreadableInput("not_a_report", "不是报告")
    return unpack(data)


def run(place: Path, **options: bool) -> Outcome:
    return refresh(place / "c.sqlite", files_in([place / "in"], SUFFIXES), read, **options)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    write_reports(tmp_path / "in", REPORTS)
    return tmp_path


def test_again_changes_nothing(place: Path) -> None:
    assert len(run(place).new) == 12
    before = stored(place / "c.sqlite")
    second = run(place)
    assert (second.new, second.changed, len(second.unchanged)) == ([], [], 12)
    assert stored(place / "c.sqlite") == before


def test_dry_run_writes_nothing(place: Path) -> None:
    outcome = run(place, dry_run=True)
    assert len(outcome.new) == 12
    assert sorted(p.name for p in place.iterdir()) == ["in"]


def test_corrected_report_replaces_the_former(place: Path) -> None:
    run(place)
    (place / "in" / "00003.report").write_bytes(pack(corrected(REPORTS[3])))
    assert [n.agency for n in run(place, dry_run=True).changed] == [REPORTS[3].agency]
    outcome = run(place)
    assert [(n.agency, n.year) for n in outcome.changed] == [(REPORTS[3].agency, REPORTS[3].year)]
    assert len(outcome.unchanged) == 11
    with Store.open(place / "c.sqlite") as store:
        loaded = store.report(REPORTS[3].agency, REPORTS[3].year)
        assert loaded is not None
        assert "另作更正说明一句。" in loaded.sentences


def test_of_two_files_of_a_report_the_richer_is_kept_for_good(place: Path) -> None:
    poorer = replace(REPORTS[0], cells={}, sections=REPORTS[0].sections[:3])
    (place / "in" / "99999.report").write_bytes(pack(poorer))
    first = run(place)
    assert (len(first.new), len(first.spare)) == (12, 1)
    assert "另一份" in first.spare[0].why
    second = run(place)
    assert (second.new, second.changed, second.spare, len(second.unchanged)) == ([], [], [], 13)


def test_a_poorer_file_that_comes_later_is_set_aside(place: Path) -> None:
    run(place)
    (place / "in" / "99999.report").write_bytes(pack(replace(REPORTS[0], cells={})))
    outcome = run(place)
    assert (outcome.new, outcome.changed, len(outcome.spare)) == ([], [], 1)
    assert len(run(place).unchanged) == 13


def test_a_richer_file_that_comes_later_is_taken(place: Path) -> None:
    (place / "in" / "00000.report").write_bytes(pack(replace(REPORTS[0], cells={})))
    run(place)
    (place / "in" / "99999.report").write_bytes(pack(REPORTS[0]))
    assert len(run(place).changed) == 1
    assert run(place).changed == []


def test_same_content_twice(place: Path) -> None:
    (place / "in" / "copy.report").write_bytes((place / "in" / "00000.report").read_bytes())
    outcome = run(place)
    assert (len(outcome.new), [s.why for s in outcome.spare]) == (12, ["与另一个文件内容完全相同"])


def test_refusals_say_why_and_the_rest_goes_on(place: Path) -> None:
    (place / "in" / "x.report").write_bytes(b"bad")
    outcome = refresh(place / "c.sqlite", [*files_in([place / "in"], SUFFIXES), place / "gone.report"], read)
    assert len(outcome.new) == 12
    assert {Path(r.origin).name: r.why[:4] for r in outcome.refused} == {
        "x.report": "不是报告",
        "gone.report": "读不了：",
    }


def test_agencies_that_have_not_reported(tmp_path: Path) -> None:
    year = max(r.year for r in REPORTS)
    late = REPORTS[0].agency
    write_reports(tmp_path / "in", [r for r in REPORTS if (r.agency, r.year) != (late, year)])
    outcome = run(tmp_path)
    assert outcome.year == year
    assert late in outcome.missing


def test_reading_again(place: Path) -> None:
    run(place)
    outcome = run(place, again=True)
    assert (len(outcome.changed), outcome.unchanged) == (12, [])
    assert stored(place / "c.sqlite")


def test_files_in_leaves_out_hidden_and_temporary(tmp_path: Path) -> None:
    for name in ("a.report", ".b.report", "~$c.report", "d.exe", "sub/e.report", ".git/f.report"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"")
    assert [p.name for p in files_in([tmp_path], SUFFIXES)] == ["a.report", "e.report"]
    assert [p.name for p in files_in([tmp_path / "d.exe"], SUFFIXES)] == ["d.exe"]
