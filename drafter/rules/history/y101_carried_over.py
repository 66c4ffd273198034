"""今年表三的“上年结转”，应等于去年表三的“结转下年度继续办理”。

总计必须相等；分申请人的各列一般也相等，申请人类别有更正的可以不同。改法：核对去年的报告，改今年的上年结转（连同勾稽关系），
去年确实报错的，在正文说明。
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.model.diagnostic import Related, Severity
from drafter.model.facts import Facts
from drafter.rules.base import Bad, Finding, Good, Rule, Sample
from drafter.rules.history.years import last_cell, one_year_apart

_COLUMNS = ("total", "natural", "business", "research", "nonprofit", "legal", "other")


def check(facts: Facts) -> Iterator[Finding]:
    """Columns where this year's carried-in is not last year's carried-out."""
    if not one_year_apart(facts):
        return
    for column in _COLUMNS:
        now = facts.report.cell(f"requests.carried_in.{column}")
        before = last_cell(facts, f"requests.carried_out.{column}")
        if now is None or before is None or now.value is None or before.value is None or now.value == before.value:
            continue
        yield Finding(
            now.span,
            f"{facts.form.name(now.address)}为 {now.value}，去年“结转下年度继续办理”的同一列是 {before.value}",
            (Related(f"去年结转下年度：{before.value}", before.span, facts.previous.origin if facts.previous else ""),),
            now.address,
            expected=int(before.value),
            actual=int(now.value),
            severity=None if column == "total" else Severity.WARNING,
        )
        if column == "total":
            return


RULE = Rule(
    code="Y101",
    name="carried-over",
    severity=Severity.ERROR,
    summary="上年结转等于去年报告的结转下年度",
    basis=("国办公开办函〔2021〕30号表三",),
    needs=("tables.requests", "previous"),
    check=check,
    examples=(
        Bad(
            cells={"requests.carried_in.total": "⟦1⟧"},
            previous=Sample(year=2023, cells={"requests.carried_out.total": "2", "requests.carried_out.natural": "2"}),
        ),
        Good(previous=Sample(year=2023)),
    ),
)
