"""减少、下降、降低不用“倍”：减少一半、减少50%。

请按实际数字改写。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.model.diagnostic import Safety, Severity
from drafter.model.facts import Facts
from drafter.rules.base import Bad, Finding, Good, Rule
from drafter.rules.punctuation.marks import FIGURES_STANDARD, one_by_one, slips

_PATTERN = re.compile(r"(?:减少|下降|降低|缩小|压缩|缩减)了?\s*(?:\d+(?:\.\d+)?|[一二三四五六七八九十两]+)倍")


def check(facts: Facts) -> Iterator[Finding]:
    """A finding for every place."""
    return one_by_one(
        facts, slips(facts, _PATTERN, None), "“{wrong}”：减少、下降不用“倍”，请改写成百分比或几分之几", Safety.DISPLAY
    )


RULE = Rule(
    code="F607",
    name="decrease-by-times",
    severity=Severity.WARNING,
    summary="减少不说“倍”",
    basis=(FIGURES_STANDARD,),
    needs=("sentences",),
    check=check,
    reach="paragraph",
    sign=re.compile("倍"),
    examples=(
        Bad(text="申请量⟦减少1倍⟧。"),
        Good(text="申请量减少50%，发布量增加1倍。"),
    ),
)
