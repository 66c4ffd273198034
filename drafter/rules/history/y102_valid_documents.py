"""现行有效件数一般等于去年现行有效加今年制发减今年废止，规章和行政规范性文件都是这样。

不等不一定错：全面清理以后按清理结果调整的，在第六部分说明一句即可。改法：与司法行政部门核对清理结果，改数字或写说明。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.model.diagnostic import Related, Severity
from drafter.model.facts import Facts
from drafter.rules.base import Bad, Finding, Good, Rule, Sample
from drafter.rules.history.years import last_cell, one_year_apart

_EXPLAINED = re.compile("不直接衔接|按清理结果调整|口径(?:有所)?(?:调整|变化)|全面清理.{0,30}(?:调整|更正|核减|核增)")


def check(facts: Facts) -> Iterator[Finding]:
    """Rows of table two that do not follow from last year's."""
    if not one_year_apart(facts) or _EXPLAINED.search(facts.prose.view.text):
        return
    for row in ("regulations", "normative"):
        cells = [facts.report.cell(f"disclosure.{row}.{c}") for c in ("valid", "made", "repealed")]
        before = last_cell(facts, f"disclosure.{row}.valid")
        if before is None or before.value is None or any(c is None or c.value is None for c in cells):
            continue
        valid, made, repealed = (c for c in cells if c is not None)
        if valid.value is None or made.value is None or repealed.value is None:
            continue
        due = before.value + made.value - repealed.value
        if due == valid.value:
            continue
        yield Finding(
            valid.span,
            f"{facts.form.name(valid.address)}为 {valid.value}；去年 {before.value}＋今年制发 {made.value}－"
            f"今年废止 {repealed.value}＝{due}",
            (
                Related(f"去年现行有效：{before.value}", before.span, facts.previous.origin if facts.previous else ""),
                Related(f"本年制发：{made.value}", made.span),
                Related(f"本年废止：{repealed.value}", repealed.span),
            ),
            valid.address,
            expected=int(due),
            actual=int(valid.value),
        )


RULE = Rule(
    code="Y102",
    name="valid-documents-follow",
    severity=Severity.WARNING,
    summary="现行有效＝去年现行有效＋制发－废止",
    basis=("国办公开办函〔2021〕30号表二",),
    needs=("tables.disclosure", "previous"),
    check=check,
    examples=(
        Bad(
            cells={"disclosure.normative.made": "3", "disclosure.normative.valid": "⟦4⟧"},
            previous=Sample(year=2023),
        ),
        Good(
            cells={"disclosure.normative.made": "3", "disclosure.normative.valid": "5"},
            previous=Sample(year=2023),
        ),
        Good(
            cells={"disclosure.normative.made": "3", "disclosure.normative.valid": "4"},
            sections={"other": "因全面清理，现行有效件数按清理结果调整，与去年不直接衔接。未收取信息处理费。"},
            previous=Sample(year=2023),
        ),
    ),
)
