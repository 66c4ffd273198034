"""Plain text and Markdown: one paragraph a line, nothing changed."""

from __future__ import annotations

import re

from drafter.model.block import Paragraph
from drafter.model.document import Document, Note
from drafter.model.source import SourceText
from drafter.model.span import Span
from drafter.read.decode import decode
from drafter.read.limits import check_text

_LINE = re.compile(r"[^\r\n]+")
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
    lines = [m.span() for m in _LINE.finditer(text)]
    spans = [Span(*line) for line in lines if _SEEN.match(text, *line)]
    blocks = tuple([Paragraph(s, heading=_level(s.of(text))) for s in spans] if "#" in text else map(Paragraph, spans))
    notes = []
    lost = text.find("\ufffd")
    if lost >= 0:
        notes.append(Note("文件里有无法还原的字（�），请核对原稿", Span(lost, lost + 1)))
    container = "md" if name.lower().endswith((".md", ".markdown")) else "txt"
    return Document(name, SourceText(text), blocks, container, encoding, tuple(notes))


def _level(line: str) -> int:
    stripped = line.lstrip()
    hashes = len(stripped) - len(stripped.lstrip("#"))
    return hashes if 0 < hashes < 7 and stripped[hashes : hashes + 1].isspace() else 0
