"""正文里因政府信息公开发生的行政复议、行政诉讼件数和结果，要与表四一致。

驳回诉讼请求计入“结果维持”，撤回、终止、调解计入“其他结果”，撤销、变更、确认违法、责令履行计入“结果纠正”。
作为复议机关办理的其他行政复议案件不在表四统计之列。改法：与司法行政部门、法院文书核对后改正文或改表四。
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.model.diagnostic import Severity
from drafter.model.facts import Facts
from drafter.rules.base import Bad, Finding, Good, Rule
from drafter.rules.claims.places import contradictions


def check(facts: Facts) -> Iterator[Finding]:
    """Claims about reviews and suits that table four contradicts."""
    return contradictions(facts, "review")


RULE = Rule(
    code="C401",
    name="claim-contradicts-table-four",
    severity=Severity.ERROR,
    summary="正文中行政复议、行政诉讼的数字与表四一致",
    basis=("《中华人民共和国政府信息公开条例》第五十条第（三）项", "国办公开办函〔2021〕30号"),
    needs=("tables.review", "claims"),
    check=check,
    reach="claims",
    examples=(
        Bad(
            sections={"overview": "⟦未发生因政府信息公开引起的行政复议⟧。"},
            cells={"review.reconsideration.upheld": "1", "review.reconsideration.total": "1"},
        ),
        Bad(sections={"overview": "因政府信息公开被申请行政复议⟦2⟧件，被提起行政诉讼⟦一⟧起。"}),
        Bad(
            sections={"overview": "政府信息公开行政诉讼3件，其中驳回诉讼请求⟦3⟧件。"},
            cells={
                "review.litigation_direct.upheld": "2",
                "review.litigation_direct.total": "2",
                "review.litigation_after.pending": "1",
                "review.litigation_after.total": "1",
            },
        ),
        Good(sections={"overview": "未发生因政府信息公开引起的行政复议和行政诉讼。"}),
        Good(sections={"overview": "全县全年受理行政复议申请56件，办结50件。"}),
    ),
)
