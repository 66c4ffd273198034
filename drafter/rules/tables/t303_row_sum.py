"""表三每一行的“总计”等于自然人加上法人或其他组织五列（商业企业、科研机构、社会公益组织、法律服务机构、其他）之和。

不成立的，不是总计算错，就是某一类申请人的件数填错或填错了列。改法：先看提示的那一格，再对照台账核对。
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.model.diagnostic import Severity
from drafter.model.facts import Facts
from drafter.rules.base import Bad, Finding, Good, Rule
from drafter.rules.form.basis import FORM_2021
from drafter.rules.tables.imbalance import imbalances


def check(facts: Facts) -> Iterator[Finding]:
    """Rows whose total is not the sum of the six kinds of applicants."""
    yield from imbalances(facts, "requests", "T303")


RULE = Rule(
    code="T303",
    name="row-sum",
    severity=Severity.ERROR,
    summary="表三每行：总计＝六类申请人之和",
    basis=(f"{FORM_2021}表三",),
    needs=("tables.requests",),
    check=check,
    reach="tables",
    examples=(
        Bad(cells={"requests.granted.total": "⟦8⟧"}),
        Bad(cells={"requests.new.business": "3", "requests.new.total": "⟦5⟧"}),
        Good(),
        Good(cells={"requests.refused.law.total": ""}),
    ),
)
