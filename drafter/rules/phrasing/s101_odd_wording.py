"""说法不通顺或是自造的，有通行的规范写法。

规范写法在 templates/phrases/ 里，drafter suggest 会逐句给出建议和出处。改写只换说法，不改事实和数字。
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.model.diagnostic import Edit, Fix, Safety, Severity
from drafter.model.facts import Facts
from drafter.rules.base import Bad, Finding, Good, Rule


def check(facts: Facts) -> Iterator[Finding]:
    """One finding for every odd wording."""
    for match in facts.matches:
        if match.code == "S101":
            fix = Fix(f"改为“{match.right}”", (Edit(match.span, match.right),), Safety(match.safety))
            yield Finding(match.span, f"可写作“{match.right}”：{match.reason}", expected=match.right, fix=fix)


RULE = Rule(
    code="S101",
    name="odd-wording",
    severity=Severity.INFO,
    summary="有通行的规范写法",
    basis=("国办公开办函〔2021〕30号",),
    needs=("matches",),
    check=check,
    reach="paragraph",
    examples=(
        Bad(text="2024年，本镇⟦未收到依申请公开政府信息方面事宜⟧。"),
        Bad(text="本年度⟦未收取政府信息公开手续费⟧。"),
        Good(text="2024年，本镇未收到政府信息公开申请。"),
        Good(text="全年未收到政府信息公开申请表，未收到依申请公开事项。"),
    ),
)
