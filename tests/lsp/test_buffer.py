"""Places count UTF-16, UTF-32 or UTF-8 units; only CRLF, CR and LF end a line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.lsp.buffer import Buffer, units
from drafter.model.span import Span

CODECS = {"utf-8": ("utf-8", 1), "utf-16": ("utf-16-le", 2), "utf-32": ("utf-32-le", 4)}
TEXTS = st.text(st.sampled_from("申请a1，𠮷👍é\u2028\u0085\x0c\r\n\n "), max_size=40)


@pytest.mark.parametrize("encoding", CODECS)
@given(text=TEXTS)
def test_units_are_those_of_the_codec(encoding: str, text: str) -> None:
    codec, size = CODECS[encoding]
    assert units(text, encoding) == len(text.encode(codec)) // size


@pytest.mark.parametrize("encoding", CODECS)
@given(text=TEXTS, data=st.data())
def test_places_and_offsets_are_inverse(encoding: str, text: str, data: st.DataObject) -> None:
    buffer = Buffer(text, encoding)
    offset = data.draw(st.integers(0, len(text)))
    inside_crlf = text[offset - 1 : offset + 1] == "\r\n"
    assert buffer.offset(buffer.place(offset)) == (offset - 1 if inside_crlf else offset)


@given(text=TEXTS, offset=st.integers(0, 40))
def test_a_line_is_what_the_protocol_says(text: str, offset: int) -> None:
    offset = min(offset, len(text))
    before = text[:offset].replace("\r\n", "\n").replace("\r", "\n")
    if text[offset - 1 : offset + 1] == "\r\n":
        before = before[:-1]
    line, character = Buffer(text, "utf-32").place(offset)
    assert line == before.count("\n")
    if text[offset - 1 : offset + 1] != "\r\n":
        assert character == len(before) - before.rfind("\n") - 1


def test_places_beyond_the_end_are_the_end() -> None:
    buffer = Buffer("一\r\n𠮷吉")
    assert buffer.offset((0, 9)) == 1
    assert buffer.offset((1, 9)) == 5
    assert buffer.offset((9, 0)) == 5


def test_a_place_inside_a_character_is_before_it() -> None:
    assert Buffer("𠮷吉").offset((0, 1)) == 0
    assert Buffer("申请", "utf-8").offset((0, 4)) == 1


@given(text=TEXTS, start=st.integers(0, 40), length=st.integers(0, 9), new=TEXTS)
def test_replacing(text: str, start: int, length: int, new: str) -> None:
    start = min(start, len(text))
    span = Span(start, min(start + length, len(text)))
    changed = Buffer(text).replaced(span, new)
    assert changed == Buffer(text[: span.start] + new + text[span.end :])
