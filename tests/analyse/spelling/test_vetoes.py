from pathlib import Path

import pytest

from drafter.analyse.spelling.settings import SETTINGS
from drafter.analyse.spelling.vetoes import cut_words, least_in_right, protected
from drafter.data.spelling.lists import Lists, load_lists

LISTS = Lists(frozenset(), frozenset("张李"), ("局长", "主任"), ("镇", "村"), frozenset("赣"), ("村", "社区"))


def closed(text: str, *words: str) -> list[str]:
    return [text[start:end] for start, end in protected(text, words, LISTS).closed]


def strict(text: str) -> list[str]:
    return [text[start:end] for start, end in protected(text, (), LISTS).strict]


def test_given_words_are_closed_wherever_they_stand() -> None:
    assert closed("到苔岭，苔岭人", "苔岭") == ["苔岭", "苔岭"]


@pytest.mark.parametrize("text", ["张小禾局长", "张禾 局长", "由，李禾主任"])
def test_persons_before_their_office_are_closed(text: str) -> None:
    assert len(closed(text)) == 1


def test_an_office_without_a_person() -> None:
    assert closed("县局局长出席会议") == []


def test_titles_and_places_are_strict() -> None:
    assert strict("依《青杉办法》，竹溪县苔岭镇，桥头村") == ["《青杉办法》", "苔岭", "桥头"]


def test_short_names_of_provinces_are_strict() -> None:
    assert strict("通赣大道") == ["赣"]


def test_counts_in_characters_are_strict() -> None:
    assert strict("去年两件，今年收到十六件") == ["两件", "十六件"]


def test_only_the_nearly_certain_passes_where_it_is_strict() -> None:
    guard = protected("甲《乙》丙丁", ["丁"], LISTS)
    assert guard.least(2, 3) == SETTINGS.certain
    assert guard.least(4, 5) == 0
    assert guard.least(5, 6) > 1


def test_places_in_the_agency_name_are_closed_by_themselves() -> None:
    assert closed("竹溪县苔岭镇政府在苔岭、竹溪两地", "竹溪县苔岭镇人民政府") == ["竹溪", "苔岭", "苔岭", "竹溪"]


def test_members_of_a_counted_list_are_strict() -> None:
    assert strict("苔头、桥底、下坪等23个村，办事方便、快捷") == ["苔头、桥底、下坪"]


@pytest.mark.parametrize(
    ("char", "rare"), [("岙", True), ("埭", True), ("县", False), ("𠮷", True), ("，", False), ("A", False)]
)
def test_rare_characters_ask_for_more(char: str, rare: bool) -> None:
    guard = protected(f"在{char}里", (), LISTS)
    assert (guard.least(1, 2) > SETTINGS.certain) is rare


def test_a_replacement_may_not_join_halves_of_words() -> None:
    tokens = [("科技", 0), ("懂", 2)]
    assert cut_words(tokens, 1, 3) == ["科技"]
    assert cut_words(tokens, 0, 2) == []
    assert cut_words(tokens, 0, 3) == []


@pytest.mark.parametrize(
    ("at", "least"),
    [(1, SETTINGS.listed), (2, SETTINGS.listed), (0, 0), (3, 0), (5, 2.0), (7, 2.0)],
)
def test_a_change_in_a_right_word_asks_for_more(at: int, least: float) -> None:
    right = {"警营", "巡护员"}
    assert least_in_right("到警营和巡护员", at, at + 1, right, lambda *_: False) == least


def test_a_whole_right_word_is_never_changed() -> None:
    assert least_in_right("到警营里", 1, 3, {"警营"}, lambda *_: True) > 1


def test_a_change_that_reaches_into_a_right_word() -> None:
    assert least_in_right("到警营里", 0, 2, {"警营"}, lambda *_: False) == SETTINGS.listed


def test_two_characters_that_cut_a_word_are_no_right_word() -> None:
    assert least_in_right("列入托欠", 2, 3, {"入托"}, lambda start, end: (start, end) == (1, 3)) == 0


def test_shipped_lists_load() -> None:
    lists = load_lists(Path(__file__).resolve().parents[3] / "lexicons" / "spelling")
    assert ("和", "或") in lists.never
    assert ("或", "和") in lists.never
    assert lists.surnames
    assert lists.titles


@pytest.mark.parametrize(
    ("rows", "where"),
    [("first\tsecond\treason\n和\t和\tx\n", ":2:"), ("a\tb\n", ":1:"), ("first\tsecond\treason\n和\n", ":2:")],
)
def test_a_broken_row_names_its_line(tmp_path: Path, rows: str, where: str) -> None:
    (tmp_path / "never.tsv").write_text(rows, encoding="utf-8")
    (tmp_path / "names.tsv").write_text("kind\twords\n", encoding="utf-8")
    with pytest.raises(ValueError, match=f"never.tsv{where}"):
        load_lists(tmp_path)
