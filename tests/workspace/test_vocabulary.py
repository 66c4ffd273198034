"""A word is added to the settings and nothing else moves."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from drafter.model.problem import Problem
from drafter.workspace.settings import load_settings
from drafter.workspace.vocabulary import accept_word, with_word


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", '[vocabulary]\naccept = ["和园"]\n'),
        ('select = ["W"]\n', 'select = ["W"]\n\n[vocabulary]\naccept = ["和园"]\n'),
        ("[vocabulary]\n", '[vocabulary]\naccept = ["和园"]\n'),
        ("[vocabulary]", '[vocabulary]\naccept = ["和园"]\n'),
        ("[vocabulary]\nreject = []\n", '[vocabulary]\naccept = ["和园"]\nreject = []\n'),
        ("[vocabulary]\naccept = []  # 无\n", '[vocabulary]\naccept = ["和园"]  # 无\n'),
    ],
)
def test_the_first_word(before: str, after: str) -> None:
    assert with_word(before, "和园") == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('[vocabulary]\naccept = ["甲"]\n', '[vocabulary]\naccept = ["甲", "和园"]\n'),
        ("[vocabulary]\naccept = ['甲',]\n[x]\n", "[vocabulary]\naccept = ['甲', \"和园\"]\n[x]\n"),
        (
            '[vocabulary]\naccept = [\n  "甲", # 小区]\n]\nreject = ["乙"]\n',
            '[vocabulary]\naccept = [\n  "甲", "和园" # 小区]\n]\nreject = ["乙"]\n',
        ),
    ],
)
def test_a_further_word(before: str, after: str) -> None:
    assert with_word(before, "和园", ("甲",)) == after
    assert tomllib.loads(after)["vocabulary"]["accept"] == ["甲", "和园"]


def test_words_of_an_extended_file_are_kept() -> None:
    assert '["甲", "和园"]' in with_word('extend = "a.toml"\n', "和园", ("甲",))


def test_what_cannot_be_placed_is_left_to_the_user() -> None:
    with pytest.raises(Problem, match="手工"):
        with_word('vocabulary = { accept = ["甲"] }\n', "和园", ("甲",))


@pytest.mark.parametrize("word", ['引"号', "反\\斜", "𠮷"])
def test_odd_words(tmp_path: Path, word: str) -> None:
    path = accept_word(word, tmp_path)
    assert load_settings(path).accept == (word,)
    before = path.read_bytes()
    assert accept_word(word, tmp_path) == path
    assert path.read_bytes() == before


def test_settings_in_pyproject(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text(
        '[project]\nname = "a"\n\n[tool.drafter]\nselect = ["W"]\n', encoding="utf-8"
    )
    path = accept_word("和园", tmp_path)
    assert path.name == "pyproject.toml"
    assert load_settings(path).accept == ("和园",)
    assert load_settings(path).select == ("W",)
