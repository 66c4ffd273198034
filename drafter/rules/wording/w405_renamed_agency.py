"""写到的机关在报告年度前已经更名或并入别的机关：环境保护局现为生态环境局。

各地改革时间不一，仅供核对；前面写了“原”字的不报。
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.model.diagnostic import Severity
from drafter.model.facts import Facts
from drafter.rules.base import Bad, Finding, Good, Rule
from drafter.rules.wording.matches import grouped

CODE = "W405"


def check(facts: Facts) -> Iterator[Finding]:
    """The hits of the lists of this code."""
    return grouped(facts, CODE)


RULE = Rule(
    code=CODE,
    name="renamed-agency",
    severity=Severity.INFO,
    summary="机关已经更名或并入",
    basis=("2018年、2023年机构改革方案",),
    needs=("matches",),
    check=check,
    reach="paragraph",
    examples=(
        Bad(lines={"围绕惠民补贴": "会同县⟦环境保护局⟧，围绕惠民补贴"}, year=2024),
        Good(text="会同县生态环境局公开环境信息。"),
    ),
)
