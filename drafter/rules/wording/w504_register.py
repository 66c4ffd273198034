"""不宜写进公文的说法：百忙之中、英明领导。

请换用平实的说法。
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.model.diagnostic import Severity
from drafter.model.facts import Facts
from drafter.rules.base import Bad, Finding, Good, Rule
from drafter.rules.wording.matches import each

CODE = "W504"


def check(facts: Facts) -> Iterator[Finding]:
    """The hits of the lists of this code."""
    return each(facts, CODE)


RULE = Rule(
    code=CODE,
    name="register",
    severity=Severity.INFO,
    summary="不合公文语体",
    basis=("公文用语庄重得体",),
    needs=("matches",),
    check=check,
    reach="paragraph",
    examples=(
        Bad(text="领导同志在⟦百忙之中⟧出席培训会。"),
        Good(text="主要负责同志亲自抓公开工作。"),
    ),
)
