"""The figures of the tables under the names that templates use."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from drafter.model.form import Form, FormTable

Cells = Mapping[str, Decimal | None]


@dataclass(frozen=True, slots=True)
class Item:
    """A part of a break-down: `name` 予以公开, `count` 3, `unit` 件; `cells` are added up in it."""

    name: str
    count: Decimal
    cells: tuple[str, ...]
    unit: str = "件"


Value = Decimal | tuple[Item, ...] | None

CELLS = {
    "new": ("requests.new.total",),
    "carried_in": ("requests.carried_in.total",),
    "due": ("requests.new.total", "requests.carried_in.total"),
    "handled": ("requests.total.total",),
    "carried_out": ("requests.carried_out.total",),
    "licences_made": ("disclosure.licences.decisions",),
    "penalties_made": ("disclosure.penalties.decisions",),
    "coercion_made": ("disclosure.coercion.decisions",),
    "fees": ("disclosure.fees.amount",),
    "regulations_made": ("disclosure.regulations.made",),
    "normative_made": ("disclosure.normative.made",),
    "normative_repealed": ("disclosure.normative.repealed",),
    "normative_valid": ("disclosure.normative.valid",),
    "reconsideration": ("review.reconsideration.total",),
    "litigation": ("review.litigation_direct.total", "review.litigation_after.total"),
}
"""Single figures: the cells that are added up."""

_RESULTS = (
    ("granted", "予以公开"),
    ("partly_granted", "部分公开"),
    ("refused", "不予公开"),
    ("unavailable", "无法提供"),
    ("unprocessed", "不予处理"),
    ("other", "其他处理"),
)
_DECISIONS = (("licences", "行政许可决定"), ("penalties", "行政处罚决定"), ("coercion", "行政强制决定"))
_REGULATIONS = (("made", "制发"), ("repealed", "废止"), ("valid", "现行有效"))


def figures_of(cells: Cells, form: Form) -> dict[str, Value]:
    """Every figure and break-down; None where a cell it needs is blank. Parts that are zero are left out."""
    found: dict[str, Value] = {name: total(cells, addresses) for name, addresses in CELLS.items()}
    requests = form.table("requests")
    found["applicants"] = _parts(cells, ((c.name, (f"requests.new.{c.key}",)) for c in requests.columns()[:-1]))
    found["results"] = _parts(cells, ((name, rows_of(requests, key)) for key, name in _RESULTS))
    found["reasons"] = _parts(cells, _reasons(requests))
    found["decisions"] = _parts(cells, ((name, (f"disclosure.{key}.decisions",)) for key, name in _DECISIONS))
    found["regulations"] = _parts(cells, ((name, (f"disclosure.regulations.{key}",)) for key, name in _REGULATIONS))
    review = form.table("review")
    for name, rows in (
        ("reconsideration_results", ("reconsideration",)),
        ("litigation_results", ("litigation_direct", "litigation_after")),
    ):
        columns = [c for c in review.columns() if c.key != "total"]
        found[name] = _parts(cells, ((c.text, tuple(f"review.{row}.{c.key}" for row in rows)) for c in columns))
    return found


def total(cells: Cells, addresses: Iterable[str]) -> Decimal | None:
    """The sum of cells; None when one is blank."""
    values = [cells.get(address) for address in addresses]
    return None if None in values else sum((v for v in values if v is not None), Decimal(0))


def rows_of(table: FormTable, group: str) -> tuple[str, ...]:
    """The total cells of a result: its own row, or all rows of its group."""
    keys = [row.key for row in table.rows() if row.key == group or row.key.startswith(f"{group}.")]
    return tuple(f"{table.kind}.{key}.total" for key in keys)


def _reasons(table: FormTable) -> Iterable[tuple[str, tuple[str, ...]]]:
    for row in table.rows():
        if "." in row.key and row.key != "other.other":
            yield row.name, (f"{table.kind}.{row.key}.total",)


def _parts(cells: Cells, named: Iterable[tuple[str, tuple[str, ...]]]) -> tuple[Item, ...] | None:
    items = []
    for name, addresses in named:
        count = total(cells, addresses)
        if count is None:
            return None
        if count:
            items.append(Item(name, count, addresses))
    return tuple(items)
