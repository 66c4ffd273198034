"""A draft as plain text (tables with tabs) and as Markdown (tables with pipes)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from drafter.compose.draft import Draft, FormTable, Heading, Paragraph
from drafter.compose.layout import Layout, Place, layout_of
from drafter.compose.scribe import plain


def as_text(draft: Draft) -> str:
    """Plain text: one paragraph a line, one row of a table a line, fields parted by tabs."""
    lines = [draft.title, ""]
    for part in draft.parts:
        if isinstance(part, FormTable):
            lines += ["\t".join(row) for row in _rows(draft, part.kind, own_line=True)]
        else:
            lines.append(part.text)
    return "\n".join(lines) + "\n"


def as_markdown(draft: Draft) -> str:
    """Markdown: headings, and tables with pipes."""
    lines = [f"# {draft.title}", ""]
    for part in draft.parts:
        if isinstance(part, Heading):
            lines += ["#" * (part.level + 1) + " " + part.text, ""]
        elif isinstance(part, Paragraph):
            lines += [part.text, ""]
        else:
            lines += [*_piped(_rows(draft, part.kind)), ""]
    return "\n".join(lines)


def _piped(rows: list[list[str]]) -> Iterator[str]:
    """A table of pipes; rows of another width begin a table of their own, a row of one field is a line of text."""
    for width, group in groupby(rows, key=len):
        if width == 1:
            yield from (line for row in group for line in (row[0], ""))
            continue
        for i, row in enumerate(group):
            yield "| " + " | ".join(row) + " |"
            if i == 0:
                yield "|" + " --- |" * width
        yield ""


def _rows(draft: Draft, kind: str, *, own_line: bool = False) -> list[list[str]]:
    """The fields of a table row by row; a merged field stands once, where it begins.

    Labels of groups of rows get lines of their own, or else stand before the label of their first row.
    """
    layout = layout_of(draft.form, kind)
    if kind == "requests":
        return [fields for row in range(layout.height) for fields in _labelled(draft, layout, row, own_line)]
    rows: list[list[str]] = [[] for _ in range(layout.height)]
    for place in layout.places:
        rows[place.row].append(_words(draft, place))
    return rows if kind == "disclosure" else [_spread(draft, layout, row) for row in range(layout.height)]


def _spread(draft: Draft, layout: Layout, row: int) -> list[str]:
    fields = [""] * len(layout.widths)
    for place in layout.places:
        if place.row == row:
            fields[place.column] = _words(draft, place)
    return fields


def _labelled(draft: Draft, layout: Layout, row: int, own_line: bool) -> Iterator[list[str]]:
    """A row of table three, its label in one field."""
    here = [p for p in layout.places if p.row == row]
    labels = [_words(draft, p) for p in here if p.column < 3] or [""]
    fields = [""] * 7
    for place in here:
        if place.column >= 3:
            fields[place.column - 3] = _words(draft, place)
    if own_line:
        yield from ([label] for label in labels[:-1])
        labels = labels[-1:]
    yield [" ".join(labels), *fields]


def _words(draft: Draft, place: Place) -> str:
    if not place.address:
        return place.text
    value = draft.cells.get(place.address)
    return "" if value is None else str(plain(value))
