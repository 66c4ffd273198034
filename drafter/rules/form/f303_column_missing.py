"""表格的列由格式定好，不得删减、合并。表三有七列，表四每组有五列，没有数字的列也要保留，填 0。

改法：照格式补上缺少的列。
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.model.diagnostic import Severity
from drafter.model.facts import Facts
from drafter.model.span import Span
from drafter.model.table import Table
from drafter.rules.base import Bad, Finding, Good, Rule
from drafter.rules.form.basis import FORM_2021, old_heads


def check(facts: Facts) -> Iterator[Finding]:
    """One finding a table, on its first column head."""
    for table in facts.report.tables:
        if not table.missing_columns or table.form != facts.form.year or _mixed(facts, table):
            continue
        form = facts.form.table(table.kind)
        columns = {c.key: c for c in form.columns()}
        names = list(dict.fromkeys(f"“{columns[key].text}”" for key in table.missing_columns if key in columns))
        if names:
            heads = [label.span for label in table.labels if label.key in columns]
            unsure = table.layout == "spaced" or facts.document.container == "pdf"
            yield Finding(
                min(heads, default=Span(table.span.start, table.span.start)),
                f"{form.name}缺少{'、'.join(names)}列；没有数字的也要保留，填 0",
                severity=Severity.WARNING if unsure else None,
            )


def _mixed(facts: Facts, table: Table) -> bool:
    """Whether the table has heads of the older form: then it is that, not a slip."""
    return table.kind == "disclosure" and bool(old_heads(facts))


RULE = Rule(
    code="F303",
    name="column-missing",
    severity=Severity.ERROR,
    summary="表格的列不得删减",
    basis=(FORM_2021,),
    needs=("sections",),
    check=check,
    reach="tables",
    examples=(
        Bad(lines={"自然人\t商业企业\t科研机构\t": "⟦自然人⟧\t商业企业\t"}),
        Good(),
    ),
)
