"""表四各格都是件数，填非负整数。负数、小数和文字都不能汇总。

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
    yield from impossible(facts, "review")


RULE = Rule(
    code="T402",
    name="review-figures",
    severity=Severity.ERROR,
    summary="表四填非负整数",
    basis=(f"{FORM_2021}表四",),
    needs=("tables.review",),
    check=check,
    reach="tables",
    examples=(
        Bad(cells={"review.reconsideration.other": "⟦-1⟧"}),
        Bad(cells={"review.litigation_after.upheld": "⟦0.5⟧"}),
        Good(),
    ),
)
