from pathlib import Path

import pytest

from drafter.data.spelling.lists import load_phrases, load_right, load_words

FOLDER = Path(__file__).resolve().parents[3] / "lexicons" / "spelling"


def test_phrases_are_every_combination(tmp_path: Path) -> None:
    (tmp_path / "p").write_text("kind\twords\nbefore\t经 由\nself\t镇\nafter\t党委 办公室\n", encoding="utf-8")
    assert load_phrases(tmp_path / "p") == ("经我镇党委", "经我镇办公室", "由我镇党委", "由我镇办公室")


def test_words_have_frequencies(tmp_path: Path) -> None:
    (tmp_path / "w").write_text("word\tfrequency\n居务\t80\n", encoding="utf-8")
    assert load_words(tmp_path / "w") == {"居务": 80}


@pytest.mark.parametrize("row", ["居务\tmany", "\t3", "五个汉字词\t3", "居务"])
def test_a_broken_word_names_its_line(tmp_path: Path, row: str) -> None:
    (tmp_path / "w").write_text(f"word\tfrequency\n{row}\n", encoding="utf-8")
    with pytest.raises(ValueError, match="w:2:"):
        load_words(tmp_path / "w")


def test_a_kind_nobody_knows_names_its_line(tmp_path: Path) -> None:
    (tmp_path / "p").write_text("kind\twords\nnext\tx\n", encoding="utf-8")
    with pytest.raises(ValueError, match="p:2:"):
        load_phrases(tmp_path / "p")


def test_shipped_words_and_phrases_load() -> None:
    assert load_words(FOLDER / "words.tsv")["我局"] > 0
    assert "经我镇党委" in load_phrases(FOLDER / "phrases.tsv")


def test_right_words_of_all_fields_are_one_set(tmp_path: Path) -> None:
    (tmp_path / "r").write_text("field\twords\n渔业\t禁渔 渔排\n公安\t警营\n", encoding="utf-8")
    assert load_right(tmp_path / "r") == {"禁渔", "渔排", "警营"}
    assert load_right(tmp_path / "none") == frozenset()


@pytest.mark.parametrize(
    "row", ["公安\t警", "公安\t警营 一二三四五六七八九", "公安\tAB", "公安\t渔排", "公安", "\t警营"]
)
def test_a_broken_right_word_names_its_line(tmp_path: Path, row: str) -> None:
    (tmp_path / "r").write_text(f"field\twords\n渔业\t渔排\n{row}\n", encoding="utf-8")
    with pytest.raises(ValueError, match="r:3:"):
        load_right(tmp_path / "r")


def test_shipped_right_words_load() -> None:
    assert {"警营", "警民", "终审", "渔排"} <= load_right(FOLDER / "right.tsv")
