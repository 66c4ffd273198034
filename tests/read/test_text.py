"""Plain text as paragraphs; spans are the file's own code points."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from drafter.read.open import read_document
from drafter.read.text import text_document

LINES = st.text(alphabet=st.sampled_from(list("年报 \t\u3000\u200b𠮷a1\r\n|。")), max_size=60)


@given(LINES)
def test_paragraphs_hold_all_words(text: str) -> None:
    document = text_document(text, "x.txt")
    spans = [b.span for b in document.blocks]
    assert all(a.end <= b.start for a, b in pairwise(spans))
    kept = "".join(s.of(text) for s in spans)
    assert [c for c in kept if not c.isspace() and c != "\u200b"] == [
        c for c in text if not c.isspace() and c != "\u200b"
    ]
    assert all("\n" not in s.of(text) and "\r" not in s.of(text) for s in spans)


def test_lost_characters_are_said() -> None:
    document = text_document("一、总体\ufffd情况", "x.txt")
    assert "�" in document.notes[0].message
    assert document.notes[0].span is not None
    assert document.notes[0].span.of(document.text) == "\ufffd"


def test_markdown_levels() -> None:
    document = text_document("# 标题\n## 一、总体情况\n正文 #1\n", "x.md")
    assert [getattr(b, "heading", 0) for b in document.blocks] == [1, 2, 0]
    assert document.container == "md"


def test_reader_by_content_not_only_by_name() -> None:
    page = "<!DOCTYPE html><html><body><p>一、总体情况</p></body></html>"
    assert read_document(page.encode(), "年报.txt").container == "html"
