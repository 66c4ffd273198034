"""Every field of a printed table stands once."""

from __future__ import annotations

import pytest

from drafter.compose.layout import layout_of
from drafter.data.form import form_for


@pytest.mark.parametrize("kind", ["disclosure", "requests", "review"])
def test_places_tile_the_table(kind: str) -> None:
    layout = layout_of(form_for(2025), kind)
    covered = [
        (r, c)
        for p in layout.places
        for r in range(p.row, p.row + p.rows)
        for c in range(p.column, p.column + p.columns)
    ]
    assert len(covered) == len(set(covered)) == layout.height * len(layout.widths)


@pytest.mark.parametrize("kind", ["disclosure", "requests", "review"])
def test_every_cell_and_label_is_printed(kind: str) -> None:
    form = form_for(2025)
    places = layout_of(form, kind).places
    assert sorted(p.address for p in places if p.address) == sorted(form.table(kind).addresses())
    printed = "".join(p.text for p in places)
    assert all(label.text in printed for label in form.table(kind).labels)


def test_merges_of_table_three() -> None:
    places = {p.text: p for p in layout_of(form_for(2025), "requests").places if p.text}
    assert (places["三、本年度办理结果"].rows, places["三、本年度办理结果"].columns) == (22, 1)
    assert (places["（三）不予公开"].rows, places["（三）不予公开"].columns) == (8, 1)
    assert (places["（七）总计"].rows, places["（七）总计"].columns) == (1, 2)
    assert (places["四、结转下年度继续办理"].rows, places["四、结转下年度继续办理"].columns) == (1, 3)
    assert places["法人或其他组织"].columns == 5
