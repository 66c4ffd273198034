"""Lists of known findings: kept by content, pruned on demand."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.run import WRONG, drafter, report

QUICK = ("check", "--no-corpus", "--select", "W201,T")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in ("甲", "乙"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "报告.txt").write_text(report(sections={"problems": f"一是{WRONG}。"}), encoding="utf-8")
    drafter(*QUICK, "--write-baseline", "已知.json", "甲")
    return tmp_path


def test_known_findings_are_not_reported_again(folder: Path) -> None:
    assert drafter(*QUICK, "甲").status == 1
    run = drafter(*QUICK, "--baseline", "已知.json", "甲")
    assert run.status == 0
    assert "W201" not in run.out
    assert "已按要求不报 1 处" in run.out


def test_they_can_be_shown(folder: Path) -> None:
    assert "W201" in drafter(*QUICK, "--baseline", "已知.json", "--show-baselined", "甲").out


def test_files_of_one_name_are_told_apart(folder: Path) -> None:
    assert drafter(*QUICK, "--baseline", "已知.json", "乙").status == 1


def test_lines_above_may_come_and_go(folder: Path) -> None:
    file = folder / "甲" / "报告.txt"
    file.write_text(
        "\n\n" + file.read_text(encoding="utf-8").replace("一、总体情况", "\n一、总体情况"), encoding="utf-8"
    )
    assert drafter(*QUICK, "--baseline", "已知.json", "甲").status == 0


def test_a_second_finding_of_the_same_kind_is_new(folder: Path) -> None:
    file = folder / "甲" / "报告.txt"
    file.write_text(
        file.read_text(encoding="utf-8").replace(f"一是{WRONG}。", f"一是{WRONG}。二是{WRONG}。"), encoding="utf-8"
    )
    run = drafter(*QUICK, "--baseline", "已知.json", "--output-format", "json", "甲")
    [only] = json.loads(run.out)["files"]
    assert len(only["diagnostics"]) == 1
    assert [s["suppressed"]["by"] for s in only["suppressed"]] == ["baseline"]


def test_what_is_mended_is_said_and_pruned(folder: Path) -> None:
    drafter(*QUICK, "--write-baseline", "已知.json", "甲", "乙")
    (folder / "甲" / "报告.txt").write_text(report(), encoding="utf-8")
    before = Path("已知.json").read_bytes()
    told = drafter(*QUICK, "--baseline", "已知.json", "甲", "乙")
    assert "1 处问题已经改好" in told.err
    assert Path("已知.json").read_bytes() == before
    drafter(*QUICK, "--baseline", "已知.json", "--prune-baseline", "甲", "乙")
    assert list(json.loads(Path("已知.json").read_text(encoding="utf-8"))["files"]) == ["乙/报告.txt"]
    assert drafter(*QUICK, "--baseline", "已知.json", "甲", "乙").err == ""


def test_pruning_leaves_files_that_were_not_checked(folder: Path) -> None:
    drafter(*QUICK, "--write-baseline", "已知.json", "甲", "乙")
    drafter(*QUICK, "--baseline", "已知.json", "--prune-baseline", "甲")
    assert len(json.loads(Path("已知.json").read_text(encoding="utf-8"))["files"]) == 2


@pytest.mark.parametrize(
    "narrow", [("--select", "T"), ("--ignore", "W"), ("--select", "W204,W201", "--ignore", "W201")]
)
def test_what_was_not_looked_for_is_not_mended(narrow: tuple[str, ...], folder: Path) -> None:
    before = Path("已知.json").read_bytes()
    run = drafter("check", "--no-corpus", *narrow, "--baseline", "已知.json", "--prune-baseline", "甲")
    assert (run.status, run.err) == (0 if "T" in narrow else run.status, "")
    assert Path("已知.json").read_bytes() == before


def test_rules_that_could_not_run_mend_nothing(folder: Path) -> None:
    with_last_year = ("check", "--no-corpus", "--select", "Y101", "--previous", "去年.txt")
    Path("去年.txt").write_text(report(year=2023, cells={"requests.carried_out.total": "77"}), encoding="utf-8")
    drafter(*with_last_year, "--write-baseline", "已知.json", "甲")
    before = Path("已知.json").read_bytes()
    assert b"Y101" in before
    run = drafter("check", "--no-corpus", "--select", "Y101", "--baseline", "已知.json", "--prune-baseline", "甲")
    assert run.err == ""
    assert Path("已知.json").read_bytes() == before


def test_a_list_of_an_earlier_version_is_pruned_as_before(folder: Path) -> None:
    data = json.loads(Path("已知.json").read_text(encoding="utf-8"))
    del data["codes"]
    Path("已知.json").write_text(json.dumps(data), encoding="utf-8")
    (folder / "甲" / "报告.txt").write_text(report(), encoding="utf-8")
    drafter(*QUICK, "--baseline", "已知.json", "--prune-baseline", "甲")
    assert json.loads(Path("已知.json").read_text(encoding="utf-8"))["files"] == {}


@pytest.mark.parametrize(
    "content", ["", "[]", "{}", '{"version": 2, "files": {}}', '{"version": 1, "files": {"a": 3}}']
)
def test_something_else_is_refused(content: str, folder: Path) -> None:
    Path("别的.json").write_text(content, encoding="utf-8")
    assert drafter(*QUICK, "--baseline", "别的.json", "甲").status == 2
