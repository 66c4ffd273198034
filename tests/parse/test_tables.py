"""Tables in every layout give the same cells, or say that they could not be read; never a wrong figure."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.data.form import load_forms
from drafter.data.sample import compose
from drafter.model.report import Report
from drafter.parse.report import parse_report
from drafter.read.html import read_html
from tests.parse.layouts import (
    PLAIN,
    Layout,
    any_figures,
    balanced_figures,
    disclosure_rows,
    glued,
    gridded,
    half_glued,
    packed,
    parts,
    stacked,
    tabbed,
)  # fmt: skip
from tests.parse.reading import read
from tests.support.make_html import page, para

seeds = st.integers(0, 2**32)


def values(report: Report) -> dict[str, Decimal]:
    return {a: v for t in report.tables for a, v in t.values().items()}


def expected(cells: dict[str, str]) -> dict[str, Decimal]:
    return {a: Decimal(v) for a, v in cells.items()}


@pytest.mark.parametrize("layout", PLAIN, ids=lambda f: f.__name__)
@settings(max_examples=12, deadline=None)
@given(seeds)
def test_separated_figures_are_all_read(layout: Layout, seed: int) -> None:
    cells = any_figures(seed)
    report = read("\n".join(parts(cells, layout)))
    assert values(report) == expected(cells)
    assert not any(t.problems or t.missing_rows or t.missing_columns for t in report.tables)
    assert all(label.exact for t in report.tables for label in t.labels)


@settings(max_examples=12, deadline=None)
@given(seeds)
def test_real_tables_of_a_web_page(seed: int) -> None:
    cells = any_figures(seed)
    html = "".join(p if p.startswith("<table") else para(p) for p in parts(cells, gridded))
    report = parse_report(read_html(page(html), "页.html"), load_forms())
    assert values(report) == expected(cells)


@pytest.mark.parametrize("layout", [glued, half_glued], ids=lambda f: f.__name__)
@pytest.mark.parametrize("joint", ["", "\n"], ids=["one line", "lines"])
@settings(max_examples=40, deadline=None)
@given(seeds)
def test_glued_figures_are_right_or_unread(layout: Layout, joint: str, seed: int) -> None:
    cells = balanced_figures(seed)
    text = joint.join(parts(cells, layout))
    report = read(text)
    right = expected(cells)
    wrong = {a: (v, right[a]) for a, v in values(report).items() if v != right[a]}
    assert not wrong
    unread = [c for t in report.tables for c in t.cells if c.state == "unread"]
    assert bool(unread) == any(t.problems for t in report.tables)


@settings(max_examples=20, deadline=None)
@given(seeds)
def test_most_glued_figures_of_table_three_are_read(seed: int) -> None:
    cells = balanced_figures(seed)
    table = read("".join(parts(cells, glued))).table("requests")
    assert table is not None
    assert sum(c.state == "number" for c in table.cells) > 0.9 * len(table.cells)


@pytest.mark.parametrize("layout", [tabbed, stacked, glued], ids=lambda f: f.__name__)
def test_spans_hold_the_figures(layout: Layout) -> None:
    cells = balanced_figures(7)
    text = "\n".join(parts(cells, layout))
    for table in read(text).tables:
        for cell in table.cells:
            if cell.state == "number":
                assert Decimal(cell.span.of(text)) == cell.value


@pytest.mark.parametrize(
    ("written", "value", "state", "note"),
    [
        ("1,234", 1234, "number", ""),
        ("１２", 12, "number", ""),
        ("22（其中修订16件）", 22, "number", "（其中修订16件）"),
        ("5件", 5, "number", "件"),
        ("2.02", Decimal("2.02"), "number", ""),
        ("251000元", 251000, "number", "元"),
        ("-", None, "mark", ""),
        ("/", None, "mark", ""),
        ("—", None, "mark", ""),
        ("无", None, "mark", ""),
    ],
)
def test_contents_of_a_cell(written: str, value: int | None, state: str, note: str) -> None:
    cell = read(compose(cells={"disclosure.licences.decisions": written})).cell("disclosure.licences.decisions")
    assert cell is not None
    assert (cell.value, cell.state, cell.note) == (value, state, note)


def test_a_blank_cell_is_blank_and_no_zero() -> None:
    cells = balanced_figures(3) | {"requests.refused.law.business": "", "disclosure.normative.made": ""}
    report = read("\n".join(parts(cells, tabbed)))
    for address in ("requests.refused.law.business", "disclosure.normative.made"):
        cell = report.cell(address)
        assert cell is not None
        assert (cell.state, cell.value) == ("blank", None)


def test_a_group_above_its_rows_is_a_head_even_where_it_has_cells() -> None:
    text = compose(cells={"requests.refused.law.business": "1"})
    blank = text.replace("（三）不予公开\n", "（三）不予公开\t\t\t\t\t\t\t\n")
    assert blank != text
    assert values(read(blank)) == values(read(text))
    assert read(blank).cell("requests.refused.total") is None


def test_a_blank_line_and_a_row_at_the_margin_inside_a_table() -> None:
    cells = balanced_figures(5)
    text = "\n".join(parts(cells, tabbed))
    text = text.replace("\n行政强制", "\n\n行政强制").replace("\t\t3.其他\t", "3.其他\t\t\t")
    assert values(read(text)) == expected(cells)


def test_a_missing_row_is_named_and_the_others_are_read() -> None:
    cells = balanced_figures(5)
    rows = [r for r in disclosure_rows(cells) if r[0] != "规章"]
    text = "\n".join(parts(cells, packed)).replace(packed(disclosure_rows(cells)), packed(rows))
    table = read(text).table("disclosure")
    assert table is not None
    assert table.missing_rows == ("regulations",)
    assert table.values() == {
        a: v for a, v in expected(cells).items() if a.startswith("disclosure.") and "regulations" not in a
    }


def test_heads_of_table_four_may_all_stand_in_the_last_row() -> None:
    heads = "结果维持\t结果纠正\t其他结果\t尚未审结\t总计"
    printed = compose(cells={"review.litigation_after.upheld": "3", "review.litigation_after.total": "3"})
    start, end = printed.index("行政复议\t\t"), printed.rindex(heads) + len(heads)
    merged = "行政复议\t\t\t\t\t行政诉讼\n\t\t\t\t\t未经复议直接起诉\t\t\t\t\t复议后起诉\n" + "\t".join([heads] * 3)
    report = read(printed[:start] + merged + printed[end:])
    table = report.table("review")
    assert table is not None
    assert (table.missing_rows, table.missing_columns) == ((), ())
    assert values(report)["review.litigation_after.upheld"] == 3


def test_misspelt_labels_find_their_cells() -> None:
    cells = balanced_figures(5)
    text = "\n".join(parts(cells, tabbed)).replace("本年废止件数", "本年度止件数").replace("补正后", "补证后")
    report = read(text)
    assert values(report) == expected(cells)
    odd = [label for t in report.tables for label in t.labels if not label.exact]
    assert [(label.key, label.span.of(text)) for label in odd] == [
        ("repealed", "本年度止件数"),
        ("unavailable.unclear", "补证后申请内容仍不明确"),
    ]


def test_figures_behind_the_tables_belong_to_the_prose() -> None:
    cells = balanced_figures(9)
    text = "\n".join(parts(cells, stacked)).replace("更新偏慢", "2024年有3个栏目更新偏慢")
    assert values(read(text)) == expected(cells)
