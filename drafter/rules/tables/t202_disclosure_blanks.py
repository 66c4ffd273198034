"""表二没有发生的项目填 0，不要留空，也不要填“/”“—”“无”。留空使人分不清是没有，还是漏填。

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
    """Blank cells and marks of table two, in one finding."""
    yield from unfilled(facts, "disclosure")


RULE = Rule(
    code="T202",
    name="disclosure-blanks",
    severity=Severity.WARNING,
    summary="表二没有发生的填 0，不留空",
    basis=(f"{FORM_2021}表二",),
    needs=("sections",),
    check=check,
    reach="tables",
    examples=(
        Bad(cells={"disclosure.regulations.made": "⟦/⟧", "disclosure.regulations.valid": "/"}),
        Bad(cells={"disclosure.penalties.decisions": "⟦无⟧"}),
        Good(),
    ),
)
