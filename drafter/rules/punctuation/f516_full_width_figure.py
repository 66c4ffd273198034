"""数字、字母和百分号用半角（2024、98%），不用全角（２０２４、９８％）。

全文一律用了全角的，是输入法的习惯，只作提示；半角、全角混用的报警告。涉及数字，不自动修改。
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from drafter.model.diagnostic import Safety, Severity
from drafter.model.facts import Facts
from drafter.model.span import Span
from drafter.rules.base import Bad, Finding, Good, Rule
from drafter.rules.punctuation.marks import MARKS_STANDARD, Slip, search, together

_HALF = re.compile(r"[0-9]+")
_HABIT = 10
"""Full-width figures for each half-width one, from which the writer always uses them."""
_PATTERN = re.compile(r"[０-９Ａ-Ｚａ-ｚ][０-９Ａ-Ｚａ-ｚ．％]*")


def check(facts: Facts) -> Iterator[Finding]:
    """One finding for all places."""
    if not any(_has_wide(words) for _, words in facts.prose.lines):
        return
    found = [Slip(Span(*m.span()), "".join(map(_half, m.group()))) for m in search(facts, _PATTERN)]
    half = sum(1 for _ in search(facts, _HALF)) if len(found) >= _HABIT else len(found)
    for finding in together(found, "数字、字母用了全角，全文共{n}处，应改用半角", "改为半角", Safety.DISPLAY):
        yield replace(finding, severity=Severity.INFO) if half * _HABIT <= len(found) else finding


@lru_cache(maxsize=512)
def _has_wide(words: str) -> bool:
    return _PATTERN.search(words) is not None


def _half(char: str) -> str:
    return chr(ord(char) - 0xFEE0)


RULE = Rule(
    code="F516",
    name="full-width-figure",
    severity=Severity.WARNING,
    summary="数字、字母用半角",
    basis=(MARKS_STANDARD,),
    needs=("sentences",),
    check=check,
    examples=(
        Bad(text="全年公开信息⟦８０⟧条。"),
        Good(text="全年公开信息80条，占98%。"),
    ),
)
