"""数字连写、个数与栏目对不上的行，程序不去猜，读不出的格一律不核对。这一条把没有读出的行列出来，请自己核对这些行。

从网页复制时表格常常丢掉分隔。改法：用 Word、网页文件或带制表符的文本再查一次，或者在数字之间补上空格、制表符。
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.model.diagnostic import Severity
from drafter.model.facts import Facts
from drafter.model.span import Span
from drafter.rules.base import Bad, Finding, Good, Rule
from drafter.rules.form.basis import FORM_2021


def check(facts: Facts) -> Iterator[Finding]:
    """One finding a table, on its first unread figures."""
    for table in facts.report.tables:
        if table.problems:
            unread = [c for c in table.cells if c.state == "unread"]
            span = min((c.span for c in unread), default=Span(table.span.start, table.span.start))
            yield Finding(span, f"有 {len(unread)} 格没有读出，没有核对：" + "；".join(table.problems))


RULE = Rule(
    code="F307",
    name="rows-unread",
    severity=Severity.INFO,
    summary="没有读出的表格行（没有核对）",
    basis=(FORM_2021,),
    needs=("sections",),
    check=check,
    reach="tables",
    examples=(
        Bad(lines={"行政规范性文件\t0\t0\t2": "行政规范性文件\t⟦5845546⟧"}),
        Good(),
    ),
)
