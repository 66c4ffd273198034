"""The form in which the page sends a draft."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.model.problem import Problem
from drafter.web.order import Order, Upload, read_order
from tests.web.client import body


@given(st.binary(), st.binary(min_size=1), st.integers(2008, 2100) | st.none(), st.booleans())
def test_what_is_sent_arrives(draft: bytes, before: bytes, year: int | None, plain: bool) -> None:
    order = read_order(body(draft, "稿.docx", before, year=year, agency=" 云溪县青石镇人民政府 ", plain=plain))
    expected = Upload("稿.docx", draft), Upload("上年.txt", before), year, "云溪县青石镇人民政府", plain
    assert order == Order(*expected)


@given(st.binary())
def test_anything_else_is_refused_in_words(content: bytes) -> None:
    with pytest.raises(Problem, match="请求看不懂"):
        read_order(content)


@pytest.mark.parametrize("name", ["/etc/稿.txt", "C:\\我的文档\\稿.txt", "../稿.txt"])
def test_folders_are_dropped(name: str) -> None:
    assert read_order(body(b"x", name)).draft.name == "稿.txt"


@pytest.mark.parametrize(
    "told",
    [
        [],
        {},
        {"size": -1},
        {"size": 4},
        {"size": 2},
        {"size": True},
        {"size": "3"},
        {"size": 3, "name": 1},
        {"size": 3, "name": "长" * 201},
        {"size": 3, "year": 1999},
        {"size": 3, "year": "2024"},
        {"size": 3, "year": True},
        {"size": 3, "agency": None},
    ],
    ids=str,
)
def test_what_does_not_fit_is_refused(told: object) -> None:
    with pytest.raises(Problem) as caught:
        read_order(json.dumps(told).encode() + b"\nabc")
    assert caught.value.kind == "request"
