"""A report without faults gives no finding of form or figures, however its tables are written."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.engine import Resources, check
from drafter.model.config import Config
from drafter.read.html import read_html
from drafter.read.text import text_document
from tests.parse.layouts import PLAIN, Layout, balanced_figures, glued, gridded, half_glued, parts
from tests.support.make_html import page, para

RESOURCES = Resources()
CONFIG = Config(select=("F3", "T"))
seeds = st.integers(0, 2**32)


@pytest.mark.parametrize("layout", PLAIN, ids=lambda f: f.__name__)
@settings(max_examples=5, deadline=None)
@given(seeds)
def test_separated_tables(layout: Layout, seed: int) -> None:
    text = "\n".join(parts(balanced_figures(seed), layout))
    result = check(text_document(text, "试.txt"), RESOURCES, CONFIG)
    assert not [d.message for d in result.diagnostics if d.severity.value != "info"]


@settings(max_examples=5, deadline=None)
@given(seeds)
def test_tables_of_a_page(seed: int) -> None:
    html = "".join(p if p.startswith("<table") else para(p) for p in parts(balanced_figures(seed), gridded))
    result = check(read_html(page(html), "页.html"), RESOURCES, CONFIG)
    assert not [d.message for d in result.diagnostics if d.severity.value != "info"]


@pytest.mark.parametrize("layout", [glued, half_glued], ids=lambda f: f.__name__)
@settings(max_examples=15, deadline=None)
@given(seeds)
def test_glued_tables(layout: Layout, seed: int) -> None:
    """Rows that could not be read are named, and nothing else is."""
    result = check(text_document("".join(parts(balanced_figures(seed), layout)), "试.txt"), RESOURCES, CONFIG)
    assert not [d.message for d in result.diagnostics if d.severity.value != "info"]
    assert result.report is not None
    unread = [c for t in result.report.tables for c in t.cells if c.state == "unread"]
    assert bool(unread) == any(d.code == "F307" for d in result.diagnostics)
