"""两种说法混在一句里：“通过……，使……”缺主语；“包括……组成”；“本报告由……要求编制”。

保留一种说法。
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.model.diagnostic import Severity
from drafter.model.facts import Facts
from drafter.rules.base import Bad, Finding, Good, Rule
from drafter.rules.wording.matches import each

CODE = "W503"


def check(facts: Facts) -> Iterator[Finding]:
    """The hits of the lists of this code."""
    return each(facts, CODE)


RULE = Rule(
    code=CODE,
    name="mixed-syntax",
    severity=Severity.INFO,
    summary="句式杂糅",
    basis=("一般语法",),
    needs=("matches",),
    check=check,
    reach="paragraph",
    examples=(
        Bad(text="⟦通过制度建设，使⟧公开工作更加规范。"),
        Good(text="通过制度建设，公开工作更加规范。"),
    ),
)
