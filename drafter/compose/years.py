"""Moves the years of last year's sentences on, where they should move."""

from __future__ import annotations

import re

from drafter.model.span import Span

_YEAR = re.compile(r"(?<![\d〔\[（(.\-/])(20\d{2})(?=\s*年)")
_RANGE = re.compile(r"20\d{2}年?\s*[-—–~～至到]+\s*20\d{2}(?:年|\b)")
_TITLE = re.compile(r"《[^》]*》")
_FIXED_BEFORE = re.compile(r"(?:自|从|于|始于)$")
_FIXED_AFTER = re.compile(r"年?(?:修订|修正|版|起|施行|印发|公布|发布|出台|成立)")
_DATE = re.compile(r"(?:20\d{2}年)?\s*(?<!\d)(\d{1,2})月(?:(\d{1,2})日|份|底|初|中旬|上旬|下旬)?")
_PERIOD = re.compile(r"1月1日|12月31日|(?:12月底)")
_COMPARED = re.compile(
    r"(?:较|比|同比|环比|相比|与)[^，。；]{0,12}(?:上年|去年|上一年|20\d{2}年)|同比|环比|上升|下降\d|增长\d|增加\d|减少\d|翻番|持平"
)


def moved(sentence: str, year: int) -> list[tuple[Span, str]]:
    """The years to replace in a sentence of the report on `year` - 1, with what to write instead.

    The report's own year, the one before and the one after move on by one. Years of file numbers, laws, plans, ranges
    and beginnings (自2021年起) stay. Spans count from the start of the sentence.
    """
    still = [m.span() for pattern in (_TITLE, _RANGE) for m in pattern.finditer(sentence) if not _whole_year(m.group())]
    found = []
    for match in _YEAR.finditer(sentence):
        number = int(match[1])
        inside = any(a <= match.start() < b for a, b in still)
        if abs(number - (year - 1)) > 1 or inside or _stays(sentence, match):
            continue
        found.append((Span(match.start(), match.end()), str(number + 1)))
    return found


def dated_titles(sentence: str, year: int) -> list[Span]:
    """Titles of documents that carry last year's number or the one before: this year's will have another name."""
    return [
        Span(m.start(), m.end())
        for m in _TITLE.finditer(sentence)
        if any(re.search(rf"(?<![〔\d]){y}年", m.group()) for y in (year - 1, year - 2))
    ]


def is_event(sentence: str) -> bool:
    """Whether a sentence tells of a day or month: something that happened last year and not again."""
    return bool(_DATE.search(_PERIOD.sub("", sentence)))


def is_comparison(sentence: str) -> bool:
    """Whether a sentence compares years: last year's comparison is of no use."""
    return bool(_COMPARED.search(sentence))


def _whole_year(words: str) -> bool:
    years = re.findall(r"20\d{2}", words)
    return words.startswith("20") and years[0] == years[-1]


def _stays(sentence: str, match: re.Match[str]) -> bool:
    before, after = sentence[: match.start()], sentence[match.end() :]
    if _PERIOD.match(after.removeprefix("年")):
        return False
    if _FIXED_BEFORE.search(before):
        return True
    return bool(_FIXED_AFTER.match(after))
