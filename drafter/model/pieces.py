"""The smallest units of prose that say one thing: what duplication compares."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.model.span import Span

# A colon ends a unit only where a list begins: 存在以下问题：一是……；二是……
_PIECE = re.compile(
    r"(?:[^。！？；：\r\n]|：(?!\s*(?:一是|首先|第一|[（(]一[)）]|[1１][.．、]|一、)))+[。！？；：]?[”’）】》]*"
)


def pieces(text: str, span: Span) -> Iterator[Span]:
    """Sentences of a stretch of prose, items of a list apart; white space at the ends left out."""
    for match in _PIECE.finditer(text, span.start, span.end):
        body = match.group()
        start = match.start() + len(body) - len(body.lstrip())
        end = match.end() - (len(body) - len(body.rstrip()))
        if start < end:
            yield Span(start, end)
