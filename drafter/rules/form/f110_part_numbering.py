"""标题的层次是“一、”“（一）”“1.”“（1）”，同一层的序号要连续，下一层不能用上一层的序号。

跳号、重号多半是增删段落以后忘了改；在“（三）”下面再起“一、”，是层次倒置。改法：按次序重新编号。
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice, pairwise
from typing import NamedTuple

from drafter.model.diagnostic import Edit, Fix, Related, Safety, Severity
from drafter.model.facts import Facts
from drafter.model.report import Section
from drafter.model.span import Span
from drafter.rules.base import Bad, Finding, Good, Rule
from drafter.rules.form.basis import FORM_2021

_CHINESE = "一二三四五六七八九十"
_ARABIC_DIGITS = tuple(str(n) for n in range(1, 30))
_BRACKETED = re.compile(r"[（(]([一二三四五六七八九十])[)）]")
_ARABIC = re.compile(r"(\d{1,2})[.．、](?:(?![\d.])|(?=20\d\d年|\d+[件起宗名人次]))")
_TOP = re.compile(r"([一二三四五六七八九十])、(?=[^\n\r]{2,30}$)")


class _Number(NamedTuple):
    """A number of a row, `top`, `bracketed` or `arabic`: where its digits stand, and what they say."""

    row: str
    start: int
    end: int
    written: str
    number: int

    @property
    def span(self) -> Span:
        """Where its digits stand."""
        return Span(self.start, self.end)


def check(facts: Facts) -> Iterator[Finding]:
    """Breaks in the two lower rows of numbers, and top numbers inside a numbered part, in the prose sections."""
    for kind in ("overview", "problems", "other"):
        section = facts.report.section(kind)
        numbers = list(_numbers(facts, section)) if section is not None else []
        if not numbers:
            continue
        parts = [n for n in numbers if n.row == "bracketed"]
        yield from _breaks(parts, "（{}）", tuple(_CHINESE))
        for row in _rows([n for n in numbers if n.row == "arabic"], [n.start for n in parts]):
            yield from _breaks(row, "{}.", _ARABIC_DIGITS)
        inverted = [n for n in numbers if n.row == "top" and parts and parts[0].start < n.start]
        if inverted:
            yield Finding(inverted[0].span, "层次倒置：“（一）”之下不能再用“一、”，应为“1.”")


def _numbers(facts: Facts, section: Section) -> Iterator[_Number]:
    """The numbers of a section, in order."""
    lines = facts.prose.lines
    first = bisect_left(lines, section.body.start, key=lambda line: line[0].start)
    for line, words in islice(lines, first, None):
        if line.start >= section.body.end:
            return
        for n in _numbers_of(words):
            yield n._replace(start=n.start + line.start, end=n.end + line.start)


@lru_cache(maxsize=512)
def _numbers_of(line: str) -> tuple[_Number, ...]:
    """The numbers of a paragraph, with offsets from its start: those it begins with, and（一）anywhere in it where a
    sentence may begin."""
    found = []
    if arabic := _ARABIC.match(line):
        found.append(_Number("arabic", *arabic.span(1), arabic[1], int(arabic[1])))
    elif top := _TOP.match(line):
        found.append(_Number("top", *top.span(1), top[1], _CHINESE.index(top[1]) + 1))
    inner = [m for m in _BRACKETED.finditer(line) if _opens(line[: m.start()])]
    return (*found, *(_Number("bracketed", *m.span(1), m[1], _CHINESE.index(m[1]) + 1) for m in inner))


def _opens(before: str) -> bool:
    """Whether a number may stand here: at the start, or behind a sentence or what announces a list."""
    before = before.rstrip(" \t\u3000")
    return not before or before[-1] in "。；：:"


def _rows(numbers: list[_Number], parts: list[int]) -> Iterator[list[_Number]]:
    """The numbers of each numbered part by themselves."""
    for start, stop in pairwise([0, *parts, 1 << 40]):
        yield [n for n in numbers if start <= n.start < stop]


def _breaks(numbers: list[_Number], form: str, digits: tuple[str, ...]) -> Iterator[Finding]:
    """Numbers that neither follow the one before, nor stand where they belong, nor begin a new row."""
    right = 0
    for i, found in enumerate(numbers):
        right = 1 if found.number == 1 else right + 1
        if i == 0 or found.number in (1, right) or right > len(digits):
            continue
        if found.number != numbers[i - 1].number + 1:
            after = numbers[i + 1].number if i + 1 < len(numbers) else right + 1
            yield _finding(found, numbers[i - 1], form, digits[right - 1], mendable=after in (1, right + 1))


def _finding(found: _Number, before: _Number, form: str, right: str, *, mendable: bool) -> Finding:
    """`mendable` says that changing this number alone puts the row right."""
    fix = Fix(f"改为“{form.format(right)}”", (Edit(found.span, right),), Safety.UNSAFE)
    return Finding(
        found.span,
        f"序号不连续：“{form.format(before.written)}”之后是“{form.format(found.written)}”，应为“{form.format(right)}”",
        (Related("前一个序号", before.span),),
        fix=fix if mendable else None,
    )


RULE = Rule(
    code="F110",
    name="part-numbering",
    severity=Severity.WARNING,
    summary="各层序号连续，层次不倒置",
    basis=("GB/T 9704—2012《党政机关公文格式》7.3.3", FORM_2021),
    needs=("sections",),
    check=check,
    examples=(
        Bad(lines={"（三）政府信息管理": "（⟦四⟧）政府信息管理"}),
        Bad(lines={"（三）政府信息管理。": "（三）政府信息管理。\n1.拟稿时注明属性。\n⟦3⟧.答复前逐件审核。\n"}),
        Bad(lines={"（三）政府信息管理。": "（三）政府信息管理。\n⟦一⟧、健全制度\n"}),
        Good(),
        Good(lines={"（三）政府信息管理。": "（三）政府信息管理。\n1.拟稿时注明属性。\n2.答复前逐件审核。\n"}),
        Good(lines={"（三）政府信息管理。": "（三）政府信息管理。\n1.注明属性。\n2.2024年逐件审核。\n3.建立台账。\n"}),
    ),
)
