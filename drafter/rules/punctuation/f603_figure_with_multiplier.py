"""阿拉伯数字可以和“万”“亿”连用，不和“十”“百”“千”连用：2000余条，不写“2千余条”。

涉及数字，只提示，不自动修改。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.model.diagnostic import Safety, Severity
from drafter.model.facts import Facts
from drafter.rules.base import Bad, Finding, Good, Rule
from drafter.rules.punctuation.marks import FIGURES_STANDARD, one_by_one, slips

_PATTERN = re.compile(r"(?<![\d.])\d+(?:\.\d+)?[十百千](?=[余多]?[条件次期篇个名份项人场余多])")
_SIGN = re.compile(r"[十百千](?<=\d.)")


def check(facts: Facts) -> Iterator[Finding]:
    """A finding for every place."""
    return one_by_one(
        facts,
        slips(facts, _PATTERN, None, _SIGN),
        "“{wrong}”把阿拉伯数字和“十、百、千”连用，请写全数字",
        Safety.DISPLAY,
    )


RULE = Rule(
    code="F603",
    name="figure-with-multiplier",
    severity=Severity.INFO,
    summary="阿拉伯数字不与十、百、千连用",
    basis=(FIGURES_STANDARD,),
    needs=("sentences",),
    check=check,
    reach="paragraph",
    sign=_SIGN,
    examples=(
        Bad(text="公开信息⟦2千⟧余条。"),
        Good(text="公开信息2000余条，架设光缆3千米。"),
    ),
)
