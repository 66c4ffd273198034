"""省略号写作六个连点“……”，不写成“...”“。。。”；前面用了“等”就不再用省略号。"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.model.diagnostic import Safety, Severity
from drafter.model.facts import Facts
from drafter.rules.base import Bad, Finding, Good, Rule
from drafter.rules.punctuation.marks import MARKS_STANDARD, one_by_one, slips

_PATTERN = re.compile(r"(?<![.\d])\.{3,}(?![.\d])|。{3,}|(?<!…)…(?!…)|(?<=等)……?|……?(?=等)")
_SIGN = re.compile(r"[.。…](?:(?<=…)|(?<=\.\.)|(?<=。。))")


def check(facts: Facts) -> Iterator[Finding]:
    """A finding for every place."""
    return one_by_one(facts, slips(facts, _PATTERN, None, _SIGN), "省略号应写作“……”，且不与“等”连用", Safety.DISPLAY)


RULE = Rule(
    code="F507",
    name="ellipsis",
    severity=Severity.WARNING,
    summary="省略号的写法",
    basis=(MARKS_STANDARD,),
    needs=("sentences",),
    check=check,
    reach="paragraph",
    sign=_SIGN,
    examples=(
        Bad(text="公开教育、医疗⟦。。。⟧"),
        Bad(text="公开教育、医疗等⟦……⟧"),
        Good(text="公开教育、医疗……"),
    ),
)
