"""Marks are checked on load: known names, patterns that hold their own examples."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.data.marks import NAMES, claim_marks, load_marks
from drafter.model.problem import BadData

MARK = '[[mark]]\nname = "{}"\nreason = "r"\nexample = "{}"\npattern = "{}"\n'


def test_project_marks_load() -> None:
    assert set(claim_marks()) == NAMES


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (MARK.format("unknown", "甲", "甲"), "unknown"),
        (MARK.format("meant", "甲", "乙"), "例子"),
        (MARK.format("meant", "甲", "("), "正则"),
        (MARK.format("meant", "甲", "甲") * 2, "重复"),
        (MARK.format("meant", "甲", "甲"), "缺少"),
    ],
)
def test_bad_marks_are_named(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "marks.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(BadData, match=message):
        load_marks(path)
