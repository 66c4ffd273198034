"""“百分之”后面用汉字，阿拉伯数字后面用“%”：98%，不写“百分之98”。"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.model.diagnostic import Safety, Severity
from drafter.model.facts import Facts
from drafter.rules.base import Bad, Finding, Good, Rule
from drafter.rules.punctuation.marks import FIGURES_STANDARD, one_by_one, slips

_PATTERN = re.compile(r"百分之\d+(?:\.\d+)?")


def check(facts: Facts) -> Iterator[Finding]:
    """A finding for every place."""
    return one_by_one(facts, slips(facts, _PATTERN, None), "“{wrong}”应当写成“×%”", Safety.DISPLAY)


RULE = Rule(
    code="F606",
    name="percent-words",
    severity=Severity.INFO,
    summary="百分数的写法",
    basis=(FIGURES_STANDARD,),
    needs=("sentences",),
    check=check,
    reach="paragraph",
    sign=re.compile(r"百分之(?=\d)"),
    examples=(
        Bad(text="占⟦百分之98⟧。"),
        Good(text="占98%，占百分之九十八。"),
    ),
)
