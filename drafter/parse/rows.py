"""Makes a row's cells out of its tokens, or says why it cannot."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from drafter.model.span import Span
from drafter.model.table import Cell
from drafter.parse.split import Row, row_ways
from drafter.parse.zone import Token


@dataclass(frozen=True, slots=True)
class RowReading:
    """A row while it is being read: `cells` when plain, else `candidates` for glued figures standing at `span`."""

    key: str
    cells: tuple[Token, ...] = ()
    candidates: tuple[Row, ...] = ()
    span: Span = field(default_factory=lambda: Span(0, 0))
    text: str = ""


def trim(tokens: list[Token]) -> list[Token]:
    """The tokens up to where prose begins again behind the figures; leading words belong to the label."""
    kept: list[Token] = []
    for token in tokens:
        if token.state == "text":
            if any(t.state in ("number", "mark") for t in kept) and not _in_cell(token, tokens):
                break
            if not kept and not token.walled:
                continue
        kept.append(token)
    return kept


def _in_cell(token: Token, tokens: list[Token]) -> bool:
    """Words that fill a field between two fields of figures are a cell, if a wrong one."""
    return len(token.text) <= 8 and any(t.field > token.field and t.state == "number" for t in tokens)


def read_row(
    key: str, tokens: list[Token], count: int, lead: int, trail: int, balanced: Callable[[Row], bool]
) -> RowReading:
    """Find `count` cells among the tokens. `lead` and `trail` are how many blank fields the table's full rows have
    before and behind their figures (merged cells show as blanks)."""
    tokens = trim(tokens)
    figures = [t for t in tokens if t.state in ("number", "mark", "text")]
    span = Span(tokens[0].start, tokens[-1].end) if tokens else Span(0, 0)
    text = " ".join(t.text for t in figures)
    if len(figures) == count:
        return RowReading(key, tuple(figures), span=span, text=text)
    if len(figures) > count:
        figures = _once(figures, count)
        rows = figures if len(figures) == count else _by_field(figures)
        return RowReading(key, tuple(rows) if len(rows) == count else (), span=span, text=text)
    blanks = [t for t in tokens if t.state == "blank"]
    if blanks and not _glued(figures, count, blanks):
        framed = tokens[lead : len(tokens) - trail] if len(tokens) - lead - trail >= count else tokens
        while len(framed) > count and framed[-1].state == "blank":
            framed = framed[:-1]
        while len(framed) > count and framed[0].state == "blank":
            framed = framed[1:]
        return RowReading(key, tuple(framed) if len(framed) == count else (), span=span, text=text)
    if not figures:
        return RowReading(key, span=span)
    return _split(key, figures, count, span, text, balanced)


def _once(figures: list[Token], count: int) -> list[Token]:
    """The figures without the label said again before them, and a single one said once: some converters fill every
    cell of a merged one."""
    while len(figures) > count and figures[0].state == "text":
        figures = figures[1:]
    same = {(t.text, t.value) for t in figures}
    fields = {t.field for t in figures}
    return figures[:1] if count == 1 and len(same) == 1 and len(fields) == len(figures) else figures


def _by_field(figures: Sequence[Token]) -> list[Token]:
    """One token a field: `22 其中 16` in one cell counts as its first figure."""
    first: dict[int, Token] = {}
    for token in figures:
        first.setdefault(token.field, token)
    return list(first.values())


def _glued(figures: list[Token], count: int, blanks: list[Token]) -> bool:
    return len(figures) + len(blanks) < count and len(figures) > 0


def _split(
    key: str, figures: list[Token], count: int, span: Span, text: str, balanced: Callable[[Row], bool]
) -> RowReading:
    if any(
        t.value is None or t.value != int(t.value) or t.value < 0 or "." in t.text or "," in t.text for t in figures
    ):
        return RowReading(key, span=span, text=text)
    # A figure behind only a note (件) is whole; digits with nothing between are not.
    found = row_ways([t.text for t in figures], count, balanced)
    return RowReading(key, candidates=tuple(found), span=span, text=text)


def frame(rows: list[tuple[list[Token], int]]) -> tuple[int, int]:
    """The fewest blanks before and behind the figures over the rows that are full."""
    leads, trails = [], []
    for tokens, count in rows:
        tokens = trim(tokens)
        states = [t.state for t in tokens]
        figures = [i for i, s in enumerate(states) if s in ("number", "mark")]
        if len(figures) == count and figures[-1] - figures[0] == count - 1:
            leads.append(figures[0])
            trails.append(len(states) - 1 - figures[-1])
    return min(leads, default=0), min(trails, default=0)


def plain_cell(address: str, token: Token) -> Cell:
    """A cell from a token of its own."""
    return Cell(address, Span(token.start, token.end), token.text, token.value, token.state, token.note)


def split_cells(addresses: Sequence[str], reading: RowReading, values: Sequence[int | None], text: str) -> list[Cell]:
    """Cells of a glued row; each known figure gets its own characters, since the cuts before it are known."""
    digits = [i for i in range(reading.span.start, reading.span.end) if text[i].isdigit()]
    cells = []
    at: int | None = 0
    for address, value in zip(addresses, values, strict=True):
        if value is None:
            cells.append(Cell(address, reading.span, reading.text, None, "unread"))
            at = None
            continue
        size = len(str(value))
        if at is not None and at + size <= len(digits):
            span = Span(digits[at], digits[at + size - 1] + 1)
            at += size
        else:
            span = reading.span
        cells.append(Cell(address, span, span.of(text), Decimal(value), "number"))
    return cells
