"""句子里少了字：仍在（存在）不足、受理渠（道）、进一步加（强）。

只报能够断定少了什么字的句式（lexicons/wording/missing.tsv）。
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.model.diagnostic import Severity
from drafter.model.facts import Facts
from drafter.rules.base import Bad, Finding, Good, Rule
from drafter.rules.wording.matches import each

CODE = "W304"


def check(facts: Facts) -> Iterator[Finding]:
    """The hits of the lists of this code."""
    return each(facts, CODE)


RULE = Rule(
    code=CODE,
    name="missing-character",
    severity=Severity.WARNING,
    summary="脱字、成分残缺",
    basis=("校对通则",),
    needs=("matches",),
    check=check,
    reach="paragraph",
    examples=(
        Bad(text="公开工作⟦仍在⟧不足。"),
        Good(text="公开工作仍存在不足。"),
    ),
)
