"""The sentences that may hold a claim, as folded views that know their place in the source."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from drafter.model.report import Report
from drafter.model.span import Span
from drafter.model.view import View, squeezed

# A line break ends a sentence unless the text runs on: a reader may keep the lines of a page.
_BREAK = re.compile(
    r"[。！？!?]+[”’）】》]*|\n\s*\n|[\r\n]+(?=[ \u3000]{2,})"
    r"|(?<=[^，、：；,])\n(?=\s*(?:[（(]?[一二三四五六七八九十]{1,3}[）)、.．]|\d{1,2}[.．、]))"
)
_TRIGGER = re.compile(
    r"申请|复议|诉讼|起诉|规范性文件|规章|许可|处罚|行政强制|事业性收费|处理费|收费通知|结转|转结|不予公开|予以公开|"
    r"主动公开[^。]{0,12}信息[^。]{0,6}\d|部分公开|无法提供|不予处理|其他处理|自然人|商业企业|法人|维持|纠正|撤诉|审结|现行有效|废止|制发|"
    r"[\d０-９一二三四五六七八九十百两]\s*[余多]?\s*[件宗起]|[\d０-９]\s*[余多]?\s*[条份例个篇次项][^。]*[\d０-９]\s*[条份例个篇次项]"
)
_PROSE = re.compile(r"[。，,；;《\d]")
_MOTTO = 20
_WRAP = re.compile(r"[\r\n]+")
_FIGURE = re.compile(r"\d|[二两三四五六七八九十百][件条份篇期次场个项批]")


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence: its view, the number of its paragraph and the kind of sub-section it stands in.

    `spoken` says that it holds a word or figures that a claim may be made of, and not just some number.
    """

    view: View
    paragraph: int
    section: str = ""
    spoken: bool = True


def passages(text: str, report: Report) -> Iterator[Passage]:
    """The sentences of the prose that hold a word or a figure of interest, in order."""
    spans = report.narrative or tuple(_outside_tables(text, report))
    parts = [(p.body, p.kind) for s in report.sections for p in s.subsections]
    heads = [end for body, _ in parts if (end := _heading_end(text, body.start))]
    paragraph = 0
    for span in spans:
        paragraph += 1
        for start, end in _apart(text, span, heads):
            raw = text[start:end]
            spoken, counted = _interest(raw)
            if spoken or counted:
                kind = next((k for body, k in parts if body.start <= start < body.end), "")
                yield Passage(squeezed(raw, start), paragraph, kind, spoken)
            paragraph += _ends_paragraph(text, end)


@lru_cache(maxsize=512)
def _interest(sentence: str) -> tuple[bool, bool]:
    """Whether a sentence holds what a claim may be made of, and whether it holds a figure."""
    return _TRIGGER.search(_WRAP.sub("", sentence)) is not None, _FIGURE.search(sentence) is not None


def _outside_tables(text: str, report: Report) -> Iterator[Span]:
    at = 0
    for table in sorted(report.tables, key=lambda t: t.span.start):
        if table.span.start > at:
            yield Span(at, table.span.start)
        at = max(at, table.span.end)
    yield Span(at, len(text))


def _heading_end(text: str, at: int) -> int:
    """Where the line of a heading ends that goes on to `at`; 0 when prose follows on it.

    A heading on a line of its own is no part of the sentence below it, a motto behind it no less.
    """
    end = text.find("\n", at - 1, at + _MOTTO)
    return end + 1 if end >= 0 and _PROSE.search(text, at, end) is None else 0


def _apart(text: str, span: Span, heads: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The sentences of a span, cut behind headings as well."""
    edges = [span.start, *(h for h in heads if span.start < h < span.end), span.end]
    for start, end in pairwise(edges):
        yield from _cut(text, Span(start, end))


def _cut(text: str, span: Span) -> Iterator[tuple[int, int]]:
    at = span.start
    for mark in _BREAK.finditer(text, span.start, span.end):
        if mark.end() > at:
            yield at, mark.end()
            at = mark.end()
    if at < span.end:
        yield at, span.end


def _ends_paragraph(text: str, end: int) -> bool:
    return "\n" in text[max(end - 2, 0) : end + 2]
