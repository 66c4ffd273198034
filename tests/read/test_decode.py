"""Encodings, byte order marks and what is no text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.data.sample import compose
from drafter.model.problem import UnreadableInput
from drafter.read.decode import LIMIT, decode

TEXT = compose()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16", "utf-16-le", "utf-16-be"])
def test_encodings(encoding: str) -> None:
    assert decode(TEXT.encode(encoding))[0] == TEXT


@pytest.mark.parametrize("ending", ["\r\n", "\r", "\n"])
def test_line_breaks_stay(ending: str) -> None:
    text = TEXT.replace("\n", ending)
    assert decode(text.encode())[0] == text


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"", "empty"),
        (b" \r\n\t\n", "empty"),
        ("\ufeff".encode(), "empty"),
        (b"\x00\x01\x02\x03" * 50, "binary"),
        (b"\x7fELF\x02\x01\x01" + bytes(range(32)) * 20, "binary"),
        (b"\xff\xfe\x00\xd8\x00", "encoding"),
        ("年报".encode() + b"\xff\x80\xfe", "encoding"),
        (b"a" * (LIMIT + 1), "too_large"),
    ],
)
def test_refused(data: bytes, kind: str) -> None:
    with pytest.raises(UnreadableInput) as caught:
        decode(data)
    assert caught.value.kind == kind
    assert "；" in caught.value.message or "请" in caught.value.message or "是" in caught.value.message


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_damaged_text_says_where(encoding: str) -> None:
    damaged = "第一行\r\n第二行" + "\x00" * 5 + TEXT
    with pytest.raises(UnreadableInput) as caught:
        decode(damaged.encode(encoding))
    assert caught.value.kind == "binary"
    assert "第 2 行" in caught.value.message
    assert "共 5 个" in caught.value.message


@given(st.text(alphabet=st.characters(codec="gb18030", exclude_categories=("Cc", "Cs", "Cn", "Co")), min_size=1))
def test_gb18030_never_raises_unexpectedly(text: str) -> None:
    """Any GB18030 bytes are read as some text or refused with a reason."""
    try:
        decoded, _ = decode(text.encode("gb18030"))
    except UnreadableInput:
        return
    assert decoded


@given(st.binary(max_size=400))
def test_any_bytes(data: bytes) -> None:
    """Read as some text, or refused for one of the known reasons; nothing else comes out."""
    try:
        kind = "" if decode(data)[0] else "nothing"
    except UnreadableInput as error:
        kind = error.kind
    assert kind in {"", "empty", "binary", "encoding", "too_large"}
