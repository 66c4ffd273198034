"""Word comments that ask for silence: `drafter:忽略 W101 原因`."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Set

from drafter.model.document import Silencer
from drafter.model.source import SourceText
from drafter.model.span import Span
from drafter.ooxml.xmltree import Element

_REQUEST = re.compile(r"^\W*drafter\s*[:：]\s*(?:忽略|ignore)\s*(.*)$", re.IGNORECASE | re.DOTALL)
_CODE = re.compile(r"(?!reason\b)([A-Za-z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)*)[\s,，、;；]*", re.IGNORECASE)
_LEAD = re.compile(r"^(?:原因|理由|reason|--|—+|[:：\s])+", re.IGNORECASE)


def parse_request(text: str) -> tuple[tuple[str, ...], str] | None:
    """Codes and reason of a comment's text, or None where it is no request."""
    match = _REQUEST.match(text.strip())
    if match is None:
        return None
    rest = match[1]
    codes: list[str] = []
    at = 0
    while (code := _CODE.match(rest, at)) is not None:
        codes.append(code[1])
        at = code.end()
    return tuple(codes), _LEAD.sub("", rest[at:].strip())


def comment_text(comment: Element) -> str:
    """The words of a `w:comment`, one line a paragraph."""
    paragraphs = (e for e in comment.walk() if e.tag == "w:p")
    return "\n".join("".join(t.text for e in p.walk() if e.tag == "w:t" for t in e.texts) for p in paragraphs)


def read_silencers(comments: Element | None, body: Element, source: SourceText, part: str) -> tuple[Silencer, ...]:
    """The requests among the comments, each with the words it stands on (else the paragraph it stands in)."""
    requests = {
        c.get("w:id"): request
        for c in (comments.children if comments is not None else ())
        if c.tag == "w:comment" and (request := parse_request(comment_text(c))) is not None
    }
    if not requests:
        return ()
    index = _Index(source, part)
    found = []
    for key, (start, end) in _anchors(body, requests.keys()).items():
        scope = index.span(start, end)
        if scope is not None:
            found.append(Silencer(scope, scope, *requests[key]))
    return tuple(sorted(found, key=lambda silencer: silencer.scope))


def _anchors(body: Element, wanted: Set[str]) -> dict[str, tuple[int, int]]:
    starts: dict[str, int] = {}
    anchors: dict[str, tuple[int, int]] = {}
    for element in body.walk():
        key = element.get("w:id")
        if element.tag == "w:commentRangeStart" and key in wanted:
            starts[key] = element.start
        elif element.tag == "w:commentRangeEnd" and key in starts:
            anchors[key] = (starts[key], element.end)
        elif element.tag == "w:commentReference" and key in wanted and key not in anchors:
            paragraph = _paragraph(element)
            anchors[key] = (paragraph.start, paragraph.end)
    return anchors


def _paragraph(element: Element) -> Element:
    while element.tag != "w:p" and element.parent is not None:
        element = element.parent
    return element


class _Index:
    """Finds the text between two places of a part."""

    def __init__(self, source: SourceText, part: str) -> None:
        self._pieces = sorted((p for p in source.pieces if p.part == part), key=lambda p: p.raw_start)
        self._starts = [p.raw_start for p in self._pieces]

    def span(self, start: int, end: int) -> Span | None:
        """The text that stands wholly between two raw offsets."""
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        pieces = [p for p in self._pieces[first:last] if p.raw_end <= end]
        if not pieces:
            return None
        return Span(min(p.span.start for p in pieces), max(p.span.end for p in pieces))
