"""Plain text and Markdown: one paragraph a line, nothing changed."""

from __future__ import annotations

import re

from drafter.model.block import Paragraph
from drafter.model.document import Document, Note
from drafter.model.source import SourceText
from drafter.model.span import Span
from drafter.read.decode import decode
from drafter.read.limits import check_text

_SEEN = re.compile(r"[\s\ufeff\u200b]*+[^\s\ufeff\u200b]")


def read_text(data: bytes, name: str) -> Document:
    """A text or Markdown file. Offsets count code points of the decoded file, its byte order mark left out.

    Raises UnreadableInput.
    """
    text, encoding = decode(data)
    return text_document(text, name, encoding)


def text_document(text: str, name: str, encoding: str = "utf-8") -> Document:
    """A document of text that is already decoded, such as an editor's buffer. Raises UnreadableInput (too_large)."""
    check_text(len(text))
    marked = "#" in text
    blocks = []
    at = 0
    for line in text.replace("\r", "\n").split("\n"):
        end = at + len(line)
        if _SEEN.match(line):
            span = Span(at, end)
            blocks.append(Paragraph(span, heading=_level(line)) if marked else Paragraph(span))
        at = end + 1
    notes = []
    lost = text.find("\ufffd")
    if lost >= 0:
        notes.append(Note("文件里有无法还原的字（�），请核对原稿", Span(lost, lost + 1)))
    container = "md" if name.lower().endswith((".md", ".markdown")) else "txt"
    return Document(name, SourceText(text), tuple(blocks), container, encoding, tuple(notes))


def _level(line: str) -> int:
    stripped = line.lstrip()
    hashes = len(stripped) - len(stripped.lstrip("#"))
    return hashes if 0 < hashes < 7 and stripped[hashes : hashes + 1].isspace() else 0
