"""The three tables with addressed cells, from any layout: grid, tabs, pipes, one cell a line, or glued."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from rapidfuzz import fuzz

from drafter.model.form import Form, FormLabel, FormTable
from drafter.model.span import Span
from drafter.model.table import Cell, Label, Table
from drafter.model.view import squeezed
from drafter.parse.canvas import Canvas
from drafter.parse.labels import Found, find_labels
from drafter.parse.markup import unmarked
from drafter.parse.rows import RowReading, frame, plain_cell, read_row, split_cells
from drafter.parse.split import Row, agree, sums_by_five, sums_to_last
from drafter.parse.zone import Token, tokens_of


@dataclass(frozen=True, slots=True)
class Region:
    """Where a table may stand, in view indices."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _RowZone:
    found: Found
    tokens: list[Token]
    columns: tuple[str, ...]


def parse_table(canvas: Canvas, region: Region, form: Form, kind: str) -> Table | None:
    """The table of `kind` inside `region`, or None when nothing there looks like it.

    What stands in the region is read by itself, and remembered: while the prose is being written, tables stay.
    """
    home, length = canvas.view.home, len(canvas.view.text)
    start = home[region.start] if region.start < length else len(canvas.text)
    text = canvas.text[start : home[region.end] if region.end < length else len(canvas.text)]
    inside = (g for g in canvas.grids if g.start < start + len(text) and start < g.end)
    grids = tuple(Span(max(g.start - start, 0), g.end - start) for g in inside)
    place = _placed_again if len(text) <= _LONGEST else _placed
    return place(text, start, grids, form, kind)


def _placed(text: str, start: int, grids: tuple[Span, ...], form: Form, kind: str) -> Table | None:
    """The table in a stretch that begins at `start`."""
    read = _read_again if len(text) <= _LONGEST else _read
    table = read(text, grids, form, kind)
    return table.shifted(start) if table is not None else None


def _read(text: str, grids: tuple[Span, ...], form: Form, kind: str) -> Table | None:
    """The table in a text of its own, of which `grids` are real tables."""
    text = unmarked(text)
    view = squeezed(text)
    return _read_canvas(Canvas.of(text, view, (), grids), Region(0, len(view.text)), form, kind)


_LONGEST = 20_000
"""Longer texts, in code points, are not remembered: no table of the form is."""
_read_again = lru_cache(maxsize=32)(_read)
_placed_again = lru_cache(maxsize=32)(_placed)


def _read_canvas(canvas: Canvas, region: Region, form: Form, kind: str) -> Table | None:
    table = form.table(kind)
    if kind == "review":
        return _review(canvas, region, table, form)
    labels = [label for label in table.labels if kind == "disclosure" or label.role == "row"]
    found = find_labels(canvas.view, region.start, region.end, labels)
    rows = [f for f in found if f.label.role == "row"]
    if len([f for f in rows if f.label.key]) < max(2, len(table.rows()) // 3):
        return None
    heads = [f for f in found if f.label.role != "row"]
    if kind == "requests":
        heads = _heads(canvas, Region(region.start, rows[0].start), table)
    zones = _zones(canvas, found, region.end, table, heads)
    return _assemble(canvas, table, form, zones, [*heads, *rows], sums_to_last if kind == "requests" else _never)


def _never(_row: Row) -> bool:
    return False


def _heads(canvas: Canvas, region: Region, table: FormTable) -> list[Found]:
    """Column heads in any order, where they stand last: prose before the table names applicants too. Longer ones
    first, so that 其他 is not found in 法人或其他组织."""
    heads = [label for label in table.labels if label.role in ("head", "column")]
    found: list[Found] = []
    text = canvas.view.text[region.start : region.end]
    for label in sorted(heads, key=lambda h: -len(h.text)):
        at = text.rfind(label.text)
        if at >= 0:
            begin = region.start + at
            found.append(Found(label, begin, begin, begin + len(label.text), 100.0))
            text = text[:at] + "|" * len(label.text) + text[at + len(label.text) :]
    missing = [label for label in heads if all(f.label is not label for f in found)]
    if missing and len(found) >= 3:
        found += _altered_heads(canvas, region, text, missing)
    return sorted(found, key=lambda f: f.start)


def _altered_heads(canvas: Canvas, region: Region, rest: str, missing: list[FormLabel]) -> list[Found]:
    found: list[Found] = []
    for label in missing:
        size = len(label.text)
        places = [
            (fuzz.ratio(rest[i : i + n], label.text), i, n)
            for n in range(max(2, size - 1), size + 2)
            for i in range(len(rest) - n + 1)
            if "|" not in rest[i : i + n]
        ]
        score, at, n = max(places, default=(0.0, 0, 0))
        if score >= (60 if size > 3 else 66):
            begin = region.start + at
            found.append(Found(label, begin, begin, begin + n, min(score, 99.0)))
            rest = rest[:at] + "|" * n + rest[at + n :]
    return found


def _zones(canvas: Canvas, found: list[Found], end: int, table: FormTable, heads: list[Found]) -> list[_RowZone]:
    """The tokens behind each row label. Group rows keep theirs too: 其他处理 was one row in the 2019 form."""
    zones = []
    ends = [f.start for f in found[1:]] + [end]
    for label, stop in zip(found, ends, strict=True):
        if label.label.role == "row":
            start = canvas.view.home[label.end - 1] + 1
            tokens = tokens_of(
                canvas.text, start, canvas.view.home[stop] if stop < len(canvas.view.text) else len(canvas.text)
            )
            zones.append(_RowZone(label, tokens, table.columns_of(label.label)))
    present = [f.label.key for f in heads if f.label.role == "column"]
    if table.kind == "requests" and 4 <= len(present) < 7:
        counts = [sum(t.state == "number" for t in z.tokens) for z in zones if z.found.label.key]
        if counts and counts.count(len(present)) * 2 > len(counts):
            columns = tuple(c.key for c in table.columns() if c.key in present)
            zones = [_RowZone(z.found, z.tokens, columns) for z in zones]
    return zones


def _assemble(
    canvas: Canvas,
    table: FormTable,
    form: Form,
    zones: list[_RowZone],
    labels: list[Found],
    balanced: Callable[[Row], bool],
) -> Table:
    lead, trail = frame([(z.tokens, len(z.columns)) for z in zones if z.found.label.key])
    readings: list[tuple[_RowZone, RowReading]] = []
    divided = {zone.found.label.key.split(".")[0] for zone in zones if "." in zone.found.label.key}
    for zone in zones:
        key = zone.found.label.key or zone.found.label.group
        reading = read_row(key, zone.tokens, len(zone.columns), lead, trail, balanced)
        whole = bool(key) and len(reading.cells) == len(zone.columns)
        filled = key not in divided or any(
            t.state == "number" for t in reading.cells
        )  # 不予公开 above its rows: a head
        if zone.found.label.key or (whole and filled):
            readings.append((zone, reading))
    cells, problems = _cells(canvas, table, form, readings)
    seen = {zone.found.label.key for zone, _ in readings}
    columns = {f.label.key for f in labels if f.label.role == "column"}
    span = canvas.view.span(min(f.start for f in labels), max(f.end for f in labels))
    if cells:
        span = span.cover(Span(cells[0].span.start, max(c.span.end for c in cells)))
    groups = {key.split(".")[0] for key in seen if "." in key} | {r.key for _, r in readings}
    return Table(
        kind=table.kind,
        span=span,
        cells=tuple(cells),
        labels=tuple(_label(canvas, f) for f in labels),
        layout=_layout(canvas, span, readings),
        form=form.year,
        missing_rows=tuple(r.key for r in table.rows() if r.key not in seen and not _grouped(r.key, groups, seen)),
        missing_columns=tuple(c.key for c in table.columns() if c.key not in columns)
        if len(columns) > 4 or table.kind != "requests"
        else (),
        problems=tuple(problems),
    )


def _grouped(key: str, groups: set[str], seen: set[str]) -> bool:
    """Whether a row's group stands as one row of its own (其他处理 without its three parts)."""
    group = key.split(".")[0]
    return "." in key and group in groups and not any(s.startswith(f"{group}.") for s in seen)


def _cells(
    canvas: Canvas, table: FormTable, form: Form, readings: list[tuple[_RowZone, RowReading]]
) -> tuple[list[Cell], list[str]]:
    decided = _decide(table, form, readings)
    cells: list[Cell] = []
    problems: list[str] = []
    for zone, reading in readings:
        addresses = [f"{table.kind}.{reading.key}.{column}" for column in zone.columns]
        if reading.cells:
            cells += [plain_cell(a, t) for a, t in zip(addresses, reading.cells, strict=True)]
        elif reading.key in decided:
            values = decided[reading.key]
            cells += split_cells(addresses, reading, values, canvas.text)
            if None in values:
                problems.append(
                    f"{table.name}“{zone.found.label.name}”一行的数字连写为“{reading.text}”，无法确定如何断开"
                )
        elif not reading.text:
            at = (
                Span(reading.span.start, reading.span.start)
                if reading.span.end
                else canvas.view.span(zone.found.end, zone.found.end)
            )
            cells += [Cell(a, at, "", None, "blank") for a in addresses]
        else:
            cells += [Cell(a, reading.span, reading.text, None, "unread") for a in addresses]
            problems.append(_why(table, zone, reading))
    return cells, problems


def _why(table: FormTable, zone: _RowZone, reading: RowReading) -> str:
    name = f"{table.name}“{zone.found.label.name}”一行"
    count = len(reading.text.split())
    if count > len(zone.columns):
        return f"{name}有 {count} 个数，多于应有的 {len(zone.columns)} 个"
    if count == len(zone.columns):
        return f"{name}的数字与栏目对不上"
    return f"{name}的数字“{reading.text}”少于 {len(zone.columns)} 个或连写，无法确定如何断开"


def _decide(
    table: FormTable, form: Form, readings: list[tuple[_RowZone, RowReading]]
) -> dict[str, tuple[int | None, ...]]:
    candidates: dict[str, list[Row]] = {}
    for _, reading in readings:
        if reading.candidates:
            candidates[reading.key] = list(reading.candidates)
        elif reading.cells and all(t.value is not None and t.value == int(t.value) for t in reading.cells):
            candidates[reading.key] = [tuple(int(t.value) for t in reading.cells if t.value is not None)]
    if not any(len(rows) > 1 for rows in candidates.values()):
        return {r.key: candidates[r.key][0] for _, r in readings if r.candidates}
    columns = [c.key for c in table.columns()]
    equations = [i for i in form.identities if i.table == table.kind and i.code in ("T301", "T302")]

    def fits(rows: dict[str, Row]) -> bool:
        for equation in equations:
            sums = []
            for side in (equation.left, equation.right):
                keys = [address.split(".", 1)[1].rsplit(".", 1) for address in side]
                if any(key not in rows for key, _ in keys):
                    break
                sums.append(sum(rows[key][columns.index(column)] for key, column in keys))
            if len(sums) == 2 and sums[0] != sums[1]:
                return False
        return True

    return agree(candidates, fits)


def _review(canvas: Canvas, region: Region, table: FormTable, form: Form) -> Table | None:
    """Table four has one row of figures under three groups of five columns."""
    columns = list(table.columns())
    rows = {r.key: r for r in table.rows()}
    court = FormLabel("head", "行政诉讼")
    groups = [rows["litigation_direct"], rows["litigation_after"]]
    # Column heads of the first group are merged downwards in the form; text may carry them beside either row of heads.
    sequences = ([*columns, *groups], [*groups, *columns])
    found = max(
        (find_labels(canvas.view, region.start, region.end, [rows["reconsideration"], court, *s, *columns, *columns])
         for s in sequences), key=len,
    )  # fmt: skip
    if len([f for f in found if f.label.role == "column"]) < 6 and not _bare(canvas, region, found):
        return None
    found = _close(canvas, found)
    start = canvas.view.home[found[-1].end - 1] + 1
    stop = canvas.view.home[region.end] if region.end < len(canvas.view.text) else len(canvas.text)
    keys = tuple(f"{r.key}.{c.key}" for r in table.rows() for c in columns)
    whole = FormLabel("row", table.name, key="*", name="全部")
    zone = _RowZone(
        Found(whole, found[0].start, found[0].start, found[-1].end, 100.0), tokens_of(canvas.text, start, stop), keys
    )
    lead, trail = frame([(zone.tokens, 15)])
    reading = read_row("*", zone.tokens, 15, lead, trail, sums_by_five)
    cells, problems = _cells(canvas, table, form, [(zone, reading)])
    fixed = [Cell(c.address.replace(".*.", "."), c.span, c.text, c.value, c.state, c.note) for c in cells]
    span = canvas.view.span(found[0].start, found[-1].end)
    end = max((c.span.end for c in fixed), default=span.end)
    seen = [f.label for f in found]
    return Table(
        kind="review",
        span=Span(span.start, max(span.end, end)),
        cells=tuple(fixed),
        labels=tuple(_label(canvas, f) for f in found),
        layout=_layout(canvas, span, [(zone, reading)]),
        form=form.year,
        missing_rows=tuple(r.key for r in table.rows() if r not in seen),
        missing_columns=tuple(c.key for c in columns if seen.count(c) < 3) if len(found) > 8 else (),
        problems=tuple(problems),
    )


def _close(canvas: Canvas, found: list[Found]) -> list[Found]:
    """Each label where it stands last before the next: prose before the table speaks of 行政复议 and 行政诉讼 too."""
    closed = found[-1:]
    for label in found[-2::-1]:
        size = label.end - label.words
        words = canvas.view.text[label.words : label.end]
        at = canvas.view.text.rfind(words, label.words, closed[0].start)
        moved = replace(label, start=at, words=at, end=at + size) if at > label.words else label
        closed.insert(0, moved)
    return closed


def _bare(canvas: Canvas, region: Region, found: list[Found]) -> bool:
    """Heads broken over lines beyond recognition: the figures still count when there are just the fifteen of the form
    and the groups' names stand above them."""
    groups = {f.label.key for f in found if f.label.role == "row" and f.exact}
    if not {"litigation_direct", "litigation_after"} <= groups:
        return False
    stop = canvas.view.home[region.end] if region.end < len(canvas.view.text) else len(canvas.text)
    tokens = tokens_of(canvas.text, canvas.view.home[region.start], stop)
    return sum(t.state == "number" for t in tokens) == 15


def _label(canvas: Canvas, found: Found) -> Label:
    return Label(
        found.label.key or found.label.group,
        canvas.view.span(found.words, found.end),
        found.label.text,
        found.exact,
        found.likeness,
    )


def _layout(canvas: Canvas, span: Span, readings: list[tuple[_RowZone, RowReading]]) -> str:
    text = span.of(canvas.text)
    if any(g.overlaps(span) for g in canvas.grids):
        return "grid"
    if any(r.candidates for _, r in readings):
        return "glued"
    if "|" in text:
        return "piped"
    if "\t" in text:
        return "tabbed"
    rows = [r for _, r in readings if len(r.cells) > 1]
    lines = [
        a.start for r in rows for a, b in pairwise(r.cells) if "\n" in text[a.end - span.start : b.start - span.start]
    ]
    return "stacked" if lines else "spaced"
