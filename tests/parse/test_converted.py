"""Tables that a converter wrote into a text are read to the last figure."""

from __future__ import annotations

from decimal import Decimal

import pytest

from drafter.parse.markup import unmarked
from tests.parse.converted import CONVERTED
from tests.parse.layouts import Layout, any_figures, parts
from tests.parse.reading import read


@pytest.mark.parametrize("layout", CONVERTED, ids=lambda f: f.__name__)
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_all_figures_are_read(layout: Layout, seed: int) -> None:
    cells = any_figures(seed)
    report = read("\n".join(parts(cells, layout)))
    assert {a: v for t in report.tables for a, v in t.values().items()} == {a: Decimal(v) for a, v in cells.items()}
    assert not any(t.problems or t.missing_rows for t in report.tables)
    assert all(label.exact for t in report.tables for label in t.labels)


@pytest.mark.parametrize(
    "text", ["<td>3</td>\n- 1\\. 属于", "a < b > c", "| 3 | - |", "- 3", "<table\n<td", "\\\\\n", "**3** \\hline"]
)
def test_the_length_stays(text: str) -> None:
    assert len(unmarked(text)) == len(text)
    assert unmarked(text).count("\n") == text.count("\n")


def test_an_escaped_point_is_a_point() -> None:
    assert unmarked("| 3\\.35 |") == "|  3.35 |"
