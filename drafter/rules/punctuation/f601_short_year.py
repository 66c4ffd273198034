"""年份写四位：2024年，不写“24年”。“近20年”“十三五”一类不是年份，不算。"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.model.diagnostic import Safety, Severity
from drafter.model.facts import Facts
from drafter.rules.base import Bad, Finding, Good, Rule
from drafter.rules.punctuation.marks import FIGURES_STANDARD, one_by_one, slips

_PATTERN = re.compile(
    r"(?<![\d近这过去前后每第约满逾达到共约跨十百千.〔-])[12]\d年(?=(?:1?\d月|度|以来[，的])(?![一-龥]*[间里]))"
)
_SIGN = re.compile(r"年(?<=\d\d年)")


def check(facts: Facts) -> Iterator[Finding]:
    """A finding for every place."""
    return one_by_one(facts, slips(facts, _PATTERN, None, _SIGN), "年份“{wrong}”应当写四位", Safety.DISPLAY)


RULE = Rule(
    code="F601",
    name="short-year",
    severity=Severity.WARNING,
    summary="年份写四位",
    basis=(FIGURES_STANDARD,),
    needs=("sentences",),
    check=check,
    reach="paragraph",
    sign=_SIGN,
    examples=(
        Bad(text="⟦24年⟧1月起公开信息80条。"),
        Good(text="2024年1月起公开信息80条，近20年以来的变化。"),
    ),
)
