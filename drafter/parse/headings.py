"""Finds the six section headings, however they are numbered, broken or glued.

Candidates are every stretch that reads like a mandated title; each is scored by how it stands (at a line's start,
filling the line, with the right ordinal). The best chain in the form's order wins; further strong ones are kept too,
so that doubled and misplaced sections can be reported.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz

from drafter.model.form import Form, FormSection
from drafter.parse.canvas import Canvas, Line
from drafter.parse.portions import Portion, portions

# （一） numbers the parts of section one, never a section: those parts are named much like sections two and three.
_NUMBER = r"(?:第?([一二三四五六七八九])(?:[、，,.．：:]|部分[、，:：]?)|([1-9])[、.．，](?!\d))"
_ORDINAL = re.compile(f"{_NUMBER}$")
_LEAD = re.compile(rf"(?:{_NUMBER}|[-—•·*●■]+)?")
_DIGITS = "一二三四五六七八九"
_KEYWORDS = {
    "overview": ("总体情况", "概述", "总体概况"),
    "disclosure": ("主动公开",),
    "requests": ("申请",),
    "review": ("复议", "诉讼"),
    "problems": ("问题",),
    "other": ("其他", "其它"),
}
_INLINE = re.compile(r"[一二三四五六七八九1-9][、.．，](?!(?<=\d[.、．])\d)")
_NO_TITLE = re.compile(r"[，。（(\d]")
_CELLS = re.compile(r"[\t|]")
_NEARLY = 82
_LONGER = 3
_INLINE_SHORTEST = 8
"""Code points of the shortest title that is looked for in running text."""
_ACCEPT = 3.4
_STRONG = 5.0


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading in view indices: `start` with its number, `title` where the words begin, `end` where they end."""

    kind: str
    start: int
    title: int
    end: int
    number: str
    likeness: float
    score: float

    def moved(self, by: int) -> Heading:
        """The same heading `by` places further on."""
        told = (self.number, self.likeness, self.score)
        return Heading(self.kind, self.start + by, self.title + by, self.end + by, *told)


def find_headings(canvas: Canvas, form: Form) -> tuple[Heading, ...]:
    """The section headings in text order, doubled and misplaced ones included."""
    found = [h for h in _candidates(canvas, form) if not canvas.in_grid(h.start)]
    best = _without_overlaps(found)
    chain = _chain(best, [s.kind for s in form.sections])
    taken = set(chain)
    # A doubled or misplaced heading counts only when it stands as a real heading does, in mandated words: the parts of
    # section one are often called 主动公开情况 and 依申请公开情况, and numbered 1. and 2.
    mandated = _mandated(form)
    extra = [h for h in best if h not in taken and h.score >= _STRONG and _stands_alone(canvas, h)]
    kinds = {h.kind for h in chain}
    extra = [h for h in extra if h.kind not in kinds or canvas.view.text[h.title : h.end] in mandated]
    extra = [h for h in extra if not chain or h.start > min(c.start for c in chain)]
    return tuple(sorted([*chain, *extra], key=lambda h: h.start))


@lru_cache(maxsize=4)
def _mandated(form: Form) -> frozenset[str]:
    return frozenset(t for s in form.sections for t in (s.title, *s.aliases))


def _candidates(canvas: Canvas, form: Form) -> Iterator[Heading]:
    for start, portion in portions(canvas):
        for heading in _in_portion(portion, form):
            yield heading.moved(start)


@lru_cache(maxsize=512)
def _in_portion(portion: Portion, form: Form) -> tuple[Heading, ...]:
    """The candidates of a portion that may be headings, in its view indices."""
    canvas = portion.canvas()
    found = (*_exact(canvas, form), *_at_lines(canvas, form), *_inline_fuzzy(canvas, form))
    return tuple(h for h in found if h.score >= _ACCEPT)


def _names(section: FormSection) -> tuple[str, ...]:
    return (section.title, *section.aliases, *section.old)


@lru_cache(maxsize=4)
def _sections_by_name(form: Form) -> Mapping[str, FormSection]:
    return {name: section for section in form.sections for name in _names(section)}


@lru_cache(maxsize=4)
def _endings(form: Form) -> re.Pattern[str]:
    """The last two characters of every title: there are few, however many titles there are."""
    return re.compile("|".join(sorted({name[-2:] for name in _sections_by_name(form)})))


def _exact(canvas: Canvas, form: Form) -> Iterator[Heading]:
    """Titles in so many words, wherever they stand."""
    text = canvas.view.text
    sections = _sections_by_name(form)
    names = tuple(sections)
    for ending in _endings(form).finditer(text):
        end = ending.end()
        if text.endswith(names, 0, end):
            for name in names:
                if text.endswith(name, 0, end):
                    yield _heading(canvas, sections[name], end - len(name), end, 100.0)


def _short_lines(
    canvas: Canvas, known: Mapping[str, FormSection]
) -> Iterator[tuple[Line, int, str, re.Match[str] | None]]:
    """Whole short lines that may be a misspelt title: where their words begin, the words, and the number before.

    A title in so many words (`known`) is found elsewhere; it is never a misspelt title of another section."""
    text = canvas.view.text
    for line in canvas.lines:
        if line.end - line.start > 44:
            continue
        lead = _LEAD.match(text, line.start, line.end)
        title = lead.end() if lead else line.start
        words = text[title : line.end].rstrip("：:。；;")
        if len(words) < 3 or words in known or _NO_TITLE.search(words) or _is_row(canvas, line):
            continue
        yield line, title, words, lead


def _at_lines(canvas: Canvas, form: Form) -> Iterator[Heading]:
    """Short lines that are nearly a title, or that carry the right number and the section's key word."""
    for line, title, words, lead in _short_lines(canvas, _sections_by_name(form)):
        number = _number(lead) or _numbering(line.numbering)
        for section in form.sections:
            likeness = _likest(words, section)
            keyed = number == section.number and len(words) <= 26 and any(k in words for k in _KEYWORDS[section.kind])
            if likeness >= 72 or (keyed and likeness >= 40):
                yield _heading(canvas, section, title, title + len(words), max(likeness, 60.0))


@lru_cache(maxsize=1024)
def _likest(words: str, section: FormSection) -> float:
    """How like the likest title of a section the words are; 0 where they begin with one, which is found elsewhere."""
    names = _names(section)
    return 0.0 if words.startswith(names) else max(fuzz.ratio(words, name) for name in names)


def _inline_fuzzy(canvas: Canvas, form: Form) -> Iterator[Heading]:
    """Nearly a title behind the right ordinal, in running text: `…。四、政府信息公开行政法复议、行政诉讼情况…`."""
    text = canvas.view.text
    sections = {section.number: section for section in form.sections}
    reach = max(map(len, _sections_by_name(form))) + _LONGER
    for mark in _INLINE.finditer(text):
        digit, sign = text[mark.start()], text[mark.end() - 1]
        section = sections.get(_DIGITS[int(digit) - 1] if digit.isdigit() else digit)
        if section is None or (sign == "，" and digit.isdigit()):
            continue
        for likeness, length in _nearly(text[mark.end() : mark.end() + reach], section):
            yield _heading(canvas, section, mark.end(), mark.end() + length, likeness)


@lru_cache(maxsize=1024)
def _nearly(words: str, section: FormSection) -> tuple[tuple[float, int], ...]:
    """How like the titles of a section the beginning of `words` is, where it is nearly one, and how much of it."""
    names = (name for name in (section.title, *section.aliases) if len(name) >= _INLINE_SHORTEST)
    found = (_likeness(words[: len(name) + _LONGER], name) for name in names)
    return tuple(f for f in found if f[0] >= _NEARLY)


def _likeness(words: str, name: str) -> tuple[float, int]:
    """How like `name` the beginning of `words` is, at the likest length; 0 where it is not nearly it."""
    best, length = 0.0, 0
    shortest = min(len(name) - _LONGER, len(words))
    for size in range(shortest, min(len(name) + _LONGER, len(words)) + 1):
        likeness = fuzz.ratio(words[:size], name, score_cutoff=_NEARLY)
        if likeness > best:
            best, length = likeness, size
    return best, length


def _heading(canvas: Canvas, section: FormSection, start: int, end: int, likeness: float) -> Heading:
    text = canvas.view.text
    before = _ORDINAL.search(text[max(0, start - 6) : start])
    number = _number(before)
    first = start - (before.end() - before.start()) if before else start
    if not before and start and text[start - 1] in "-—•·*●■":
        first = start - 1
    line = canvas.line_at(start)
    at_start = first in canvas.starts or start in canvas.starts
    if not number and at_start and line and line.numbering:
        number = _numbering(line.numbering)
    ends = end in canvas.ends or (text[end : end + 1] in "：:。" and end + 1 in canvas.ends)
    score = likeness / 50 + 2.0 * at_start + 1.5 * ends + (1.5 if number else 0.0) + 0.5 * (number == section.number)
    if not number and not (at_start and (ends or (line and line.heading) or first != start)):
        score = 0.0  # the words inside a sentence, or at the start of one, are no heading
    if number and text[start - 1 : start] in "）)" and not at_start:
        score -= 1.0
    return Heading(section.kind, first, start, end, number, likeness, score)


def _number(match: re.Match[str] | None) -> str:
    if match is None:
        return ""
    chinese, arabic = match.groups()
    return chinese or (_DIGITS[int(arabic) - 1] if arabic else "")


def _numbering(text: str) -> str:
    match = re.search(r"[一二三四五六七八九]", text)
    if match:
        return match.group()
    digit = re.search(r"[1-9]", text)
    return _DIGITS[int(digit.group()) - 1] if digit else ""


def _is_row(canvas: Canvas, line: Line) -> bool:
    """Whether a line is a row of a text table."""
    home = canvas.view.home
    return _CELLS.search(canvas.text, home[line.start], home[line.end - 1]) is not None


def _stands_alone(canvas: Canvas, heading: Heading) -> bool:
    return heading.start in canvas.starts and bool(heading.number)


def _without_overlaps(found: list[Heading]) -> list[Heading]:
    """The best of those that share characters, in text order."""
    kept: list[Heading] = []
    for heading in sorted(found, key=lambda h: (-h.score, -(h.end - h.title), h.start)):
        at = bisect_left(kept, heading.start, key=lambda h: h.start)
        before, behind = kept[at - 1 : at], kept[at : at + 1]
        if all(k.end <= heading.start for k in before) and all(heading.end <= k.start for k in behind):
            kept.insert(at, heading)
    return kept


def _chain(found: list[Heading], order: list[str]) -> list[Heading]:
    """The heaviest run of headings in the form's order; of equals the later, since lists of titles stand in front."""
    best: dict[str, tuple[float, list[Heading]]] = {}  # by the kind of its last heading
    for heading in found:
        before = [best[kind] for kind in order[: order.index(heading.kind)] if kind in best]
        score, chain = max(before, key=lambda sc: sc[0], default=(0.0, []))
        score += heading.score + heading.start * 1e-6
        if heading.kind not in best or score > best[heading.kind][0]:
            best[heading.kind] = (score, [*chain, heading])
    return max(best.values(), key=lambda sc: sc[0], default=(0.0, []))[1]
