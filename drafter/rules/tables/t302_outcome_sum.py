"""表三第三项“（七）总计”等于（一）至（六）各末级项目之和，七列都要成立。

不成立的，不是总计算错，就是有一项漏填、多填。改法：先看提示的那一格，再对照台账逐项核对。
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.model.diagnostic import Severity
from drafter.model.facts import Facts
from drafter.rules.base import Bad, Finding, Good, Rule
from drafter.rules.form.basis import FORM_2021
from drafter.rules.tables.imbalance import imbalances


def check(facts: Facts) -> Iterator[Finding]:
    """Columns whose total of outcomes is not the sum of the outcomes."""
    yield from imbalances(facts, "requests", "T302")


RULE = Rule(
    code="T302",
    name="outcome-sum",
    severity=Severity.ERROR,
    summary="表三每列：（七）总计＝（一）至（六）各项之和",
    basis=(f"{FORM_2021}表三",),
    needs=("tables.requests",),
    check=check,
    reach="tables",
    examples=(
        Bad(cells={"requests.granted.natural": "2", "requests.total.natural": "⟦4⟧"}),
        Bad(cells={"requests.refused.law.research": "3", "requests.total.research": "⟦0⟧"}),
        Good(),
    ),
)
