"""报告年度里还没有召开的会议、没有开始的活动不会写进这一年的工作：2022年度报告不能写“二十届三中全会”。

多半是标题年度或会议名称有一处写错，请核对。
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.model.diagnostic import Severity
from drafter.model.facts import Facts
from drafter.rules.base import Bad, Finding, Good, Rule
from drafter.rules.wording.matches import each

CODE = "W404"


def check(facts: Facts) -> Iterator[Finding]:
    """The hits of the lists of this code."""
    return each(facts, CODE)


RULE = Rule(
    code=CODE,
    name="meeting-after-year",
    severity=Severity.WARNING,
    summary="写到了报告年度以后的会议",
    basis=("会议召开时间",),
    needs=("matches",),
    check=check,
    reach="paragraph",
    examples=(
        Bad(lines={"围绕惠民补贴": "深入学习⟦二十届四中全会⟧精神，围绕惠民补贴"}, year=2024),
        Good(text="深入学习贯彻党的二十大精神。"),
    ),
)
