"""已经写到个位的数后面不再用“多”“余”：68人次就是68人次，概数写“60多人次”。

改法：是准数的删去“多”“余”；是概数的改成整十、整百的数。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.model.diagnostic import Safety, Severity
from drafter.model.facts import Facts
from drafter.rules.base import Bad, Finding, Good, Rule
from drafter.rules.punctuation.marks import FIGURES_STANDARD, one_by_one, slips

_PATTERN = re.compile(r"(?<![\d.．,，／/—-])\d[\d,]*(?<=\d)[1-9][多余](?=[条件次期篇份项人场户家起宗本册张])")
_SIGN = re.compile(r"[多余](?<=\d[多余])")


def check(facts: Facts) -> Iterator[Finding]:
    """A finding for every place."""
    return one_by_one(
        facts,
        slips(facts, _PATTERN, None, _SIGN),
        "“{wrong}”已经写到个位，不能再带“多”“余”；是准数就删去，是概数就写整数",
        Safety.DISPLAY,
    )


RULE = Rule(
    code="F614",
    name="exact-with-more",
    severity=Severity.WARNING,
    summary="准数不带“多”“余”",
    basis=(FIGURES_STANDARD,),
    needs=("sentences",),
    check=check,
    reach="paragraph",
    examples=(
        Bad(text="开展练兵2轮，共有⟦68多⟧人次参加。"),
        Bad(text="全年公开信息⟦1,234余⟧条。"),
        Good(text="共有60多人次参加，公开信息1200余条，历时15个多月，受理5多件。"),
        Good(text="阅读量1.25万余次，比上年多38条，2024年多次组织培训。"),
    ),
)
