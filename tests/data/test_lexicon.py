"""The loader of the word lists: every list of the package is sound, every fault names file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.analyse.terms import slips_of
from drafter.data.lexicon import CITATION_COLUMNS, TERM_COLUMNS, WORDING_COLUMNS, load_lexicons, read_lexicons
from drafter.data.resources import resource_dir
from drafter.model.problem import BadData
from drafter.rules.registry import all_rules

GOOD = {
    "code": "W201",
    "pattern": "政策解度",
    "right": "政策解读",
    "guard": "",
    "boundary": "",
    "years": "",
    "severity": "error",
    "fix": "safe",
    "reason": "音近误写",
    "basis": "词典",
    "bad": "做好⟦政策解度⟧工作。",
    "good": "做好政策解读工作。",
}


def _folder(path: Path, *rows: dict[str, str], columns: tuple[str, ...] = WORDING_COLUMNS) -> Path:
    lines = ["# 说明", "\t".join(columns), *("\t".join(row.get(c, "") for c in columns) for row in rows)]
    (path / "wording").mkdir(parents=True, exist_ok=True)
    (path / "wording" / "pairs.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def test_package_lists_are_sound() -> None:
    found = read_lexicons(resource_dir("lexicons"))
    assert found.rows
    assert found.terms
    assert found.citations
    assert found.laws
    assert found.single


def test_every_code_has_its_rule() -> None:
    rules = {rule.code for rule in all_rules()}
    assert {row.code for row in load_lexicons().rows} <= rules


def test_no_slip_of_a_term_is_part_of_a_term() -> None:
    terms = load_lexicons().terms
    right = "\n".join(term.text for term in terms)
    assert [s for s in slips_of(terms) if not s.cut and s.wrong in right] == []


def test_reads_a_row(tmp_path: Path) -> None:
    (row,) = read_lexicons(_folder(tmp_path, GOOD | {"years": "2021-2023", "pattern": "政策解度｜政策解毒"})).rows
    assert row.patterns == ("政策解度", "政策解毒")
    assert (row.first_year, row.last_year, row.where) == (2021, 2023, "pairs.tsv:3")
    assert row.bounded_by_year


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"pattern": ""}, "pattern"),
        ({"pattern": "政策解度｜"}, "pattern"),
        ({"reason": ""}, "reason"),
        ({"basis": ""}, "basis"),
        ({"bad": ""}, "bad"),
        ({"good": ""}, "good"),
        ({"guard": "政策(解度"}, "正则"),
        ({"severity": "fatal"}, "severity"),
        ({"fix": "maybe"}, "fix"),
        ({"boundary": "left"}, "boundary"),
        ({"code": "W1"}, "code"),
        ({"years": "2021"}, "years"),
        ({"years": "-"}, "years"),
        ({"right": "政策解度"}, "right"),
    ],
)
def test_a_broken_row_names_file_and_line(tmp_path: Path, change: dict[str, str], says: str) -> None:
    other = GOOD | {"pattern": "正务公开", "right": "政务公开"}
    with pytest.raises(BadData) as error:
        read_lexicons(_folder(tmp_path, other, GOOD | change))
    assert error.value.where == "pairs.tsv:4"
    assert says in error.value.message


def test_a_row_that_stands_twice(tmp_path: Path) -> None:
    with pytest.raises(BadData, match=r"pairs\.tsv:4: 与 pairs\.tsv:3 重复"):
        read_lexicons(_folder(tmp_path, GOOD, GOOD))


@pytest.mark.parametrize(
    ("columns", "says"), [((*WORDING_COLUMNS, "note"), "note"), (WORDING_COLUMNS[:-1], "缺少列“good”")]
)
def test_a_wrong_header(tmp_path: Path, columns: tuple[str, ...], says: str) -> None:
    with pytest.raises(BadData, match=says) as error:
        read_lexicons(_folder(tmp_path, GOOD, columns=columns))
    assert error.value.where == "pairs.tsv:2"


def test_a_line_with_too_few_cells(tmp_path: Path) -> None:
    path = _folder(tmp_path, GOOD) / "wording" / "pairs.tsv"
    path.write_text(path.read_text(encoding="utf-8") + "W201\t正务公开\n", encoding="utf-8")
    with pytest.raises(BadData, match="应有 12 列，实有 2 列") as error:
        read_lexicons(tmp_path)
    assert error.value.where == "pairs.tsv:4"


@pytest.mark.parametrize(
    ("name", "columns", "line"),
    [
        ("terms/terms.tsv", TERM_COLUMNS, "公开\t\t常用"),
        ("terms/terms.tsv", TERM_COLUMNS, "政府 信息\t\t"),
        ("citations/numbers.tsv", CITATION_COLUMNS, "\t某通知\t\t现行\t原文"),
        ("citations/laws.tsv", ("title", "note", "basis"), "某法\t\t"),
    ],
)
def test_other_lists_name_file_and_line(tmp_path: Path, name: str, columns: tuple[str, ...], line: str) -> None:
    path = tmp_path / name
    path.parent.mkdir()
    path.write_text("\t".join(columns) + "\n" + line + "\n", encoding="utf-8")
    with pytest.raises(BadData) as error:
        read_lexicons(tmp_path)
    assert error.value.where == f"{path.name}:2"


def test_single_characters_stand_once(tmp_path: Path) -> None:
    (tmp_path / "terms").mkdir()
    (tmp_path / "terms" / "single.txt").write_text("# 说明\n公开公\n", encoding="utf-8")
    with pytest.raises(BadData, match="single"):
        read_lexicons(tmp_path)
