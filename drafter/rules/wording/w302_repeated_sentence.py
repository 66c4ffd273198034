"""同一段或相邻的段落里，同一句话、同一个分句写了两遍，多是粘贴时留下的。

请删去一处。
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.model.diagnostic import Severity
from drafter.model.facts import Facts
from drafter.rules.base import Bad, Finding, Good, Rule
from drafter.rules.wording.matches import each

CODE = "W302"


def check(facts: Facts) -> Iterator[Finding]:
    """The hits of the lists of this code."""
    return each(facts, CODE)


RULE = Rule(
    code=CODE,
    name="repeated-sentence",
    severity=Severity.WARNING,
    summary="同一句话写了两遍",
    basis=("校对通则",),
    needs=("matches",),
    check=check,
    examples=(
        Bad(text="加强组织领导，完善公开工作机制和制度。⟦加强组织领导，完善公开工作机制和制度。⟧"),
        Good(text="加强组织领导，完善公开工作机制和制度。加强业务培训，提升公开工作能力和水平。"),
    ),
)
