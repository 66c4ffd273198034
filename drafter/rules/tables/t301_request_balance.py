"""表三左上角印着勾稽关系：第一项（本年新收）加第二项（上年结转）之和，等于第三项（七）总计加第四项（结转下年度继续办理）之和。

七列都要成立。不成立的，常见原因是漏计上年结转、结转没有填，或者把总计填成了新收。改法：对照申请台账逐件核对后改数。
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.model.diagnostic import Severity
from drafter.model.facts import Facts
from drafter.rules.base import Bad, Finding, Good, Rule
from drafter.rules.form.basis import FORM_2021
from drafter.rules.tables.imbalance import imbalances


def check(facts: Facts) -> Iterator[Finding]:
    """Columns where received and carried in differ from handled and carried out."""
    yield from imbalances(facts, "requests", "T301")


RULE = Rule(
    code="T301",
    name="request-balance",
    severity=Severity.ERROR,
    summary="表三每列：本年新收＋上年结转＝办理结果总计＋结转下年度",
    basis=(f"{FORM_2021}表三“勾稽关系”",),
    needs=("tables.requests",),
    check=check,
    reach="tables",
    examples=(
        Bad(cells={"requests.new.natural": "⟦6⟧", "requests.new.total": "⟦7⟧"}),
        Bad(
            cells={
                "requests.carried_in.legal": "2",
                "requests.carried_in.total": "3",
                "requests.new.legal": "⟦0⟧",
                "requests.new.total": "⟦5⟧",
            }
        ),
        Good(),
        Good(cells={"requests.new.legal": "2", "requests.carried_out.legal": "2"}),
    ),
)
