"""一张表的数字与去年报告完全相同，而且不是全为 0：多半是复制去年的报告后没有填今年的数。

表三、表四两年一模一样极少见。改法：按今年的台账重新填写；确实相同的可以不改。
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.model.diagnostic import Related, Severity
from drafter.model.facts import Facts
from drafter.model.table import Table
from drafter.rules.base import Bad, Finding, Good, Rule, Sample
from drafter.rules.history.years import one_year_apart

_NAMES = {"requests": "表三", "review": "表四"}
_LEAST = 3


def check(facts: Facts) -> Iterator[Finding]:
    """Tables three and four equal to last year's in every figure, with some figures to be equal."""
    previous = facts.previous
    if previous is None or not one_year_apart(facts):
        return
    for kind, name in _NAMES.items():
        now, before = facts.report.table(kind), previous.report.table(kind)
        if now is None or before is None or not _same(now, before):
            continue
        first = next(c for c in now.cells if c.value)
        old = before.cell(first.address)
        yield Finding(
            first.span,
            f"{name}所有数字都与去年报告相同，请核对是不是没有更新",
            (Related(f"去年{name}", old.span if old else None, previous.origin),),
            first.address,
        )


def _same(now: Table, before: Table) -> bool:
    values = now.values()
    told = sum(1 for v in values.values() if v)
    return told >= _LEAST and values == before.values()


RULE = Rule(
    code="Y104",
    name="table-unchanged",
    severity=Severity.WARNING,
    summary="表三、表四不与去年完全相同",
    basis=("国办公开办函〔2021〕30号",),
    needs=("previous",),
    check=check,
    examples=(
        Bad(cells={"requests.new.natural": "⟦4⟧"}, previous=Sample(year=2023)),
        Good(cells={"requests.new.natural": "3", "requests.new.business": "2"}, previous=Sample(year=2023)),
    ),
)
