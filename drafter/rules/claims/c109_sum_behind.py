"""“……41件、……29件，共计66件”：合计数要等于前面各项之和。

前面的数有任何几个加起来等于合计数的，都算对。改法：重新相加，改合计数或改其中一项；有没写出来的项目，请补上。
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from drafter.model.diagnostic import Related, Severity
from drafter.model.facts import Facts
from drafter.rules.base import Bad, Finding, Good, Rule
from drafter.rules.claims.places import added, amount, contradicted, number, swapped


def check(facts: Facts) -> Iterator[Finding]:
    """Sums told behind their parts that are another number."""
    for found in facts.survey.sums:
        if contradicted(facts, found.total):
            continue
        right = sum((p.value for p in found.parts), Decimal(0))
        yield Finding(
            found.total.number_span,
            f"{added(found.parts)}＝{amount(right)}，文中写“{found.total.label}{amount(found.total.value)}"
            f"{found.total.unit}”{swapped(found.parts, found.total.value)}",
            tuple(Related(f"{p.label}：{amount(p.value)}", p.number_span) for p in found.parts),
            found.total.cell,
            expected=number(right),
            actual=number(found.total.value),
            severity=None if found.sure else Severity.WARNING,
        )


RULE = Rule(
    code="C109",
    name="sum-behind",
    severity=Severity.ERROR,
    summary="写在后面的合计数等于前面各项之和",
    basis=("国办公开办函〔2021〕30号",),
    needs=("claims",),
    check=check,
    reach="claims",
    examples=(
        Bad(sections={"other": "承办人大代表建议37件、政协提案29件，共计⟦68⟧件，办复率100%。"}),
        Bad(sections={"overview": "各站所公开情况：党政办211条，农业站198条，社保所176条，合计⟦558⟧条。"}),
        Bad(sections={"overview": "现场解答问题78个，会后书面答复23个，合计解答⟦111⟧个。"}),
        Good(sections={"other": "承办人大代表建议37件、政协提案29件，共计66件，办复率100%。"}),
        Good(sections={"overview": "编发简报6期，公开党务信息30条、政务信息50条，合计80条，参加培训共计40人次。"}),
        Good(sections={"overview": "组织座谈会3次、开放日2次等活动，共计9次。收取处理费3笔，共计560元。"}),
    ),
)
