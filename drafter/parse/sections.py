"""Titles against the form, and the numbered parts inside a section."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache
from itertools import islice, takewhile

from rapidfuzz import fuzz

from drafter.model.form import FormSection
from drafter.model.report import Subsection
from drafter.model.span import Span
from drafter.parse.canvas import Canvas

_PUNCT = str.maketrans("(),:;", "（），：；")
_MARK = re.compile(r"[（(]([一二三四五六七八九])[)）][、.．]?")
_STOP = re.compile(r"[。：:；;，,]|\d{4}年")
_PARTS = re.compile(r"方面|情况|工作|机制|建设$")


@lru_cache(maxsize=64)
def exact_title(words: str, section: FormSection) -> bool:
    """Whether a section's title stands in the mandated wording or an accepted long form."""
    return words.translate(_PUNCT) in {t.translate(_PUNCT) for t in (section.title, *section.aliases)}


def subsections_of(canvas: Canvas, start: int, end: int, kinds: tuple[FormSection, ...]) -> tuple[Subsection, ...]:
    """The parts （一）（二）… between two view indices; with `kinds`, unnumbered lines that are such a heading count
    too."""
    view = canvas.view
    marks = [
        (m.start(), m.end(), m.group(1)) for m in _MARK.finditer(view.text, start, end) if _opens(canvas, m.start())
    ]
    if kinds and len(marks) < 3:
        known = {mark[1] for mark in marks}
        marks += [mark for mark in _unnumbered(canvas, start, end, kinds) if mark[1] not in known]
        marks.sort()
    found = []
    for i, (first, words, number) in enumerate(marks):
        stop = marks[i + 1][0] if i + 1 < len(marks) else end
        head = _heading_end(canvas, words, stop)
        kind = _kind(view.text[words:head], kinds)
        found.append(Subsection(kind, number, view.span(first, head), Span(view.home[head - 1] + 1, view.home[stop])))
    return tuple(found)


def _opens(canvas: Canvas, index: int) -> bool:
    """Whether a number may open a part here: at a line's start or after a full stop."""
    return (
        index in canvas.starts or index == 0 or canvas.view.text[index - 1] in "。；！：:" or not canvas.in_grid(index)
    )


def _heading_end(canvas: Canvas, start: int, stop: int) -> int:
    line = canvas.line_at(start)
    limit = min(stop, line.end if line else stop, start + 24)
    text = canvas.view.text[start:limit]
    mark = _STOP.search(text)
    return start + (mark.start() if mark else len(text))


@lru_cache(maxsize=512)
def _kind(words: str, kinds: tuple[FormSection, ...]) -> str:
    core = _PARTS.sub("", words) or words
    best, score = "", 0.0
    for kind in kinds:
        for name in (kind.title, *kind.old):
            likeness = 100.0 if words.startswith(name) else fuzz.ratio(core, _PARTS.sub("", name) or name)
            # 依申请公开 holds 公开 too: the longer title that fits wins.
            likeness += len(name) * 0.01
            if likeness > score:
                best, score = kind.kind, likeness
    return best if score >= 74 else ""


def _unnumbered(canvas: Canvas, start: int, end: int, kinds: tuple[FormSection, ...]) -> list[tuple[int, int, str]]:
    found = []
    first = bisect_left(canvas.lines, start, key=lambda line: line.start)
    for line in takewhile(lambda line: line.start < end, islice(canvas.lines, first, None)):
        if line.start >= start:
            words = canvas.view.text[line.start : min(line.end, line.start + 16)]
            lead = re.match(r"\d{1,2}[.、．]|[一二三四五六]是|[-—•·]+", words)
            skip = lead.end() if lead else 0
            head = _STOP.split(words[skip:])[0]
            if len(head) <= 14 and any(
                head.startswith(n) and len(head) <= len(n) + 4 for k in kinds for n in (k.title, *k.old)
            ):
                found.append((line.start, line.start + skip, ""))
    return found
