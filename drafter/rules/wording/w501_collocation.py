"""动词和宾语搭配不当：加强……重视程度应为“提高……重视程度”，增加意识应为“增强意识”。

仅作提示，请按文意取舍。
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.model.diagnostic import Severity
from drafter.model.facts import Facts
from drafter.rules.base import Bad, Finding, Good, Rule
from drafter.rules.wording.matches import each

CODE = "W501"


def check(facts: Facts) -> Iterator[Finding]:
    """The hits of the lists of this code."""
    return each(facts, CODE)


RULE = Rule(
    code=CODE,
    name="collocation",
    severity=Severity.INFO,
    summary="动宾搭配不当",
    basis=("《现代汉语实词搭配词典》",),
    needs=("matches",),
    check=check,
    reach="paragraph",
    examples=(
        Bad(text="一是⟦加强⟧对公开工作的重视程度。"),
        Good(text="一是提高对公开工作的重视程度。"),
    ),
)
