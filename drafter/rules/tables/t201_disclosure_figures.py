"""表二各格填数字：规章、规范性文件、许可、处罚、强制是件数，填非负整数；收费是金额（万元），可以有小数，不能是负数。

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
    """Cells of table two that hold no possible figure."""
    yield from impossible(facts, "disclosure")


RULE = Rule(
    code="T201",
    name="disclosure-figures",
    severity=Severity.ERROR,
    summary="表二填非负整数，收费可有小数",
    basis=(f"{FORM_2021}表二",),
    needs=("tables.disclosure",),
    check=check,
    reach="tables",
    examples=(
        Bad(cells={"disclosure.licences.decisions": "⟦-3⟧"}),
        Bad(cells={"disclosure.normative.made": "⟦1.5⟧"}),
        Bad(cells={"disclosure.licences.decisions": "⟦约18万⟧", "disclosure.penalties.decisions": "⟦20余件⟧"}),
        Good(),
        Good(cells={"disclosure.fees.amount": "2.02", "disclosure.licences.decisions": "1,234"}),
    ),
)
