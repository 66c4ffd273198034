"""单元格里只写阿拉伯数字：不带单位，不加千位逗号，不用全角数字，不加说明。带了单位或说明的数字，汇总时要人工清理。

改法：只留数字；要说明的写到正文里。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.model.diagnostic import Related, Severity
from drafter.model.facts import Facts
from drafter.model.table import Cell
from drafter.rules.base import Bad, Finding, Good, Rule
from drafter.rules.form.basis import FORM_2021

_THOUSANDS = re.compile(r"\d[,，]\d")
_WIDE = re.compile(r"[０-９]")
_UNIT = re.compile(r"(?:万元|元|件|条|份|个|次|宗|起|项)(?:$|[（(])|[（(]其中")
_ABOUT = re.compile("^(?:大?约|近|超过?|逾|不足|不到)")
_MOST_NAMED = 8


def check(facts: Facts) -> Iterator[Finding]:
    """One finding a table for figures with units, thousands marks, full-width digits or notes."""
    for table in facts.report.tables:
        if table.form != facts.form.year:
            continue
        odd = [(c, why) for c in table.cells if c.value is not None and (why := _odd(facts, c))]
        if odd:
            kinds = "、".join(dict.fromkeys(why for _, why in odd))
            related = tuple(Related(facts.form.name(c.address), c.span) for c, _ in odd[1:_MOST_NAMED])
            name = facts.form.table(table.kind).name
            yield Finding(
                odd[0][0].span, f"{name}有 {len(odd)} 格带了{kinds}；单元格里只写数字", related, odd[0][0].address
            )


def _odd(facts: Facts, cell: Cell) -> str:
    if cell.address == "disclosure.fees.amount" and cell.note.startswith("元"):
        return ""  # not a matter of form: the figure is ten thousand times too great
    if _UNIT.match(cell.note):
        return "单位或说明"
    if _ABOUT.search(cell.note):
        return "“约”一类的字"
    if _THOUSANDS.search(cell.text):
        return "千位逗号"
    return "全角数字" if _WIDE.search(cell.span.of(facts.text)) else ""


RULE = Rule(
    code="F308",
    name="cell-format",
    severity=Severity.INFO,
    summary="单元格只写数字，不带单位、逗号和说明",
    basis=(FORM_2021,),
    needs=("sections",),
    check=check,
    reach="tables",
    examples=(
        Bad(cells={"disclosure.licences.decisions": "⟦1,234⟧", "disclosure.penalties.decisions": "5件"}),
        Bad(cells={"requests.new.total": "⟦５⟧"}),
        Bad(cells={"disclosure.licences.decisions": "约⟦30⟧"}),
        Good(),
    ),
    first_year=2021,
)
