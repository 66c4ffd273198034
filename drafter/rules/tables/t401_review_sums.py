"""表四每一组（行政复议、未经复议直接起诉、复议后起诉）的“总计”等于结果维持、结果纠正、其他结果、尚未审结四格之和。

最常见的错是填了分项、总计忘了填，留下一个 0。改法：按案件台账核对四格，再改总计。
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.model.diagnostic import Severity
from drafter.model.facts import Facts
from drafter.rules.base import Bad, Finding, Good, Rule
from drafter.rules.form.basis import FORM_2021
from drafter.rules.tables.imbalance import imbalances


def check(facts: Facts) -> Iterator[Finding]:
    """Groups whose total is not the sum of their four outcomes."""
    yield from imbalances(facts, "review", "T401")


RULE = Rule(
    code="T401",
    name="review-sums",
    severity=Severity.ERROR,
    summary="表四每组：总计＝维持＋纠正＋其他＋尚未审结",
    basis=(f"{FORM_2021}表四",),
    needs=("tables.review",),
    check=check,
    reach="tables",
    examples=(
        Bad(cells={"review.reconsideration.upheld": "2", "review.reconsideration.total": "⟦0⟧"}),
        Bad(
            cells={
                "review.litigation_after.upheld": "5",
                "review.litigation_after.pending": "2",
                "review.litigation_after.total": "⟦6⟧",
            }
        ),
        Good(),
        Good(cells={"review.reconsideration.upheld": "1", "review.reconsideration.total": "1"}),
    ),
)
