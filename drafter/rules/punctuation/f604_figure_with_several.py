"""带“几”的概数用汉字：十几条，不写“10几条”。"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.model.diagnostic import Safety, Severity
from drafter.model.facts import Facts
from drafter.rules.base import Bad, Finding, Good, Rule
from drafter.rules.punctuation.marks import FIGURES_STANDARD, one_by_one, slips

_PATTERN = re.compile(r"(?<!\d)\d+几(?=[条件次期篇个名份项人场年天])")
_SIGN = re.compile(r"几(?<=\d几)")


def check(facts: Facts) -> Iterator[Finding]:
    """A finding for every place."""
    return one_by_one(
        facts, slips(facts, _PATTERN, None, _SIGN), "“{wrong}”应改用汉字（如“十几”）或“余”（如“10余”）", Safety.DISPLAY
    )


RULE = Rule(
    code="F604",
    name="figure-with-several",
    severity=Severity.WARNING,
    summary="概数“几”用汉字",
    basis=(FIGURES_STANDARD,),
    needs=("sentences",),
    check=check,
    reach="paragraph",
    sign=_SIGN,
    examples=(
        Bad(text="公开信息⟦10几⟧条。"),
        Good(text="公开信息十几条，受理申请10余件。"),
    ),
)
