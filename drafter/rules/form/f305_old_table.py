"""2021 年度起用国办公开办函〔2021〕30号的表，不得再用或混用 2019 年的试行表。

旧表的标志：“本年新制作数量”“本年新公开数量”“对外公开总数量”“上一年项目数量”“本年增/减”“其他对外管理服务事项”
“政府集中采购”，以及表三“（六）其他处理”不分三项。改法：换新表，按新口径重填，不能只改表头。
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.model.diagnostic import Related, Severity
from drafter.model.facts import Facts
from drafter.rules.base import Bad, Finding, Good, Rule
from drafter.rules.form.basis import FORM_2021, old_heads


def check(facts: Facts) -> Iterator[Finding]:
    """Heads of the older table two in section two, and table three's 其他处理 as a single row."""
    yield from _heads(facts)
    single = facts.report.cell("requests.other.total")
    if single is not None and facts.report.cell("requests.other.other.total") is None:
        table = facts.report.table("requests")
        row = (
            next((label.span for label in table.labels if label.key == "other" and "处理" in label.expected), None)
            if table
            else None
        )
        yield Finding(
            row or single.span,
            "表三“（六）其他处理”应分为三项（逾期不补正、逾期未缴费、其他），单独一行是 2019 年试行表的写法",
        )


def _heads(facts: Facts) -> Iterator[Finding]:
    found = old_heads(facts)
    if found:
        first, text = found[0]
        others = {name: place for place, name in found[1:] if name != text}
        yield Finding(
            first,
            f"“{text}”是 2019 年试行表的栏目；2021 年度起用新表：本年制发件数、本年废止件数、现行有效件数等",
            tuple(Related(f"旧栏目“{name}”", place) for name, place in others.items()),
        )


_ZEROS = "\t0" * 7 + "\n"
_PARTS = (
    f"1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请{_ZEROS}",
    f"2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请{_ZEROS}",
    f"3.其他{_ZEROS}",
)
RULE = Rule(
    code="F305",
    name="old-table",
    severity=Severity.ERROR,
    summary="2021 年度起不得使用 2019 年试行表",
    basis=(FORM_2021,),
    needs=("sections",),
    check=check,
    reach="tables",
    examples=(
        Bad(lines={"本年制发件数\t本年废止件数\t现行有效件数": "⟦本年新制作数量⟧\t本年新公开数量\t对外公开总数量"}),
        Bad(lines={"（六）其他处理\n": "（六）⟦其他处理⟧\t0\t0\t0\t0\t0\t0\t0\n"} | dict.fromkeys(_PARTS, "")),
        Good(),
    ),
    first_year=2021,
)
