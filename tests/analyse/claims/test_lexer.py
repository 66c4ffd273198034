"""Sentences as nodes: they lie in order, do not overlap, and quantities carry number, measure word and relation."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.analyse.claims.lexer import lexer

_PIECES = [
    "收到",
    "申请",
    "12件",
    "，",
    "其中",
    "自然人",
    "（",
    "）",
    "3余件",
    "占",
    "51%",
    "均",
    "2024年",
    "第三方",
    "一件",
    "“",
    "”",
    "办结率100%",
    "Q",
]


@settings(deadline=None, max_examples=80)
@given(st.lists(st.sampled_from(_PIECES), max_size=12).map("".join))
def test_nodes_lie_in_order(text: str) -> None:
    at = 0
    for node in lexer().nodes(text):
        assert at <= node.start < node.end <= len(text)
        assert text[node.start : node.end] == node.text
        at = node.end


@pytest.mark.parametrize(
    ("text", "value", "unit", "relation"),
    [
        ("收到12件", "12", "件", "eq"),
        ("超过120件", "120", "件", "ge"),
        ("120余条", "120", "条", "ge"),
        ("近百件", "100", "件", "about"),
        ("1.2万件", "12000", "件", "eq"),
        ("1万余件", "10000", "件", "ge"),
        ("收费12.5万元", "12.5", "万元", "eq"),
        ("不足10件", "10", "件", "le"),
        ("20件以上", "20", "件", "ge"),
        ("十二件", "12", "件", "eq"),
    ],
)
def test_quantities(text: str, value: str, unit: str, relation: str) -> None:
    found = [n for n in lexer().nodes(text) if n.kind == "quantity"]
    assert [(n.value, n.unit, n.relation) for n in found] == [(Decimal(value), unit, relation)]


@pytest.mark.parametrize(
    "text",
    ["第三方合法权益", "办好每一件申请", "国办函〔2020〕109号", "20个工作日", "12月31日", "“接到一件、了结一件”"],
)
def test_no_quantity(text: str) -> None:
    assert not [n for n in lexer().nodes(text) if n.kind == "quantity"]


def test_changes_and_shares_are_no_counts() -> None:
    nodes = lexer().nodes("较上年增加3件，同比增长20%，占51.85%，办结率100%")
    assert [n.kind for n in nodes if n.kind != "punct"] == ["change", "change", "share", "rate"]
    assert [n.note for n in nodes if n.kind == "change"] == ["up+", "up+"]
