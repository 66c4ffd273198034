"""Whole reports of agencies that do not exist, each with all that the rules of form and tables must find in it.

`NAME.toml` beside `NAME.txt` lists the findings: code, severity, the marked words and, where given, the line, the cell
and a part of the message. Nothing else may be found.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from drafter.engine import Resources, check
from drafter.model.config import Config
from drafter.model.diagnostic import Diagnostic
from drafter.model.lines import LineIndex
from drafter.read.open import read_document

FOLDER = Path(__file__).parent / "reports"
CASES = sorted(p for p in FOLDER.iterdir() if p.suffix in (".txt", ".md"))
FAMILIES = ("F1", "F2", "F3", "F4", "T")


def found_in(path: Path) -> tuple[str, list[Diagnostic]]:
    document = read_document(path.read_bytes(), path.name)
    result = check(document, Resources(), Config(select=FAMILIES))
    assert not result.crashed
    return document.text, list(result.diagnostics)


def matches(expected: dict[str, Any], found: Diagnostic, text: str) -> bool:
    line = LineIndex(text).locate(found.span.start).line
    return (
        found.code == expected["code"]
        and found.severity.value == expected["severity"]
        and found.span.of(text) == expected["text"]
        and line == expected.get("line", line)
        and found.cell == expected.get("cell", found.cell)
        and expected.get("says", "") in found.message
    )


@pytest.mark.parametrize("path", CASES, ids=[p.stem for p in CASES])
def test_report(path: Path) -> None:
    text, found = found_in(path)
    missing = []
    for expected in tomllib.loads(path.with_suffix(".toml").read_text(encoding="utf-8"))["findings"]:
        hit = next((d for d in found if matches(expected, d, text)), None)
        if hit is None:
            missing.append(expected)
        else:
            found.remove(hit)
    left = [(d.code, d.severity.value, d.span.of(text), d.message) for d in found]
    assert (missing, left) == ([], [])


def test_there_are_cases() -> None:
    assert len(CASES) >= 5
