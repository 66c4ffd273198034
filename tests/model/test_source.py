"""Pieces tile the text and lead home."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.model.lines import LineIndex, Location
from drafter.model.source import Builder, Home, Piece, SourceText
from drafter.model.span import Span

PARTS = st.lists(st.tuples(st.text(alphabet="年𠮷ab\n", max_size=5), st.booleans()), max_size=8)


@given(PARTS)
def test_builder_tiles(parts: list[tuple[str, bool]]) -> None:
    builder = Builder()
    raw = 0
    for text, invented in parts:
        if invented:
            builder.invent(text)
        else:
            builder.add(text, "p", raw, raw + len(text))
            raw += len(text)
    source = builder.build()
    assert source.text == "".join(t for t, _ in parts)
    stored = "".join(t for t, invented in parts if not invented)
    homes = source.homes(Span(0, len(source.text)))
    assert "".join(stored[h.start : h.end] for h in homes) == stored


def test_gap_is_refused() -> None:
    with pytest.raises(ValueError, match="tile"):
        SourceText("abc", (Piece(Span(1, 3), "p", 1, 3),))


def test_atomic_pieces_map_whole() -> None:
    builder = Builder()
    builder.add("a", "p", 0, 1)
    builder.add("&", "p", 1, 6, linear=False)
    builder.add("b", "p", 6, 7)
    source = builder.build()
    assert source.homes(Span(1, 2)) == (Home("p", 1, 6),)
    assert source.homes(Span(2, 3)) == (Home("p", 6, 7),)


def test_lines_end_with_crlf_cr_and_lf() -> None:
    index = LineIndex("一\r\n二\r三\n四")
    assert [index.locate(i) for i in (0, 3, 5, 7)] == [Location(n, 1) for n in (1, 2, 3, 4)]
    assert index.line_span(1) == (0, 1)


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 2)])
def test_bad_spans(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="not a span"):
        Span(start, end)
