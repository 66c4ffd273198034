"""标题的层次是“一、”“（一）”“1.”“（1）”，同一层的序号要连续，下一层不能用上一层的序号。

跳号、重号多半是增删段落以后忘了改；在“（三）”下面再起“一、”，是层次倒置。改法：按次序重新编号。
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import islice, pairwise, takewhile

from drafter.model.diagnostic import Edit, Fix, Related, Safety, Severity
from drafter.model.facts import Facts
from drafter.model.report import Section
from drafter.model.span import Span
from drafter.rules.base import Bad, Finding, Good, Rule
from drafter.rules.form.basis import FORM_2021

_CHINESE = "一二三四五六七八九十"
_BRACKETED = re.compile(r"[（(]([一二三四五六七八九十])[)）]")
_ARABIC = re.compile(r"(\d{1,2})[.．、](?:(?![\d.])|(?=20\d\d年|\d+[件起宗名人次]))")
_Number = tuple[re.Match[str], int]
_TOP = re.compile(r"([一二三四五六七八九十])、(?=[^\n\r]{2,30}$)", re.MULTILINE)


def check(facts: Facts) -> Iterator[Finding]:
    """Breaks in the two lower rows of numbers, and top numbers inside a numbered part, in the prose sections."""
    for kind in ("overview", "problems", "other"):
        section = facts.report.section(kind)
        if section is not None:
            body = section.body
            bracketed = _BRACKETED.finditer(facts.lined, body.start, body.end)
            parts = [m for m in bracketed if _opens(facts.lined, m.start())]
            yield from _breaks([(m, _CHINESE.index(m[1]) + 1) for m in parts], "（{}）", tuple(_CHINESE))
            arabic = [(m, int(m[1])) for m in _openings(facts, section, _ARABIC)]
            for row in _rows(arabic, [m.start() for m in parts]):
                yield from _breaks(row, "{}.", tuple(str(n) for n in range(1, 30)))
            if parts:
                yield from _inverted(facts, section, parts[0].start())


def _openings(facts: Facts, section: Section, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """The matches at the beginning of the lines of a section."""
    first = bisect_left(facts.paragraphs, section.body.start, key=lambda line: line.start)
    for line in takewhile(lambda line: line.start < section.body.end, islice(facts.paragraphs, first, None)):
        found = pattern.match(facts.lined, line.start, section.body.end)
        if found:
            yield found


def _opens(text: str, at: int) -> bool:
    """Whether a number stands at the start of a line, or behind a sentence or what announces a list."""
    before = text[text.rfind("\n", 0, at) + 1 : at].rstrip(" \t\u3000")
    return not before or before[-1] in "。；：:"


def _rows(numbers: list[_Number], parts: list[int]) -> Iterator[list[_Number]]:
    """The numbers of each numbered part by themselves."""
    for start, stop in pairwise([0, *parts, 1 << 40]):
        yield [n for n in numbers if start <= n[0].start() < stop]


def _breaks(numbers: list[_Number], form: str, digits: tuple[str, ...]) -> Iterator[Finding]:
    """Numbers that neither follow the one before, nor stand where they belong, nor begin a new row."""
    right = 0
    for i, (found, number) in enumerate(numbers):
        right = 1 if number == 1 else right + 1
        if i == 0 or number in (1, right) or right > len(digits):
            continue
        before, previous = numbers[i - 1]
        if number != previous + 1:
            after = numbers[i + 1][1] if i + 1 < len(numbers) else right + 1
            yield _finding(found, before, form, digits[right - 1], mendable=after in (1, right + 1))


def _finding(found: re.Match[str], before: re.Match[str], form: str, right: str, *, mendable: bool) -> Finding:
    """`mendable` says that changing this number alone puts the row right."""
    span = Span(*found.span(1))
    fix = Fix(f"改为“{form.format(right)}”", (Edit(span, right),), Safety.UNSAFE)
    return Finding(
        span,
        f"序号不连续：“{form.format(before[1])}”之后是“{form.format(found[1])}”，应为“{form.format(right)}”",
        (Related("前一个序号", Span(*before.span(1))),),
        fix=fix if mendable else None,
    )


def _inverted(facts: Facts, section: Section, part: int) -> Iterator[Finding]:
    """The first 一、 behind `part`, where the first part numbered （一） begins."""
    found = next((m for m in _openings(facts, section, _TOP) if part < m.start()), None)
    if found is not None:
        yield Finding(Span(*found.span(1)), "层次倒置：“（一）”之下不能再用“一、”，应为“1.”")


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
