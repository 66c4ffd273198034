"""The sentences that may hold a claim, as folded views that know their place in the source."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from drafter.model.report import Report
from drafter.model.span import Span
from drafter.model.view import View, squeezed

# A line break ends a sentence unless the text runs on: a reader may keep the lines of a page.
_BREAK = re.compile(
    r"[。！？!?]+[”’）】》]*|\n\s*\n|[\r\n]+(?=[ \u3000]{2,})"
    r"|(?<=[^，、：；,])\n(?=\s*(?:[（(]?[一二三四五六七八九十]{1,3}[）)、.．]|\d{1,2}[.．、]))"
)
_STOPS = re.compile(r"。\r?\n")
_TRIGGER = re.compile(
    r"申请|复议|诉讼|起诉|规范性文件|规章|许可|处罚|行政强制|事业性收费|处理费|收费通知|结转|转结|不予公开|予以公开|"
    r"主动公开[^。]{0,12}信息[^。]{0,6}\d|部分公开|无法提供|不予处理|其他处理|自然人|商业企业|法人|维持|纠正|撤诉|审结|现行有效|废止|制发|"
    r"[\d０-９一二三四五六七八九十百两]\s*[余多]?\s*[件宗起]|[\d０-９]\s*[余多]?\s*[条份例个篇次项][^。]*[\d０-９]\s*[条份例个篇次项]"
)
_PROSE = re.compile(r"[。，,；;《\d]")
_MOTTO = 20
_WRAP = re.compile(r"[\r\n]+")
_FIGURE = re.compile(r"\d|[二两三四五六七八九十百][件条份篇期次场个项批]")


class Passage(NamedTuple):
    """A sentence: its words as they stand, the same folded, where it begins, and the kind of sub-section it stands in.

    `spoken` says that it holds a word or figures that a claim may be made of, and not just some number.
    """

    raw: str
    text: str
    start: int
    section: str = ""
    spoken: bool = True

    @property
    def view(self) -> View:
        """The folded words with their places in the source."""
        return squeezed(self.raw, self.start)


class Lines(NamedTuple):
    """A paragraph that begins at `start`: its sentences of interest, with offsets from there."""

    start: int
    passages: tuple[Passage, ...]


class Stretch(NamedTuple):
    """A part of the prose that begins at `start`, with its paragraphs that hold sentences of interest; their offsets
    count from there. `kinds` are the kinds of sub-section by where they begin and end in it."""

    start: int
    paragraphs: tuple[Lines, ...]
    kinds: tuple[tuple[int, int, str], ...]

    def spoken(self) -> Iterator[list[Passage]]:
        """The sentences a claim may be made of, paragraph by paragraph, with offsets in the source."""
        for paragraph in self.paragraphs:
            found = [p for p in paragraph.passages if p.spoken]
            if found:
                yield [self._placed(p, paragraph.start + p.start) for p in found]

    def kind_at(self, at: int) -> str:
        """The kind of the sub-section that holds an offset, empty where there is none."""
        for start, end, kind in self.kinds:
            if start <= at < end:
                return kind
        return ""

    def _placed(self, passage: Passage, at: int) -> Passage:
        return Passage(passage.raw, passage.text, self.start + at, self.kind_at(at))


def stretches(text: str, report: Report) -> tuple[Stretch, ...]:
    """The prose with its sentences that hold a word or a figure of interest, in order."""
    parts = tuple((p.body, p.kind) for s in report.sections for p in s.subsections)
    return _stretches(text, report.narrative or tuple(_outside_tables(text, report)), parts)


@lru_cache(maxsize=2)
def _stretches(text: str, prose: tuple[Span, ...], parts: tuple[tuple[Span, str], ...]) -> tuple[Stretch, ...]:
    """The stretches of the text at `prose`; `parts` are the bodies of its sub-sections with their kinds."""
    heads = [end for body, _ in parts if (end := _heading_end(text, body.start))]
    found = []
    for span in prose:
        inside = tuple(h - span.start for h in heads if span.start < h < span.end)
        kinds = tuple((body.start - span.start, body.end - span.start, kind) for body, kind in parts if kind)
        found.append(Stretch(span.start, _of_interest(span.of(text), inside), kinds))
    return tuple(found)


def _of_interest(text: str, heads: tuple[int, ...]) -> tuple[Lines, ...]:
    """The sentences of interest in a text that headings end in at `heads`, paragraph by paragraph.

    What ends in a full stop and a line break is read by itself, and remembered: while a draft is written, most of it
    stays as it is.
    """
    found: list[Lines] = []
    start = 0
    for end in (*(stop.end() for stop in _STOPS.finditer(text)), len(text)):
        inside = tuple(h - start for h in heads if start < h < end)
        found += [Lines(start + line.start, line.passages) for line in _read(text[start:end], inside)]
        start = end
    return tuple(found)


@lru_cache(maxsize=512)
def _read(text: str, heads: tuple[int, ...]) -> tuple[Lines, ...]:
    found: list[Lines] = []
    paragraph: list[Passage] = []
    begin = 0
    for start, end in _apart(text, heads):
        raw = text[start:end]
        spoken, counted = _interest(raw)
        if spoken or counted:
            begin = begin if paragraph else start
            paragraph.append(Passage(raw, squeezed(raw).text, start - begin, "", spoken))
        if paragraph and (_ends_paragraph(text, end) or end == len(text)):
            found.append(Lines(begin, tuple(paragraph)))
            paragraph = []
    return tuple(found)


@lru_cache(maxsize=1024)
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


def _apart(text: str, heads: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The sentences of a stretch, cut behind headings as well."""
    for start, end in pairwise((0, *heads, len(text))):
        at = start
        for mark in _BREAK.finditer(text, start, end):
            if mark.end() > at:
                yield at, mark.end()
                at = mark.end()
        if at < end:
            yield at, end


def _ends_paragraph(text: str, end: int) -> bool:
    return "\n" in text[max(end - 2, 0) : end + 2]
