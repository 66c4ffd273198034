"""表三各格都是件数，填非负整数。负数、小数和文字都不能汇总。

改法：只留数字，说明写在正文里。
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.model.diagnostic import Severity
from drafter.model.facts import Facts
from drafter.rules.base import Bad, Finding, Good, Rule
from drafter.rules.form.basis import FORM_2021
from drafter.rules.tables.cells import impossible


def check(facts: Facts) -> Iterator[Finding]:
    """Cells of the table that hold no possible figure."""
    yield from impossible(facts, "requests")


RULE = Rule(
    code="T304",
    name="request-figures",
    severity=Severity.ERROR,
    summary="表三填非负整数",
    basis=(f"{FORM_2021}表三",),
    needs=("tables.requests",),
    check=check,
    reach="tables",
    examples=(
        Bad(cells={"requests.refused.law.natural": "⟦-1⟧"}),
        Bad(cells={"requests.granted.other": "⟦0.5⟧"}),
        Good(),
    ),
)
