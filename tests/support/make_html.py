"""Small web pages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape


def para(words: str, tag: str = "p") -> str:
    """A paragraph of plain words."""
    return f"<{tag}>{escape(words, quote=False)}</{tag}>"


def table(rows: Iterable[Sequence[str]]) -> str:
    """A table; a cell that begins with `<td` stands as it is."""
    lines = ("".join(c if c.startswith("<td") else f"<td>{escape(c, quote=False)}</td>" for c in row) for row in rows)
    return "<table>" + "".join(f"<tr>{line}</tr>" for line in lines) + "</table>"


def page(body: str, title: str = "网页", head: str = '<meta charset="utf-8">') -> bytes:
    """A page in UTF-8."""
    return f"<!DOCTYPE html><html><head>{head}<title>{escape(title)}</title></head><body>{body}</body></html>".encode()
