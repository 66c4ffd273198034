"""What a cell may hold besides a bare figure."""

from __future__ import annotations

from decimal import Decimal

import pytest

from drafter.data.form import load_forms
from drafter.data.sample import compose
from drafter.parse.report import parse_report
from drafter.read.text import text_document


@pytest.mark.parametrize(
    ("address", "written", "state", "value", "note"),
    [
        ("requests.new.natural", "1,234", "number", 1234, ""),
        ("requests.new.natural", "１２", "number", 12, ""),
        ("disclosure.normative.made", "22（其中修订 16 件）", "number", 22, "（其中修订 16 件）"),
        ("disclosure.licences.decisions", "约30", "number", 30, "约"),
        ("disclosure.licences.decisions", "约18万", "text", None, ""),
        ("disclosure.fees.amount", "251000元", "number", 251000, "元"),
        ("disclosure.fees.amount", "2.02", "number", "2.02", ""),
        ("requests.new.natural", "-", "mark", None, ""),
        ("requests.new.natural", "/", "mark", None, ""),
        ("disclosure.regulations.made", "—", "mark", None, ""),
        ("disclosure.regulations.made", "无", "mark", None, ""),
        ("requests.new.natural", "", "blank", None, ""),
        ("disclosure.licences.decisions", "", "blank", None, ""),
        ("disclosure.licences.decisions", "两件", "text", None, ""),
        ("requests.new.natural", "两件", "text", None, ""),
        ("disclosure.normative.made", "见附件", "text", None, ""),
    ],
)
def test_cell(address: str, written: str, state: str, value: int | str | None, note: str) -> None:
    document = text_document(compose(cells={address: written}), "x.txt")
    report = parse_report(document, load_forms())
    cell = report.cell(address)
    assert cell is not None
    assert (cell.state, cell.note) == (state, note)
    assert cell.value == (None if value is None else Decimal(value))
    others = [c for t in report.tables for c in t.cells if c.address != address]
    assert all(c.state == "number" for c in others)
    assert len(others) == 199
