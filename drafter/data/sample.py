"""Composes the report that rule examples are tried on, with marks for where a finding must be."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from drafter.data.form import form_for
from drafter.data.resources import resource_dir
from drafter.data.toml import Rows
from drafter.model.form import Form, FormTable
from drafter.model.span import Span

_MARK = re.compile(r"[⟦⟧]")


@dataclass(frozen=True, slots=True)
class Marked:
    """A text without its ⟦ ⟧ and the spans they stood around."""

    text: str
    spans: tuple[Span, ...]


def unmark(text: str) -> Marked:
    """Take ⟦ ⟧ out of a text. Raises ValueError when they are not in pairs."""
    parts: list[str] = []
    spans: list[Span] = []
    at, length, start = 0, 0, -1
    for mark in _MARK.finditer(text):
        parts.append(text[at : mark.start()])
        length += mark.start() - at
        at = mark.end()
        if (mark.group() == "⟦") != (start < 0):
            raise ValueError(f"marks are not in pairs: {text!r}")
        if start < 0:
            start = length
        else:
            spans.append(Span(start, length))
            start = -1
    if start >= 0:
        raise ValueError(f"a mark is not closed: {text!r}")
    return Marked("".join([*parts, text[at:]]), tuple(spans))


@lru_cache(maxsize=1)
def _base() -> dict[str, Any]:
    return Rows(resource_dir("templates") / "2021" / "sample.toml").data


def compose(
    year: int = 2024,
    *,
    title: str = "",
    preamble: str = "",
    sections: Mapping[str, str] | None = None,
    cells: Mapping[str, str] | None = None,
    lines: Mapping[str, str] | None = None,
) -> str:
    """The sample report with changes, marks left in.

    `lines` replaces text anywhere in the composed report. Raises ValueError when a line to be replaced is not there, or
    KeyError for a cell the form does not have.
    """
    base = _base()
    form = form_for(2021)
    figures = base["cells"] | dict(cells or {})
    unknown = set(figures) - {a for t in form.tables for a in t.addresses()}
    if unknown:
        raise KeyError(f"no such cells: {sorted(unknown)}")
    bodies = {k: v.strip() for k, v in base["sections"].items()} | dict(sections or {})
    parts = [title or base["title"], preamble or base["preamble"]]
    for section in form.sections:
        parts.append(f"{section.number}、{section.title}")
        if section.kind in bodies:
            parts.append(bodies[section.kind])
        else:
            parts.append(table_text(form, section.kind, figures))
    text = "\n".join(parts).replace("{year}", str(year)).replace("{next_year}", str(year + 1)) + "\n"
    for old, new in (lines or {}).items():
        if old not in text:
            raise ValueError(f"the sample has no {old!r}")
        text = text.replace(old, new)
    return text


def table_text(form: Form, kind: str, figures: Mapping[str, str]) -> str:
    """A table of the form with tabs between its fields; cells not in `figures` are 0."""
    table = form.table(kind)
    if kind == "review":
        return _review(table, figures)
    lines = []
    if table.corner:
        lines.append(f"（{table.corner}）\t申请人情况")
        lines.append("\t" + "\t".join(c.text for c in table.columns()))
    heads: list[str] = []
    for label in table.labels:
        if label.role == "item":
            lines += [*_flush(heads), label.text]
        elif kind == "disclosure" and label.role in ("head", "column"):
            heads.append(label.text)
        elif label.role == "row":
            values = [figures.get(f"{kind}.{label.key}.{c}", "0") for c in table.columns_of(label)] if label.key else []
            lines += [*_flush(heads), "\t".join([label.number + label.text, *values])]
    return "\n".join(lines)


def _flush(heads: list[str]) -> list[str]:
    line = ["\t".join(heads)] if heads else []
    heads.clear()
    return line


def _review(table: FormTable, figures: Mapping[str, str]) -> str:
    heads = "\t".join(c.text for c in table.columns())
    values = [figures.get(a, "0") for a in table.addresses()]
    return "\n".join(
        [
            "行政复议\t\t\t\t\t行政诉讼",
            f"{heads}\t未经复议直接起诉\t\t\t\t\t复议后起诉",
            f"\t\t\t\t\t{heads}\t{heads}",
            "\t".join(values),
        ]
    )
