"""The texts that prescribe the form, and readings of a span that several form rules share."""

from __future__ import annotations

import re
from functools import lru_cache

from drafter.model.facts import Facts
from drafter.model.report import Section
from drafter.model.span import Span
from drafter.model.view import bare, squeezed

FORM_2021 = "国办公开办函〔2021〕30号"
FORM_2019 = "国办公开办函〔2019〕60号"
LAW_49 = "《中华人民共和国政府信息公开条例》第四十九条"
LAW_50 = "《中华人民共和国政府信息公开条例》第五十条"
_OLD_HEADS = re.compile(r"本年新制作数量|本年新公开数量|对外公开总数量|上一年项目数量|本年增[/／]减")
FEES = "国办函〔2020〕109号"


def words(facts: Facts, span: Span) -> str:
    """The characters of a span, spaces and line breaks dropped, digits and letters folded."""
    return _words(span.of(facts.text))


_words = lru_cache(maxsize=8)(bare)  # several rules look at one section


def printed(facts: Facts, kind: str) -> str:
    """A section's heading as the form prints it: `一、总体情况`."""
    section = next(s for s in facts.form.sections if s.kind == kind)
    return f"{section.number}、{section.title}"


def first_sections(facts: Facts) -> tuple[Section, ...]:
    """The sections in text order, the first of each kind."""
    found: dict[str, Section] = {}
    for section in facts.report.sections:
        found.setdefault(section.kind, section)
    return tuple(found.values())


def sentence_of(text: str, start: int, end: int) -> str:
    """The sentence of a squeezed text around a match."""
    first = max(text.rfind(mark, 0, start) for mark in "。；！") + 1
    stops = [at for mark in "。；！" if (at := text.find(mark, end)) >= 0]
    return text[first : min(stops, default=len(text))]


def old_heads(facts: Facts) -> list[tuple[Span, str]]:
    """Heads in section two that only the older form's table has."""
    section, table = facts.report.section("disclosure"), facts.report.table("disclosure")
    span = section.body if section else table.span if table else Span(0, 0)
    view = squeezed(span.of(facts.text), span.start)
    return [(view.span(m.start(), m.end()), m.group()) for m in _OLD_HEADS.finditer(view.text)]
