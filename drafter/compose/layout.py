"""How the three tables are printed: which label or figure stands where, over how many rows and columns."""

from __future__ import annotations

from dataclasses import dataclass

from drafter.model.form import Form, FormLabel, FormTable


@dataclass(frozen=True, slots=True)
class Place:
    """A field of a printed table, merged over `rows` and `columns` from its first corner (counted from 0).

    `text` is a printed label; a field with an `address` holds that cell's figure instead. `style` is head, row (a label
    at the left), item or cell.
    """

    row: int
    column: int
    rows: int = 1
    columns: int = 1
    text: str = ""
    address: str = ""
    style: str = "head"


@dataclass(frozen=True, slots=True)
class Layout:
    """A table's fields; `widths` are relative widths of its columns, `height` counts its rows."""

    kind: str
    places: tuple[Place, ...]
    widths: tuple[int, ...]
    height: int


def layout_of(form: Form, kind: str) -> Layout:
    """The printed layout of a table."""
    return {"disclosure": _disclosure, "requests": _requests, "review": _review}[kind](form.table(kind))


def _disclosure(table: FormTable) -> Layout:
    """Four fields wide; an item's name runs over all of them, a single figure over three."""
    places: list[Place] = []
    row = -1
    heads: list[FormLabel] = []
    for label in table.labels:
        if label.role == "item":
            row += 1
            places.append(Place(row, 0, columns=4, text=label.text, style="item"))
            heads = []
        elif label.role in ("head", "column"):
            row += not heads
            heads.append(label)
        else:
            if heads:
                places += _spread(row, [h.text for h in heads])
                heads = []
            row += 1
            places.append(Place(row, 0, text=label.number + label.text, style="row"))
            wide = 3 // len(label.columns)
            for i, column in enumerate(label.columns):
                address = f"{table.kind}.{label.key}.{column}"
                places.append(Place(row, 1 + i * wide, columns=wide, address=address, style="cell"))
    return Layout(table.kind, tuple(places), (5, 4, 4, 4), row + 1)


def _spread(row: int, texts: list[str]) -> list[Place]:
    wide = 3 // (len(texts) - 1)
    return [Place(row, 0, text=texts[0])] + [
        Place(row, 1 + i * wide, columns=wide, text=text) for i, text in enumerate(texts[1:])
    ]


def _requests(table: FormTable) -> Layout:
    """Three label columns and seven of figures; the results of the year are one block at the left."""
    columns = table.columns()
    top, group = (label.text for label in table.labels if label.role == "head")
    places = [
        Place(0, 0, 3, 3, f"（{table.corner}）"),
        Place(0, 3, columns=7, text=top),
        Place(1, 3, rows=2, text=columns[0].text),
        Place(1, 4, columns=5, text=group),
        Place(1, 9, rows=2, text=columns[-1].text),
        *(Place(2, 4 + i, text=column.text) for i, column in enumerate(columns[1:-1])),
    ]
    row = 3
    labels = [label for label in table.labels if label.role == "row"]
    inside = 0  # the results stand right of their block's label
    for i, label in enumerate(labels):
        words = label.number + label.text
        following = labels[i + 1 :]
        if not label.key and not label.group:
            size = next(n for n, other in enumerate(following) if other.number.endswith("、"))
            inside = 1
            results = sum(bool(other.key) for other in following[:size])
            places.append(Place(row, 0, rows=results, text=words, style="row"))
            continue
        if not label.key:
            size = sum(other.key.startswith(f"{label.group}.") for other in following)
            places.append(Place(row, 1, rows=size, text=words, style="row"))
            continue
        if label.number.endswith("、"):
            inside = 0
        left = 2 if "." in label.key else inside
        places.append(Place(row, left, columns=3 - left, text=words, style="row"))
        places += [
            Place(row, 3 + j, address=f"{table.kind}.{label.key}.{c.key}", style="cell") for j, c in enumerate(columns)
        ]
        row += 1
    return Layout(table.kind, tuple(places), (3, 4, 9, 3, 3, 3, 3, 3, 3, 3), row)


def _review(table: FormTable) -> Layout:
    """One row of figures under three groups of five."""
    first, direct, after = table.rows()
    columns = table.columns()
    places = [
        Place(0, 0, columns=5, text=first.text),
        Place(0, 5, columns=10, text=direct.group),
        *(Place(1, i, rows=2, text=c.text) for i, c in enumerate(columns)),
        Place(1, 5, columns=5, text=direct.text),
        Place(1, 10, columns=5, text=after.text),
    ]
    places += [Place(2, 5 + i, text=c.text) for i, c in enumerate((*columns, *columns))]
    places += [Place(3, i, address=address, style="cell") for i, address in enumerate(table.addresses())]
    return Layout(table.kind, tuple(places), (1,) * 15, 4)
