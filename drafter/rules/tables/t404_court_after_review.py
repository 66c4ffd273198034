"""“复议后起诉”的案件先要经过行政复议。表四没有一件复议，却有复议后起诉的，可能填错了组。

上年或更早年度复议、今年才起诉的，不必改。
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.model.diagnostic import Related, Severity
from drafter.model.facts import Facts
from drafter.rules.base import Bad, Finding, Good, Rule
from drafter.rules.form.basis import FORM_2021
from drafter.rules.tables.imbalance import amount


def check(facts: Facts) -> Iterator[Finding]:
    """Court cases after review in a year without any review."""
    after = facts.report.cell("review.litigation_after.total")
    review = facts.report.cell("review.reconsideration.total")
    if after is None or review is None or not after.value or review.value != 0:
        return
    yield Finding(
        after.span,
        f"复议后起诉 {amount(after.value)} 件，而行政复议为 0 件；请核对是不是填错了组",
        (Related(facts.form.name(review.address), review.span),),
        after.address,
    )


RULE = Rule(
    code="T404",
    name="court-after-review",
    severity=Severity.INFO,
    summary="有复议后起诉，应先有行政复议",
    basis=(f"{FORM_2021}表四",),
    needs=("tables.review",),
    check=check,
    reach="tables",
    examples=(
        Bad(cells={"review.litigation_after.upheld": "2", "review.litigation_after.total": "⟦2⟧"}),
        Good(),
        Good(cells={"review.reconsideration.total": "3", "review.litigation_after.total": "2"}),
    ),
)
