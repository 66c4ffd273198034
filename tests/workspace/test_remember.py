"""Answers go into drafter.toml; what stands there stays."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from drafter.model.problem import Problem
from drafter.workspace.atomic import write_new
from drafter.workspace.remember import remember


def test_new_file(tmp_path: Path) -> None:
    target = tmp_path / "drafter.toml"
    remember(target, {"agency": '云溪县"青石"镇\\', "previous": "去年.docx"})
    assert tomllib.loads(target.read_text(encoding="utf-8")) == {"agency": '云溪县"青石"镇\\', "previous": "去年.docx"}


def test_rest_of_the_file_is_kept(tmp_path: Path) -> None:
    target = tmp_path / "drafter.toml"
    target.write_text(
        '# 备注\nagency = "旧" # 改过\nselect = ["T"]\n[vocabulary]\naccept = ["agency"]\n', encoding="utf-8"
    )
    remember(target, {"agency": "新", "previous": "去年.docx"})
    text = target.read_text(encoding="utf-8")
    assert text.startswith("# 备注\n")
    assert tomllib.loads(text) == {
        "agency": "新",
        "select": ["T"],
        "previous": "去年.docx",
        "vocabulary": {"accept": ["agency"]},
    }


def test_existing_file_is_not_replaced_unasked(tmp_path: Path) -> None:
    target = tmp_path / "a.txt"
    write_new(target, b"1")
    with pytest.raises(Problem, match="--force"):
        write_new(target, b"2")
    assert target.read_bytes() == b"1"
    write_new(target, b"2", force=True)
    assert target.read_bytes() == b"2"


def test_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(Problem, match="写不进去"):
        write_new(tmp_path / "无" / "a.txt", b"1")
