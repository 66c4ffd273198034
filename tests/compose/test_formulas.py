"""Sums are worked out as a spreadsheet would."""

from __future__ import annotations

from decimal import Decimal

import pytest

from drafter.compose.formulas import understood, value_at

RAW = {(1, 1): 2, (1, 2): 3, (1, 3): None, (2, 1): 0.5, (2, 2): "=SUM(A1:B1)", (3, 1): "=A3"}


@pytest.mark.parametrize(
    ("formula", "value"),
    [
        ("=SUM(A1:C1)", Decimal(5)),
        ("=SUM(A1,B1)", Decimal(5)),
        ("=A1+B1-A2", Decimal("4.5")),
        ("=sum($A$1:B2)", Decimal("10.5")),
        ("=SUM(C1)", None),
        ("=A1+2", Decimal(4)),
    ],
)
def test_sums(formula: str, value: Decimal | None) -> None:
    assert value_at({**RAW, (9, 9): formula}, 9, 9) == value


@pytest.mark.parametrize("formula", ["=A1*2", "=IF(A1>0,1,0)", "=SUM(A1:B1", "=表二!A1"])
def test_other_formulas_stay_text(formula: str) -> None:
    assert not understood(formula)
    assert value_at({**RAW, (9, 9): formula}, 9, 9) == formula


def test_circle_ends() -> None:
    assert value_at(RAW, 3, 1) == "=A3"
