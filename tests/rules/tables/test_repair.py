"""The likeliest slip behind failing equations."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.data.form import form_for
from drafter.data.sample import compose
from drafter.model.balance import balances
from drafter.rules.tables.repair import Repair, likeliest_repair
from tests.parse.reading import read

FORM = form_for(2021)
ROWS = [r.key for r in FORM.table("requests").rows()]
KINDS = ("natural", "business", "research", "nonprofit", "legal", "other")
OUTCOMES = [key for key in ROWS if key not in ("new", "carried_in", "total", "carried_out")]


def repair_of(cells: dict[str, str]) -> Repair | None:
    table = read(compose(cells=cells)).table("requests")
    assert table is not None
    return likeliest_repair(balances(table, FORM.identities))


@pytest.mark.parametrize(
    ("address", "wrong", "right", "mends"),
    [
        ("requests.granted.natural", "2", 3, 2),
        ("requests.granted.total", "8", 3, 2),
        ("requests.total.natural", "6", 4, 3),
        ("requests.total.total", "50", 5, 3),
        ("requests.new.natural", "40", 4, 2),
        ("requests.carried_out.total", "0", 1, 2),
    ],
)
def test_one_wrong_figure_is_named(address: str, wrong: str, right: int, mends: int) -> None:
    assert repair_of({address: wrong}) == Repair(((address, Decimal(right)),), mends)


def test_two_figures_in_each_other_s_place() -> None:
    found = repair_of({"requests.granted.natural": "0", "requests.granted.business": "3"})
    assert found is not None
    assert found.swap
    assert dict(found.values) == {"requests.granted.natural": Decimal(3), "requests.granted.business": Decimal(0)}


def test_a_table_in_order_needs_none() -> None:
    assert repair_of({}) is None


def test_two_slips_are_not_explained_by_one() -> None:
    assert repair_of({"requests.granted.natural": "7", "requests.partly_granted.business": "9"}) is None


def filled(draw: st.DrawFn) -> dict[str, int]:
    """A table three that balances, with figures drawn at will."""
    cells: dict[str, int] = {}
    counts = st.integers(0, 400)
    for kind in KINDS:
        results = {key: draw(counts) for key in draw(st.sets(st.sampled_from(OUTCOMES), max_size=4))}
        handled, carried_out = sum(results.values()), draw(counts)
        carried_in = draw(st.integers(0, handled + carried_out))
        results |= {"total": handled, "carried_out": carried_out, "carried_in": carried_in}
        results["new"] = handled + carried_out - carried_in
        cells |= {f"{key}.{kind}": value for key, value in results.items()}
    for key in ROWS:
        cells[f"{key}.total"] = sum(cells.get(f"{key}.{kind}", 0) for kind in KINDS)
    return {f"requests.{address}": value for address, value in cells.items()}


@st.composite
def tables_with_a_slip(draw: st.DrawFn) -> tuple[dict[str, int], str, int]:
    cells = filled(draw)
    address = f"requests.{draw(st.sampled_from(ROWS))}.{draw(st.sampled_from((*KINDS, 'total')))}"
    return cells, address, draw(st.integers(0, 500))


@settings(max_examples=40, deadline=None)
@given(tables_with_a_slip())
def test_a_single_slip_is_found_or_nothing_is_said(case: tuple[dict[str, int], str, int]) -> None:
    """Never another cell, never another value."""
    cells, address, wrong = case
    blank = {f"requests.{key}.{kind}": "0" for key in ROWS for kind in (*KINDS, "total")}
    right = cells.get(address, 0)
    found = repair_of(blank | {a: str(v) for a, v in cells.items()} | {address: str(wrong)})
    if wrong == right:
        assert found is None
    else:
        assert found is not None
        assert found.values == ((address, Decimal(right)),)
