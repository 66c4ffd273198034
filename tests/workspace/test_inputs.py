"""Paths to inputs."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from drafter.model.problem import Problem, UnreadableInput
from drafter.workspace.inputs import Input, expand, read_file


def test_directories_are_walked(tmp_path: Path) -> None:
    for name in ("b.txt", "a.docx", "sub/c.html", ".hidden/d.txt", "~$a.docx", "e.xlsx", "旧稿/f.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("x", encoding="utf-8")
    found = [Path(i.name).relative_to(tmp_path).as_posix() for i in expand([str(tmp_path)], ["旧稿"])]
    assert found == ["a.docx", "b.txt", "sub/c.html"]


def test_named_paths_are_always_inputs() -> None:
    assert [i.name for i in expand(["nowhere.xyz"])] == ["nowhere.xyz"]
    assert [(i.name, i.path) for i in expand(["-"], stdin_name="草稿.md")] == [("草稿.md", None)]


def test_missing_and_empty(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput) as missing:
        read_file(tmp_path / "nowhere.txt")
    assert missing.value.kind == "missing"
    (tmp_path / "empty.txt").touch()
    with pytest.raises(UnreadableInput) as empty:
        read_file(tmp_path / "empty.txt")
    assert empty.value.kind == "empty"


def test_an_empty_path_is_not_the_folder_one_is_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "草稿.txt").write_text("x", encoding="utf-8")
    for paths in ([""], ["草稿.txt", ""]):
        with pytest.raises(Problem, match="空的"):
            list(expand(paths))
    assert [i.name for i in expand(["."])] == ["草稿.txt"]


def test_a_file_that_is_named_twice_is_read_once(tmp_path: Path) -> None:
    (tmp_path / "甲.txt").write_text("x", encoding="utf-8")
    (tmp_path / "乙.txt").symlink_to(tmp_path / "甲.txt")
    (tmp_path / "回来").symlink_to(tmp_path, target_is_directory=True)
    assert len(list(expand([str(tmp_path), str(tmp_path / "甲.txt"), "-", "-"]))) == 2


def test_a_folder_that_cannot_be_opened_is_not_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("关着/甲.txt", "开着/乙.txt"):
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_text("x", encoding="utf-8")
    opened = os.scandir

    def scandir(path: str = ".") -> object:
        if str(path).endswith("关着"):
            raise PermissionError(13, "Permission denied", str(path))
        return opened(path)

    monkeypatch.setattr(os, "scandir", scandir)
    found = list(expand([str(tmp_path)]))
    assert [Path(i.name).name for i in found] == ["关着", "乙.txt"]
    with pytest.raises(UnreadableInput, match="没有权限"):
        found[0].read()
    assert [Path(i.name).name for i in expand([str(tmp_path)], ["关着"])] == ["乙.txt"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_pipes_and_long_names_are_told_for_what_they_are(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "管道.txt")
    for path, words in ((tmp_path / "管道.txt", "标准输入"), (tmp_path / ("长" * 200), "太长"), (tmp_path, "文件夹")):
        [item] = [Input(str(path), path)] if path == tmp_path else expand([str(path)])
        with pytest.raises(UnreadableInput, match=words):
            item.read()
