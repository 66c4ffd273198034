"""正文里规章、行政规范性文件的制发、废止、现行有效件数，以及行政许可、行政处罚、行政强制、行政事业性收费的数字，要与表二一致。

公示、公开了多少条信息不等于作出多少件决定，不拿来比。改法：与司法行政部门核对规范性文件清理结果，改正文或改表二。
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.model.diagnostic import Severity
from drafter.model.facts import Facts
from drafter.rules.base import Bad, Finding, Good, Rule
from drafter.rules.claims.places import contradictions


def check(facts: Facts) -> Iterator[Finding]:
    """Claims about documents, decisions and fees that table two contradicts."""
    return contradictions(facts, "disclosure")


RULE = Rule(
    code="C201",
    name="claim-contradicts-table-two",
    severity=Severity.ERROR,
    summary="正文中规范性文件、许可、处罚、强制、收费的数字与表二一致",
    basis=("《中华人民共和国政府信息公开条例》第五十条第（一）项", "国办公开办函〔2021〕30号"),
    needs=("tables.disclosure", "claims"),
    check=check,
    reach="claims",
    examples=(
        Bad(sections={"overview": "2024年制发行政规范性文件⟦2⟧件，现行有效⟦4⟧件。"}),
        Bad(sections={"overview": "2024年以本机关名义制发行政规范性文件⟦2⟧件。"}),
        Good(sections={"overview": "2024年以县政府名义制发行政规范性文件2件。"}),
        Bad(
            sections={"overview": "全年作出行政处罚决定⟦13⟧件。"},
            cells={"disclosure.penalties.decisions": "31"},
        ),
        Bad(
            sections={"overview": "行政事业性收费⟦320000⟧元。"},
            cells={"disclosure.fees.amount": "3.2"},
        ),
        Good(sections={"overview": "未制发行政规范性文件，现行有效行政规范性文件2件。"}),
        Good(sections={"overview": "公示行政许可信息306条、行政处罚信息26条，公开行政规范性文件3件。"}),
        Good(
            sections={"overview": "行政事业性收费32000元。"},
            cells={"disclosure.fees.amount": "3.2"},
        ),
        Good(
            sections={"overview": "废止行政规范性文件3件，宣布失效2件。"},
            cells={"disclosure.normative.repealed": "5"},
        ),
    ),
)
