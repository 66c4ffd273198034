"""落款的机关不是报告的机关：多半是从别的单位的报告里抄来没有改。

只看文末单独成行的机关全称，后面至多还有日期；同类机关（都是局，都是镇、街道，都是县级政府）名称不同的才报，
办公室、简称不算。改法：落款改成本机关。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.model.diagnostic import Related, Severity
from drafter.model.facts import Facts
from drafter.rules.base import Bad, Finding, Good, Rule
from drafter.rules.leftovers.names import core, holds, is_own

_KINDS = (
    re.compile(r"[\u4e00-\u9fa5]{2,20}(?:局|委员会|厅)"),
    re.compile(r"[\u4e00-\u9fa5]{2,16}(?:镇人民政府|乡人民政府|街道办事处)"),
    re.compile(r"[\u4e00-\u9fa5]{2,12}[省市县区旗州盟]人民政府"),
)
_NO_NAME = re.compile("各|有关|抄送|主送|印发|负责|联系")
_BEHIND = 40
"""Code points that may stand behind the name: a date, and who has put the page up."""


def check(facts: Facts) -> Iterator[Finding]:
    """A name of the agency's own kind, alone in a line at the end, that is not the agency's."""
    kind = next((kind for kind in _KINDS if kind.fullmatch(facts.agency)), None)
    if kind is None:
        return
    for line, words in facts.prose.lines:
        name = re.sub(r"[\s\u3000]", "", words)
        behind = facts.text[line.end :].strip()
        if len(behind) > _BEHIND or "。" in behind or not kind.fullmatch(name) or _NO_NAME.search(name):
            continue
        if is_own(facts, name) or holds(name, facts.agency) or (core(name) and core(name) == core(facts.agency)):
            continue
        title = (Related("报告的机关", facts.report.agency_span),) if facts.report.agency_span else ()
        yield Finding(
            line,
            f"落款是“{name}”，报告是{facts.agency}的；请核对",
            title,
            expected=facts.agency,
            actual=name,
        )


RULE = Rule(
    code="L207",
    name="another-signature",
    severity=Severity.WARNING,
    summary="落款是本机关",
    basis=("GB/T 9704—2012《党政机关公文格式》7.3.5",),
    needs=("agency", "sentences"),
    check=check,
    reach="paragraph",
    examples=(
        Bad(
            sections={"other": "没有收取信息处理费。\n⟦云溪县民政局⟧\n2025年1月20日"},
            title="云溪县司法局2024年政府信息公开工作年度报告",
        ),
        Bad(sections={"other": "没有收取信息处理费。\n　　⟦白鹭镇人民政府⟧"}),
        Bad(
            sections={"other": "没有收取信息处理费。\n⟦临川县人民政府⟧\n2025年1月20日"},
            title="云溪县人民政府2024年政府信息公开工作年度报告",
        ),
        Good(
            sections={"other": "没有收取信息处理费。\n云溪县司法局\n2025年1月20日"},
            title="云溪县司法局2024年政府信息公开工作年度报告",
        ),
        Good(sections={"other": "没有收取信息处理费。\n青石镇人民政府\n2025年1月20日"}),
        Good(
            sections={"other": "没有收取信息处理费。\n云溪县人民政府办公室\n2025年1月20日"},
            title="云溪县人民政府2024年政府信息公开工作年度报告",
        ),
        Good(
            sections={"other": "没有收取信息处理费。\n云溪县教育和体育局\n2025年1月20日"},
            title="云溪县教育体育局2024年政府信息公开工作年度报告",
        ),
        Good(
            sections={"other": "下列单位另行报告：\n云溪县民政局\n云溪县水务局\n上述单位的报告另行公布。"},
            title="云溪县司法局2024年政府信息公开工作年度报告",
        ),
    ),
)
