"""年末现行有效的件数，不会少于本年制发减去本年废止的件数：今年新发而没有废止的，年末总还有效。

小于这个差数，多半是现行有效一格没有更新，或者制发、废止填错了格。当年制发、当年又失效的，请在正文说明。
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.model.diagnostic import Related, Severity
from drafter.model.facts import Facts
from drafter.rules.base import Bad, Finding, Good, Rule
from drafter.rules.form.basis import FORM_2021
from drafter.rules.tables.imbalance import amount


def check(facts: Facts) -> Iterator[Finding]:
    """Rows of table two whose valid documents are fewer than made less repealed."""
    for row, name in (("regulations", "规章"), ("normative", "行政规范性文件")):
        made, repealed, valid = (facts.report.cell(f"disclosure.{row}.{c}") for c in ("made", "repealed", "valid"))
        if made is None or repealed is None or valid is None:
            continue
        if made.value is None or repealed.value is None or valid.value is None:
            continue
        if valid.value < made.value - repealed.value:
            least = amount(made.value - repealed.value)
            yield Finding(
                valid.span,
                f"{name}：现行有效 {amount(valid.value)} 件，少于本年制发 {amount(made.value)} 件减去本年废止 "
                f"{amount(repealed.value)} 件（至少应有 {least} 件）",
                (Related("本年制发", made.span), Related("本年废止", repealed.span)),
                valid.address,
                actual=int(valid.value),
            )


RULE = Rule(
    code="T204",
    name="valid-documents",
    severity=Severity.WARNING,
    summary="表二：现行有效不少于本年制发减本年废止",
    basis=(f"{FORM_2021}表二",),
    needs=("tables.disclosure",),
    check=check,
    reach="tables",
    examples=(
        Bad(cells={"disclosure.normative.made": "5", "disclosure.normative.valid": "⟦3⟧"}),
        Bad(cells={"disclosure.normative.made": "2", "disclosure.normative.valid": "⟦0⟧"}),
        Good(cells={"disclosure.normative.made": "5", "disclosure.normative.repealed": "3"}),
        Good(),
    ),
)
