"""Blots out what converters write around a table's words and figures: tags, escapes, bullets.

The text keeps its length, so that offsets hold.
"""

from __future__ import annotations

import re

_SIGN = re.compile(r"[<\\]|^[ \t]*[-*+•●▪◦]\s", re.MULTILINE)
_CELL = re.compile(r"<(?:t[dh]\b|/tr\b)[^<>]{0,400}>", re.IGNORECASE)
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,400}>|<!--.{0,400}?-->", re.DOTALL)
_ESCAPE = re.compile(
    r"\\(?=[.\-()\[\]*_#+!|])|\\\\(?=[ \t]*$)|\\(?:hline|cline|toprule|midrule|bottomrule)\b", re.MULTILINE
)
_POINT = re.compile(r"(\d+)\\\.(?=\d)")
_BULLET = re.compile(r"^[ \t]*[-*+•●▪◦][ \t]+(?=[（(\u4e00-\u9fff]|\d{1,2}[.、．])", re.MULTILINE)


def unmarked(text: str) -> str:
    """The text with the cells of HTML tables parted by pipes and other markup made spaces."""
    if not _SIGN.search(text):
        return text
    text = _CELL.sub(lambda m: "|".ljust(len(m.group())), text)
    text = _POINT.sub(r" \1.", text)
    for markup in (_TAG, _ESCAPE, _BULLET):
        text = markup.sub(lambda m: re.sub(r"[^\r\n]", " ", m.group()), text)
    return text
