"""A label that goes on in the next line of its cell is not altered; one that stops short is."""

from __future__ import annotations

from drafter.engine import Resources, check
from drafter.model.config import Config
from drafter.read.text import text_document
from tests.parse.layouts import Rows, balanced_figures, parts

WIDTH = 12


def wrapped(rows: Rows) -> str:
    """Pipes; what is longer than a cell is wide goes on in the line below, in the same column."""
    lines = []
    for row in rows:
        pieces = [[f[i : i + WIDTH] for i in range(0, max(len(f), 1), WIDTH)] for f in row]
        for level in range(max(len(p) for p in pieces)):
            cells = (p[level] if level < len(p) else "" for p in pieces)
            lines.append("|" + "|".join(f" {c} " for c in cells) + "|")
        lines.append("|" + "|".join("---" for _ in row) + "|")
    return "\n".join(lines)


def found(text: str) -> list[str]:
    result = check(text_document(text, "试.txt"), Resources(), Config(select=("F304",)))
    assert not result.crashed
    return [d.span.of(text) for d in result.diagnostics]


def test_wrapped_labels_are_whole() -> None:
    assert found("\n".join(parts(balanced_figures(1), wrapped))) == []


def test_a_label_cut_short_is_found() -> None:
    text = "\n".join(parts(balanced_figures(1), wrapped))
    assert found(text.replace("| 制作 |", "|  |", 1)) != []
