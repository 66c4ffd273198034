"""drafter fix: in place, on standard input, as a diff."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from tests.cli.run import WRONG, drafter, report, wrong_report

PLAIN = ("fix", "--plain", "--select", "W2,X")
TEXT = f"全年开会 2 次，{WRONG}，𠮷祥社区同步推进。\n第二段。\n"
FIXED = TEXT.replace("落时", "落实")


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    file = tmp_path / "草稿.txt"
    file.write_bytes(TEXT.encode("gb18030"))
    return file


def test_a_file_is_fixed_in_place(draft: Path) -> None:
    run = drafter(*PLAIN, draft)
    assert run.status == 0
    assert draft.read_bytes() == FIXED.encode("gb18030")
    assert "改了 1 处（W201 1 处）" in run.err
    assert list(draft.parent.iterdir()) == [draft]


def test_a_second_run_writes_nothing(draft: Path) -> None:
    drafter(*PLAIN, draft)
    before = draft.stat().st_mtime_ns
    assert drafter(*PLAIN, draft).status == 0
    assert draft.stat().st_mtime_ns == before


def test_permissions_and_links_stay(draft: Path) -> None:
    draft.chmod(0o640)
    link = draft.with_name("链接.txt")
    link.symlink_to(draft)
    drafter(*PLAIN, link)
    assert link.is_symlink()
    assert draft.read_bytes() == FIXED.encode("gb18030")
    assert stat.S_IMODE(draft.stat().st_mode) == 0o640


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_standard_input_comes_out_fixed(encoding: str) -> None:
    run = drafter(*PLAIN, "-", stdin=TEXT.replace("\n", "\r\n").encode(encoding))
    assert run.bytes_out == FIXED.replace("\n", "\r\n").encode(encoding)
    assert run.status == 0
    assert "没有发现问题" in run.err


def test_what_is_left_goes_to_standard_error() -> None:
    run = drafter("fix", "-", "--no-corpus", "--select", "T", stdin=wrong_report())
    assert run.status == 1
    assert run.out == wrong_report()
    assert "T303" in run.err


def test_input_that_cannot_be_read_comes_out_as_it_was() -> None:
    run = drafter("fix", "-", stdin="今天天气很好。")
    assert run.status == 3
    assert run.out == "今天天气很好。"
    assert "不像政府信息公开工作年度报告" in run.err


def test_a_diff_changes_nothing(draft: Path) -> None:
    run = drafter(*PLAIN, "--diff", draft)
    assert run.status == 1
    assert draft.read_bytes() == TEXT.encode("gb18030")
    lines = run.out.splitlines()
    assert f"-{TEXT.splitlines()[0]}" in lines
    assert f"+{FIXED.splitlines()[0]}" in lines


def test_a_diff_of_nothing_is_nothing(draft: Path) -> None:
    draft.write_text("全年开会两次。\n", encoding="utf-8")
    run = drafter(*PLAIN, "--diff", draft)
    assert (run.status, run.out) == (0, "")


def test_show_fixes_names_each(draft: Path) -> None:
    err = drafter(*PLAIN, "--show-fixes", draft).err
    assert "W201 “贯彻落时”：改为“贯彻落实”" in err


def test_unsafe_fixes_only_when_asked_for(draft: Path) -> None:
    text = "【drafter:忽略 W203 原因：没有用了】\n全年开会两次。\n"
    draft.write_text(text, encoding="utf-8")
    drafter(*PLAIN, draft)
    assert draft.read_text(encoding="utf-8") == text
    drafter(*PLAIN, "--unsafe-fixes", draft)
    assert draft.read_text(encoding="utf-8") == "全年开会两次。\n"


def test_a_silenced_finding_is_not_fixed(draft: Path) -> None:
    text = f"【drafter:忽略 W201 原因：引文】\n{WRONG}。\n"
    draft.write_text(text, encoding="utf-8")
    assert drafter(*PLAIN, draft).status == 0
    assert draft.read_text(encoding="utf-8") == text


def test_a_folder_is_fixed_file_by_file(tmp_path: Path) -> None:
    for name in ("一.txt", "二.md"):
        (tmp_path / name).write_text(TEXT, encoding="utf-8")
    (tmp_path / "空.txt").write_bytes(b"")
    assert drafter(*PLAIN, tmp_path).status == 3
    assert (tmp_path / "一.txt").read_text(encoding="utf-8") == FIXED
    assert (tmp_path / "二.md").read_text(encoding="utf-8") == FIXED


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written(draft: Path) -> None:
    draft.parent.chmod(0o555)
    try:
        run = drafter(*PLAIN, draft)
    finally:
        draft.parent.chmod(0o755)
    assert run.status == 3
    assert "写不进去" in run.out


def test_arguments_are_needed() -> None:
    assert drafter("fix").status == 2


def test_a_correct_report_stays(tmp_path: Path) -> None:
    file = tmp_path / "好.txt"
    file.write_text(report(), encoding="utf-8")
    assert drafter("fix", "--no-corpus", "--select", "T,F1,W2", "--unsafe-fixes", file).status == 0
    assert file.read_text(encoding="utf-8") == report()


def test_a_variable_without_a_value_mends_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "草稿.txt").write_text(report(sections={"problems": f"一是{WRONG}。"}), encoding="utf-8")
    before = (tmp_path / "草稿.txt").read_bytes()
    run = drafter("fix", "--no-corpus", "--select", "W201", "")
    assert run.status == 2
    assert "空的" in run.err
    assert (tmp_path / "草稿.txt").read_bytes() == before
