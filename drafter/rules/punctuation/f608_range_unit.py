"""数值范围两端的“%”“万”“亿”都要写：63%～68%，3万～5万。

涉及数字，只提示，不自动修改。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.model.diagnostic import Safety, Severity
from drafter.model.facts import Facts
from drafter.rules.base import Bad, Finding, Good, Rule
from drafter.rules.punctuation.marks import FIGURES_STANDARD, one_by_one, slips

_PATTERN = re.compile(r"(?<![\d.%])\d+(?:\.\d+)?[～~—-]\d+(?:\.\d+)?[%％万亿]")
_SIGN = re.compile(r"[～~—-](?<=\d.)(?=\d)")


def check(facts: Facts) -> Iterator[Finding]:
    """A finding for every place."""
    return one_by_one(facts, slips(facts, _PATTERN, None, _SIGN), "数值范围“{wrong}”两端的单位要写全", Safety.DISPLAY)


RULE = Rule(
    code="F608",
    name="range-unit",
    severity=Severity.INFO,
    summary="数值范围两端写全单位",
    basis=(FIGURES_STANDARD,),
    needs=("sentences",),
    check=check,
    reach="paragraph",
    sign=_SIGN,
    examples=(
        Bad(text="满意度为⟦63～68%⟧。"),
        Good(text="满意度为63%～68%。"),
    ),
)
