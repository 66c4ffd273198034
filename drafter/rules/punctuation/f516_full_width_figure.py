"""数字、字母和百分号用半角（2024、98%），不用全角（２０２４、９８％）。

多是输入法的习惯，不影响意思，只作提示。涉及数字，不自动修改。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.model.diagnostic import Safety, Severity
from drafter.model.facts import Facts
from drafter.model.span import Span
from drafter.rules.base import Bad, Finding, Good, Rule
from drafter.rules.punctuation.marks import MARKS_STANDARD, Slip, search, together

_PATTERN = re.compile(r"[０-９Ａ-Ｚａ-ｚ][０-９Ａ-Ｚａ-ｚ．％]*")


def check(facts: Facts) -> Iterator[Finding]:
    """One finding for all places."""
    found = [Slip(Span(*m.span()), "".join(map(_half, m.group()))) for m in search(facts, _PATTERN)]
    return together(found, "数字、字母用了全角，全文共{n}处，应改用半角", "改为半角", Safety.DISPLAY)


def _half(char: str) -> str:
    return chr(ord(char) - 0xFEE0)


RULE = Rule(
    code="F516",
    name="full-width-figure",
    severity=Severity.INFO,
    summary="数字、字母用半角",
    basis=(MARKS_STANDARD,),
    needs=("sentences",),
    check=check,
    reach="paragraph",
    examples=(
        Bad(text="全年公开信息⟦８０⟧条。"),
        Good(text="全年公开信息80条，占98%。"),
    ),
)
