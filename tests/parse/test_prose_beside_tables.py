"""Prose with figures of its own right behind or before a table is no part of the table, in every layout."""

from __future__ import annotations

from decimal import Decimal

import pytest

from drafter.data.form import load_forms
from drafter.model.report import Report
from drafter.parse.report import parse_report
from drafter.read.html import read_html
from tests.parse.layouts import HEADS, PLAIN, Layout, any_figures, balanced_figures, glued, gridded, parts, spaced
from tests.parse.reading import read
from tests.support.make_html import page, para

PROSE = (
    "2024年，全镇因政府信息公开被申请行政复议3件，其中维持2件，占66.7%；被提起行政诉讼1件，尚未审结。",
    "1件行政复议案件系申请人对答复不服提出，后经沟通自行撤回，复议机关终止审理。另有2件维持。",
    "被申请行政复议8件，维持5件，其他结果2件，尚未审结1件。",
    "行政复议2件，均维持；无诉讼。",
    "（一）行政复议案件3件，结果维持2件，结果纠正1件。（二）行政诉讼案件1件，尚未审结。",
    "**复议和诉讼：** 全年收到复议申请2件，比上年减少1件；诉讼0件。",
    "３件行政复议中，２件维持，１件以申请人撤回申请的方式结案。",
)


def values(report: Report) -> dict[str, Decimal]:
    return {a: v for t in report.tables for a, v in t.values().items()}


def with_prose(cells: dict[str, str], layout: Layout, prose: str, joint: str = "\n") -> list[str]:
    """The parts of a report with prose behind each table."""
    made = parts(cells, layout)
    heads = [i for i, part in enumerate(made) if part in HEADS.values()]
    for at in reversed(heads):
        if made[at] in (HEADS["requests"], HEADS["review"], HEADS["problems"]):
            made[at - 1] += joint + prose
    return made


@pytest.mark.parametrize("prose", PROSE)
@pytest.mark.parametrize("layout", PLAIN, ids=lambda f: f.__name__)
def test_behind_separated_figures(layout: Layout, prose: str) -> None:
    cells = any_figures(len(prose))
    report = read("\n".join(with_prose(cells, layout, prose)))
    assert values(report) == {a: Decimal(v) for a, v in cells.items()}
    assert not any(t.problems for t in report.tables)


@pytest.mark.parametrize("prose", PROSE)
def test_behind_real_tables(prose: str) -> None:
    cells = any_figures(len(prose))
    made = []
    for part in with_prose(cells, gridded, prose, "\0"):
        made += part.split("\0")
    html = "".join(p if p.startswith("<table") else para(p) for p in made)
    report = parse_report(read_html(page(html), "页.html"), load_forms())
    assert values(report) == {a: Decimal(v) for a, v in cells.items()}


@pytest.mark.parametrize("prose", PROSE[:2])
@pytest.mark.parametrize("layout", [spaced, glued], ids=lambda f: f.__name__)
def test_on_the_same_line(layout: Layout, prose: str) -> None:
    cells = balanced_figures(11)
    joint = " " if layout is spaced else "\n"
    report = read("\n".join(with_prose(cells, layout, prose, joint)))
    right = {a: Decimal(v) for a, v in cells.items()}
    got = values(report)
    assert not {a for a, v in got.items() if v != right[a]}
    if layout is spaced:
        assert got == right


def test_a_note_inside_a_cell_ends_nothing() -> None:
    cells = any_figures(3) | {"disclosure.normative.made": "5"}
    for layout in PLAIN[:4]:
        made = parts(cells | {"disclosure.normative.made": "5，其中修订2件"}, layout)
        assert values(read("\n".join(made))) == {a: Decimal(v) for a, v in cells.items()}


BEFORE = {
    "requests": "全年收到申请3件，其中自然人2件、商业企业1件，其他情况没有，总计3件。",
    "review": "2024年，青石镇未发生与政府信息公开有关的行政复议和行政诉讼案件，无尚未审结的案件。",
}


@pytest.mark.parametrize("kind", BEFORE)
@pytest.mark.parametrize("layout", [*PLAIN, glued], ids=lambda f: f.__name__)
def test_before_a_table(layout: Layout, kind: str) -> None:
    cells = balanced_figures(4)
    made = parts(cells, layout)
    made[made.index(HEADS[kind])] += "\n" + BEFORE[kind]
    text = "\n".join(made)
    report = read(text)
    right = {a: Decimal(v) for a, v in cells.items()}
    assert not {a for a, v in values(report).items() if v != right[a]}
    table = report.table(kind)
    assert table is not None
    assert table.span.start >= text.index(BEFORE[kind]) + len(BEFORE[kind])
