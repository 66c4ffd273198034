"""Paths to inputs."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.model.problem import UnreadableInput
from drafter.workspace.inputs import expand, read_file


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
