"""Reads a text the way `check` does, for parser tests."""

from __future__ import annotations

from drafter.data.form import load_forms
from drafter.model.report import Report
from drafter.parse.report import parse_report
from drafter.read.text import text_document


def read(text: str, year: int | None = None) -> Report:
    """The report in a text."""
    return parse_report(text_document(text, "试.txt"), load_forms(), year)
