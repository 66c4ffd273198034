"""表格的行由格式定好，不得删减、合并。没有发生的行也要保留，各格填 0。

例如部门没有规章，“规章”一行仍要保留，填 0。改法：照格式补上缺少的行。
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.model.diagnostic import Severity
from drafter.model.facts import Facts
from drafter.model.span import Span
from drafter.model.table import Table
from drafter.rules.base import Bad, Finding, Good, Rule
from drafter.rules.form.basis import FORM_2021

_MOST_NAMED = 6


def check(facts: Facts) -> Iterator[Finding]:
    """One finding a table, where its first missing row should stand."""
    for table in facts.report.tables:
        if table.missing_rows and table.form == facts.form.year:
            yield _finding(facts, table)


def _finding(facts: Facts, table: Table) -> Finding:
    form = facts.form.table(table.kind)
    names = [f"“{r.number}{r.name}”" for r in form.rows() if r.key in table.missing_rows]
    shown = "、".join(names[:_MOST_NAMED]) + ("等" if len(names) > _MOST_NAMED else "")
    unit = "组" if table.kind == "review" else "行"
    # Text taken from a PDF page can lose or scatter a row that the page shows.
    unsure = table.layout == "spaced" or facts.document.container == "pdf"
    return Finding(
        _place(facts, table),
        f"{form.name}缺少{shown} {len(names)} {unit}；没有发生的也要保留，各格填 0",
        expected=len(form.rows()),
        actual=len(form.rows()) - len(names),
        severity=Severity.WARNING if unsure and len(names) > 1 else None,
    )


def _place(facts: Facts, table: Table) -> Span:
    """In front of the row that follows the first missing one; the table's end where none does."""
    keys = [r.key for r in facts.form.table(table.kind).rows()]
    later = set(keys[keys.index(table.missing_rows[0]) + 1 :]) - set(table.missing_rows)
    columns = {c.text for c in facts.form.table(table.kind).columns()}
    starts = [label.span.start for label in table.labels if label.key in later and label.expected not in columns]
    at = min(starts, default=table.span.end)
    return Span(at, at)


RULE = Rule(
    code="F302",
    name="row-missing",
    severity=Severity.ERROR,
    summary="表格的行不得删减",
    basis=(FORM_2021,),
    needs=("sections",),
    check=check,
    reach="tables",
    examples=(
        Bad(lines={"规章\t0\t0\t0\n行政规范性": "⟦⟧行政规范性"}),
        Bad(lines={"2.重复申请\t0\t0\t0\t0\t0\t0\t0\n3.": "3.⟦⟧"}),
        Good(),
    ),
)
