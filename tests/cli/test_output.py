"""Where results go: no draft is written over, and what cannot be written is said before or instead."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from tests.cli.run import drafter, wrong_report
from tests.support.make_docx import package, para
from tests.support.make_docx import run as words_run

QUICK = ("check", "--no-corpus", "--select", "T,X")


@pytest.fixture
def draft(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    file = tmp_path / "草稿.txt"
    file.write_text(wrong_report(), encoding="utf-8")
    return file


@pytest.mark.parametrize("option", ["-o", "--write-baseline"])
@pytest.mark.parametrize("target", ["草稿.txt", "./草稿.txt", "链接.txt", "去年.txt"])
def test_a_draft_is_never_written_over(option: str, target: str, draft: Path) -> None:
    (draft.parent / "链接.txt").symlink_to(draft)
    (draft.parent / "去年.txt").write_bytes(draft.read_bytes())
    before = draft.read_bytes()
    run = drafter(*QUICK, "--previous", "去年.txt", option, target, draft)
    assert (run.status, run.out) == (2, "")
    assert "盖掉" in run.err
    assert draft.read_bytes() == before
    assert (draft.parent / "去年.txt").read_bytes() == before


@pytest.mark.parametrize("target", ["报送/甲.txt", "名单.txt"])
def test_an_audit_writes_over_no_report(target: str, draft: Path) -> None:
    (draft.parent / "报送").mkdir()
    (draft.parent / "报送" / "甲.txt").write_bytes(draft.read_bytes())
    (draft.parent / "名单.txt").write_text("云溪县教育局\n", encoding="utf-8")
    before = (draft.parent / target).read_bytes()
    run = drafter("audit", "报送", "--no-corpus", "--select", "T", "--expected", "名单.txt", "-o", target)
    assert run.status == 2
    assert (draft.parent / target).read_bytes() == before


def test_a_failed_write_leaves_the_old_result(draft: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = draft.parent / "结果.txt"
    target.write_text("上次的结果", encoding="utf-8")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    run = drafter(*QUICK, "-o", target, draft)
    assert run.status == 2
    assert "磁盘满了" in run.err
    assert target.read_text(encoding="utf-8") == "上次的结果"
    assert [p.name for p in draft.parent.iterdir() if p.name.startswith(".drafter-")] == []


def test_results_go_to_devices_too(draft: Path) -> None:
    assert drafter(*QUICK, "-o", "/dev/null", draft).status == 1
    assert drafter(*QUICK, "-o", ".", draft).status == 2


def test_others_may_read_a_new_result(draft: Path) -> None:
    mask = os.umask(0o022)
    try:
        drafter(*QUICK, "-o", "结果.txt", "--write-baseline", "已知.json", draft)
    finally:
        os.umask(mask)
    for name in ("结果.txt", "已知.json"):
        assert stat.S_IMODE((draft.parent / name).stat().st_mode) == 0o644


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("check", "--output-format", "docx", "稿.docx"), "-o"),
        (("check", "--output-format", "docx", "-o", "批注.docx", "稿.docx", "草稿.txt"), "一个文件"),
        (("audit", ".", "--output-format", "xlsx"), "-o"),
    ],
)
def test_an_output_that_cannot_be_is_refused_before_the_checking(
    arguments: tuple[str, ...], words: str, draft: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (draft.parent / "稿.docx").write_bytes(package(para(words_run("一、总体情况"))))
    monkeypatch.setattr("drafter.workspace.session.check_input", None)
    run = drafter(*arguments)
    assert run.status == 2
    assert words in run.err


def test_a_word_file_that_cannot_be_read_is_status_3(draft: Path) -> None:
    (draft.parent / "坏.docx").write_bytes(b"PK\x03\x04" + b"\x00" * 40)
    for name in ("坏.docx", "没有.docx"):
        run = drafter(*QUICK, "--output-format", "docx", "-o", "批注.docx", name)
        assert run.status == 3
        assert name in run.err
        assert not (draft.parent / "批注.docx").exists()


def test_the_system_is_quoted_in_chinese(draft: Path) -> None:
    for arguments in (
        (*QUICK, "-o", "没有/结果.txt", draft),
        (*QUICK, "--baseline", "没有.json", draft),
        ("corpus", "--corpus", "库.sqlite", "refresh", "没有.txt"),
    ):
        run = drafter(*arguments)
        assert "没有这个文件或文件夹" in run.err
        assert "No such file" not in run.err


def test_a_folder_in_place_of_a_file_is_called_one(draft: Path) -> None:
    assert "文件夹" in drafter("suggest", draft.parent).err
    assert "文件夹" in drafter(*QUICK, "--previous", ".", draft).err
