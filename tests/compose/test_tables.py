"""Tables in and out: the blank form, spreadsheets, contradictions, sums left out."""

from __future__ import annotations

import csv
import io
import random
from decimal import Decimal

import pytest
from openpyxl import load_workbook

from drafter.compose.blank import blank_tables, formulas_of
from drafter.compose.layout import layout_of
from drafter.compose.tables import Filled, blank_cells, read_tables, take_tables
from drafter.compose.text import as_markdown, as_text
from drafter.compose.word import as_word
from drafter.data.form import form_for
from drafter.model.problem import UnreadableInput
from tests.support.make_drafts import draft
from tests.support.make_figures import figures

FORM = form_for(2025)


def take(data: bytes, name: str, *, blank_is_zero: bool = False) -> Filled:
    return take_tables(read_tables(data, name), FORM, blank_is_zero=blank_is_zero)


@pytest.mark.parametrize("seed", range(5))
def test_workbook_reads_back_without_being_calculated(seed: int) -> None:
    cells = figures(FORM, random.Random(seed), busy=1.0)
    filled = take(blank_tables(FORM, cells), "表.xlsx")
    assert filled == Filled(cells)


def test_blank_workbook_is_blank_not_zero() -> None:
    filled = take(blank_tables(FORM), "表.xlsx")
    assert filled.cells == blank_cells(FORM)
    assert not filled.contradictions
    assert len(filled.notes) == 3


def test_blank_is_zero_when_asked() -> None:
    filled = take(blank_tables(FORM), "表.xlsx", blank_is_zero=True)
    assert set(filled.cells.values()) == {Decimal(0)}
    assert not filled.notes


def test_sums_are_formulas_over_ranges() -> None:
    formulas = formulas_of(layout_of(FORM, "requests"), FORM)
    assert formulas["requests.new.total"] == "=SUM(D4:I4)"
    assert formulas["requests.total.natural"] == "=SUM(D6:D26)"
    assert set(formulas_of(layout_of(FORM, "review"), FORM).values()) == {"=SUM(A4:D4)", "=SUM(F4:I4)", "=SUM(K4:N4)"}


def test_cached_result_serves_for_formulas_beyond_sums() -> None:
    book = load_workbook(io.BytesIO(blank_tables(FORM, figures(FORM, random.Random(1)))))
    book["表二"]["B7"] = "=ROUND(3.2,0)"
    buffer = io.BytesIO()
    book.save(buffer)
    filled = take(buffer.getvalue(), "表.xlsx")
    assert filled.cells["disclosure.licences.decisions"] is None  # no program has worked it out


@pytest.mark.parametrize("name", ["表.txt", "表.md", "表.docx"])
def test_every_written_format_reads_back(name: str) -> None:
    for seed in range(4):
        found = draft("云溪县青石镇人民政府", seed, busy=1.0)
        data = as_word(found) if name.endswith("docx") else b""
        data = data or (as_markdown(found) if name.endswith("md") else as_text(found)).encode()
        assert take(data, name) == Filled(found.cells)


def test_csv_in_the_forms_layout() -> None:
    cells = figures(FORM, random.Random(2), busy=1.0)
    book = load_workbook(io.BytesIO(blank_tables(FORM, cells)))
    buffer = io.StringIO()
    writer = csv.writer(buffer)
    for sheet in book.worksheets:
        writer.writerows(["" if str(c or "").startswith("=") else c for c in row] for row in sheet.values)
    for encoding in ("utf-8-sig", "gb18030"):
        filled = take(buffer.getvalue().encode(encoding), "表.csv")
        assert filled.cells == cells
        assert len(filled.notes) == 2  # totals of tables three and four, worked out


def test_contradictions_name_both_sides() -> None:
    cells = figures(FORM, random.Random(2), busy=1.0)
    cells["requests.carried_in.natural"] = (cells["requests.carried_in.natural"] or 0) + Decimal(1)
    (said, *_) = take(blank_tables(FORM, cells), "表.xlsx").contradictions
    assert "本年新收" in said
    assert "两边应当相等" in said


@pytest.mark.parametrize(("value", "said"), [(-1, "负数"), (2.5, "整数"), ("/", "请填数字")])
def test_impossible_figures(value: object, said: str) -> None:
    book = load_workbook(io.BytesIO(blank_tables(FORM, figures(FORM, random.Random(3)))))
    book["表二"]["B7"] = value
    buffer = io.BytesIO()
    book.save(buffer)
    contradictions = take(buffer.getvalue(), "表.xlsx").contradictions
    assert any("行政许可" in c and said in c for c in contradictions)


def test_text_without_tables_is_refused() -> None:
    with pytest.raises(UnreadableInput, match="没有找到三张统计表"):
        take("今年工作总结。".encode(), "总结.txt")


def test_damaged_workbook_is_refused() -> None:
    with pytest.raises(UnreadableInput):
        take(blank_tables(FORM)[:2000], "表.xlsx")
