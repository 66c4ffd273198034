"""表三没有发生的填 0，不要留空，也不要填“/”“—”“无”。留空使人分不清是没有，还是漏填，也影响汇总。

改法：核对以后补填；确实没有的填 0。
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.model.diagnostic import Severity
from drafter.model.facts import Facts
from drafter.rules.base import Bad, Finding, Good, Rule
from drafter.rules.form.basis import FORM_2021
from drafter.rules.tables.cells import unfilled


def check(facts: Facts) -> Iterator[Finding]:
    """Blank cells and marks of the table, in one finding."""
    yield from unfilled(facts, "requests")


RULE = Rule(
    code="T305",
    name="request-blanks",
    severity=Severity.WARNING,
    summary="表三没有发生的填 0，不留空",
    basis=(f"{FORM_2021}表三",),
    needs=("sections",),
    check=check,
    reach="tables",
    examples=(
        Bad(cells={"requests.refused.law.natural": "⟦/⟧"}),
        Bad(cells={"requests.granted.other": "⟦—⟧"}),
        Good(),
    ),
)
