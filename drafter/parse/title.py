"""Title, agency and year."""

from __future__ import annotations

import re
from dataclasses import dataclass

from drafter.model.span import Span
from drafter.parse.canvas import Canvas, Line

_YEAR = r"(?P<year>20\d{2}|二[〇○零OoＯ]{1}[一二三四五六七八九〇○零][一二三四五六七八九〇○零])年?(?:年?度)?"
_SUBJECT = r"(?:政府?信息|政务信息|政务|信息)公开"
_TITLE = re.compile(
    rf"(?P<agency>[^，。；、]*?){_YEAR}的?(?P<inner>[^，。；、0-9]{{0,24}}?){_SUBJECT}(?:工作)?的?(?:年度)?(?:工作)?(?:年度)?(?:情况)?(?:的)?(?:报告|年报)"
)
_PREFIX = re.compile(r"^(?:标题|题名|文件名称|索引号|当前位置|首页)[:：]?|^关于(?:公布|发布|印发)?|^[#《\[【]+")
_NOT_TITLE = re.compile(r"根据|按照|依据|编制|要求|如下|下载|现将|公布|>|＞")
_TOP = 8
_CHINESE = dict(zip("〇○零OoＯ一二三四五六七八九", "000000123456789", strict=True))
_LOOSE = re.compile(rf"{_SUBJECT}.{{0,10}}(?:报告|年报)$")


@dataclass(frozen=True, slots=True)
class Title:
    """What the title says; spans are in the source."""

    span: Span
    agency: str
    agency_span: Span | None
    year: int | None
    year_span: Span | None


def find_title(canvas: Canvas, before: int) -> Title | None:
    """The title in front of view index `before`, the first heading.

    A line that is a sentence (根据…编制…) is none. Without a year in it, a line ending in 政府信息公开…报告 still is.
    """
    lines = [line for line in canvas.lines if line.start < before]
    for i, line in enumerate(lines):
        words = canvas.view.text[line.start : line.end]
        if len(words) <= 70 and not _NOT_TITLE.search(words):
            match = _TITLE.search(words)
            if match:
                return _title(canvas, line, lines[i - 1] if i else None, match)
    for i in range(len(lines)):
        whole = _joined(lines, i)
        words = canvas.view.text[whole.start : whole.end]
        match = _TITLE.search(words) if len(words) <= 70 and not _NOT_TITLE.search(words) else None
        if match and match.end() == len(words):
            return _title(canvas, whole, lines[i - 1] if i else None, match)
    for line in lines:
        words = canvas.view.text[line.start : line.end]
        if len(words) <= 50 and _LOOSE.search(words) and not _NOT_TITLE.search(words):
            return Title(canvas.view.span(line.start, line.end), "", None, None, None)
    return _glued(canvas, before)


def _joined(lines: list[Line], i: int) -> Line:
    """A line and the next one, where a long title is broken."""
    follows = i + 1 < len(lines) and lines[i + 1].start == lines[i].end
    return Line(lines[i].start, lines[i + 1].end) if follows else lines[i]


def _title(canvas: Canvas, line: Line, above: Line | None, match: re.Match[str]) -> Title:
    view = canvas.view
    start, end = line.start + match.start("agency"), line.start + match.end("agency")
    prefix = _PREFIX.match(view.text[start:end])
    start += prefix.end() if prefix else 0
    if start == end and match.group("inner"):
        start, end = line.start + match.start("inner"), line.start + match.end("inner")
    top = start
    if start == end and above and _is_name(view.text[above.start : above.end]):
        start, end = above.start, above.end
        top = start
    agency = view.text[start:end]
    year = line.start + match.start("year"), line.start + match.end("year")
    first = min(top, line.start + match.start())
    if prefix:
        first = top
    return Title(
        view.span(first, line.start + match.end()),
        agency,
        view.span(start, end) if agency else None,
        _as_year(match.group("year")),
        view.span(*year),
    )


def _glued(canvas: Canvas, before: int) -> Title | None:
    """A title with the text run on behind it: the whole document on one line, below a page's own lines at most."""
    for line in canvas.lines[:_TOP]:
        if line.end - line.start <= 70:
            continue
        match = _TITLE.match(canvas.view.text, line.start, min(line.start + 70, before))
        if match is None or _NOT_TITLE.search(match.group()):
            continue
        head = Line(line.start, match.end())
        again = _TITLE.search(canvas.view.text[head.start : head.end])
        if again:
            return _title(canvas, head, None, again)
    return None


def _is_name(words: str) -> bool:
    return 2 < len(words) <= 30 and not re.search(r"[，。：:；、0-9]", words)


def _as_year(text: str) -> int:
    return int("".join(_CHINESE.get(c, c) for c in text))
