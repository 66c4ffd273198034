"""The words of the claim grammar are checked on load, and errors name file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.data.claims import claim_patterns, claim_terms, load_patterns, load_terms
from drafter.model.problem import BadData

GROUP = (
    '[[group]]\ntag = "ROW"\ndomain = "requests"\nvalue = "granted"\nreason = "r"\nexample = "e"\nwords = "予以公开"\n'
)


def write(folder: Path, text: str) -> Path:
    path = folder / "terms.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_project_words_load() -> None:
    terms = claim_terms()
    assert len(terms.words) == len(terms.senses) == len(set(terms.words))
    assert terms.whole <= set(terms.words)
    assert {p.name for p in claim_patterns()} == {"quantity", "bare", "percent", "rate", "share", "change"}


def test_one_word_may_have_two_senses(tmp_path: Path) -> None:
    other = GROUP.replace("requests", "review").replace("ROW", "RES")
    (senses,) = load_terms(write(tmp_path, GROUP + other)).senses
    assert [(s.tag, s.domain) for s in senses] == [("ROW", "requests"), ("RES", "review")]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (GROUP + GROUP, r"terms.toml:8.*予以公开"),
        (GROUP.replace("予以公开", "予以公开 予以公开"), r"terms.toml:1.*重复"),
        ("\n" + GROUP.replace('reason = "r"\n', ""), r"terms.toml:2"),
        ("[[group", "terms.toml"),
    ],
)
def test_bad_groups_are_named(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(BadData, match=message):
        load_terms(write(tmp_path, text))


def test_bad_patterns_are_named(tmp_path: Path) -> None:
    path = write(tmp_path, '\n[[pattern]]\nname = "quantity"\n')
    with pytest.raises(BadData, match=r"terms.toml:2"):
        load_patterns(path)
