"""乡镇、街道的报告里说“全县共收到……”“督促各乡镇、县直各部门……”：这是县里报告的话，不是乡镇的工作。

多半是照抄县政府办公室的年报留下的。改法：改成本镇（乡、街道）的工作和数字，或者删去。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.model.diagnostic import Related, Severity
from drafter.model.facts import Facts
from drafter.rules.base import Bad, Finding, Good, Rule

_COUNTY = re.compile(
    r"(?:全[县区市旗]|我[县区市旗])(?:各级行政机关)?共?(?:新收|收到|受理|接收|办理|办结|答复|制发|公开|发布)[^，。；]{0,20}\d"
    r"|(?:督促|指导|组织|要求|检查|督查|考核|通报|推动)(?:全[县区市])?(?:各乡镇|各镇街|各街道|各镇|[县区市]直各?(?:部门|单位)|各[县区市]直(?:部门|单位)|各县[（(]?[市区])"
)


def check(facts: Facts) -> Iterator[Finding]:
    """Words of a county's report in a town's or a street's."""
    if facts.report.kind not in ("township", "subdistrict"):
        return
    title = (Related("报告的机关", facts.report.agency_span),) if facts.report.agency_span else ()
    for view in facts.prose.views:
        for found in _COUNTY.finditer(view.text):
            shown = re.split(r"\d", found.group(), maxsplit=1)[0]
            yield Finding(
                view.span(found.start(), found.start() + len(shown)),
                f"报告是{facts.agency}的，“{shown}”像是县级报告的话",
                title,
                actual=shown,
            )


RULE = Rule(
    code="L205",
    name="county-scope",
    severity=Severity.WARNING,
    summary="乡镇、街道的报告不写全县的工作",
    basis=("国办公开办函〔2021〕30号",),
    needs=("agency", "sections"),
    check=check,
    reach="paragraph",
    examples=(
        Bad(sections={"overview": "2024年，⟦全县共收到政府信息公开申请⟧5件。"}),
        Bad(sections={"overview": "2024年，青石镇⟦督促各乡镇⟧更新专栏。"}),
        Good(sections={"overview": "2024年，青石镇参加全县业务培训，督促各村更新公开栏。"}),
        Good(
            sections={"overview": "2024年，全县共收到政府信息公开申请5件，上年结转1件。"},
            title="云溪县人民政府2024年政府信息公开工作年度报告",
        ),
    ),
)
