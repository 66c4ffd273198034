"""意思重复：约300条左右、及时适时、提升增强、目的是为了。

留一个即可。
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.model.diagnostic import Severity
from drafter.model.facts import Facts
from drafter.rules.base import Bad, Finding, Good, Rule
from drafter.rules.wording.matches import each

CODE = "W502"


def check(facts: Facts) -> Iterator[Finding]:
    """The hits of the lists of this code."""
    return each(facts, CODE)


RULE = Rule(
    code=CODE,
    name="redundancy",
    severity=Severity.INFO,
    summary="语义重复",
    basis=("一般语法",),
    needs=("matches",),
    check=check,
    reach="paragraph",
    examples=(
        Bad(text="发布信息⟦约300条左右⟧。"),
        Good(text="发布信息约300条。"),
    ),
)
