"""表格的行名、栏目名要逐字照格式写，错一个字，汇总的程序就认不出这一行。

最常见的是“本年废止件数”误作“本年度止件数”，“补正”误作“补证”，“危及”误作“危机”，“事务”误作“事物”。
改法：换成格式的写法；明显的错字可以用 drafter fix 直接改。“单位：万元”被改成“元”的，先核对数字再改。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.model.diagnostic import Edit, Fix, Safety, Severity
from drafter.model.facts import Facts
from drafter.model.span import Span
from drafter.model.table import Label, Table
from drafter.rules.base import Bad, Finding, Good, Rule
from drafter.rules.form.basis import FORM_2021, old_heads, words
from drafter.rules.form.slips import certain_slip

_LEAST = 70.0
_TORN = re.compile(r"[ \u3000]{3,}|[\r\n]")
_NUMBER = re.compile(r"^(?:[一二三四]、|\d[.．、])")
_MOST_LOOKED_FOR = 5
_NEAR = 300
"""Code points behind the first line of a label within which its next line, in the same cell, begins."""
_UNIT = "单位：万元"


def check(facts: Facts) -> Iterator[Finding]:
    """Every label that stands otherwise than printed."""
    for table in facts.report.tables:
        if table.form == facts.form.year and not _mixed(facts, table):
            for label in table.labels:
                if not label.exact and label.likeness >= _LEAST and not _torn(facts, table, label):
                    yield _finding(facts, table, label)


def _torn(facts: Facts, table: Table, label: Label) -> bool:
    """Whether the words were put together from several columns, or are only the first line of a label."""
    if table.layout in ("spaced", "stacked") and _TORN.search(label.span.of(facts.text)):
        return True
    written = _NUMBER.sub("", words(facts, label.span))
    if not label.expected.startswith(written):
        return False
    rest = label.expected[len(written) :][:_MOST_LOOKED_FOR]
    after = words(facts, Span(label.span.end, label.span.end + _NEAR))
    return table.layout not in ("tabbed", "piped", "grid") or ("\n" in facts.text and rest in after)


def _finding(facts: Facts, table: Table, label: Label) -> Finding:
    written = words(facts, label.span)
    slip = certain_slip(written, label.expected)
    unit = _UNIT in label.expected and "万" not in written
    name = facts.form.table(table.kind).name
    message = (
        f"{name}的“{label.expected}”写成了“{written}”" if slip else f"{name}的“{written}”，格式规定为“{label.expected}”"
    )
    if unit:
        message += "；单位应为万元，请核对下面的数字是不是元"
    safety = Safety.DISPLAY if unit else Safety.SAFE if slip else Safety.UNSAFE
    return Finding(
        label.span,
        message,
        expected=label.expected,
        actual=written,
        fix=Fix(f"改为“{label.expected}”", (Edit(label.span, label.expected),), safety),
        severity=Severity.ERROR if slip or unit else None,
    )


def _mixed(facts: Facts, table: Table) -> bool:
    """Whether the table has heads of the older form: then it is that, not a slip."""
    return table.kind == "disclosure" and bool(old_heads(facts))


RULE = Rule(
    code="F304",
    name="label-altered",
    severity=Severity.WARNING,
    summary="表格的行名和栏目名逐字照格式写",
    basis=(FORM_2021,),
    needs=("sections",),
    check=check,
    reach="tables",
    examples=(
        Bad(lines={"本年废止件数": "⟦本年度止件数⟧"}),
        Bad(lines={"补正后申请内容": "⟦补证后申请内容", "仍不明确": "仍不明确⟧"}),
        Bad(lines={"2.其他法律行政法规禁止公开": "2.⟦其他法律行政止公开⟧"}),
        Bad(lines={"现行有效件数": "⟦现行有效数量⟧"}),
        Bad(lines={"本年收费金额（单位：万元）": "⟦本年收费金额（单位：元）⟧"}),
        Good(),
        Good(lines={"危及“三安全一稳定”": '危及"三安全一稳定"', "（一）予以公开": "(一) 予以公开"}),
    ),
)
