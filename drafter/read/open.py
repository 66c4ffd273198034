"""Chooses the reader of a file by its first bytes, then by its name."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import PurePath
from typing import cast

from drafter.model.document import Document
from drafter.model.problem import UnreadableInput

Reader = Callable[[bytes, str], Document]

_READERS = {
    "docx": ("drafter.read.docx", "read_docx"),
    "html": ("drafter.read.html", "read_html"),
    "pdf": ("drafter.read.pdf", "read_pdf"),
    "office": ("drafter.read.office", "read_office"),
    "text": ("drafter.read.text", "read_text"),
}
_BY_SUFFIX = {
    ".docx": "docx", ".docm": "docx", ".html": "html", ".htm": "html", ".shtml": "html", ".pdf": "pdf",
    ".doc": "office", ".wps": "office", ".txt": "text", ".md": "text", ".markdown": "text", ".text": "text",
}  # fmt: skip

SUFFIXES = frozenset(_BY_SUFFIX)
"""File name endings that are read when a directory is walked."""

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def read_document(data: bytes, name: str) -> Document:
    """Read a file's bytes; `name` is its path or the name given with standard input.

    Raises UnreadableInput.
    """
    module, function = _READERS[_kind(data, name)]
    reader = cast(Reader, getattr(import_module(module), function))
    return reader(data, name)


def _kind(data: bytes, name: str) -> str:
    suffix = PurePath(name).suffix.lower()
    head = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n")
    if data.startswith(b"%PDF-"):
        return "pdf"
    if data.startswith((_OLE, b"{\\rtf")):
        return "office"
    if data.startswith(b"PK\x03\x04"):
        if suffix in (".xlsx", ".pptx", ".zip", ".ofd"):
            raise UnreadableInput("unsupported", f"不能读取 {suffix} 文件；请给出 docx、html、pdf 或文本")
        return "docx"
    if head[:15].lower().startswith((b"<!doctype html", b"<html")):
        return "html"
    kind = _BY_SUFFIX.get(suffix, "text")
    if kind in ("docx", "pdf"):
        return kind if data else "text"
    return "text" if kind == "office" else kind
