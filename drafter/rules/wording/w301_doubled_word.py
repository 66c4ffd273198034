"""同一个字或词连写了两遍：的的、审核审核。

“天天”“人人”“研究研究”等正常重叠，以及前后两个词首尾相接的（安全生产/生产经营、目的/的确）不报。
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.model.diagnostic import Severity
from drafter.model.facts import Facts
from drafter.rules.base import Bad, Finding, Good, Rule
from drafter.rules.wording.matches import each

CODE = "W301"


def check(facts: Facts) -> Iterator[Finding]:
    """The hits of the lists of this code."""
    return each(facts, CODE)


RULE = Rule(
    code=CODE,
    name="doubled-word",
    severity=Severity.WARNING,
    summary="字或词重复",
    basis=("校对通则",),
    needs=("matches",),
    check=check,
    reach="paragraph",
    examples=(
        Bad(text="规范信息⟦审核审核⟧发布机制。"),
        Good(text="一步一步规范审核发布机制。"),
    ),
)
