"""正文里写了别的县、区：“可在临川县人民政府门户网站下载”“霞浦区教育局认真……”，而本机关在另一个县、区。

只在标题写明了县、区时核对；上级市的名称不报。改法：改成本县（区）的名称和网址，并核对这一段是不是从别处抄来。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.model.diagnostic import Related, Severity
from drafter.model.facts import Facts
from drafter.rules.base import Bad, Finding, Good, Rule
from drafter.rules.leftovers.names import county

_EDGE = r"(?:(?<=[，。；：、“”（）()])|(?<=^)|(?<=[在由向与和对为请到])|(?<=通过|登录|依托|按照|根据|访问|关注))"
_OFFICE = re.compile(r"(?:县|区|旗|市)(?P<tail>[\u4e00-\u9fa5]{2,14}(?:局|委员会|办公室|中心))$")
_GENERIC = re.compile(
    "[和与及对了令强现将由把被使让据按托于在从以并经应请须可已均该为向给让会同属]|^[各全我本该每两三多所某其上下有无等新老]|各|市县|开发|高新|园|新区$|示范|试验|实验|地区|自治区|所在|辖|公开|信息|政府|负责|牵头|配合|接受|协助|推动|参加|组织|加强|规范|完善"
)


def check(facts: Facts) -> Iterator[Finding]:
    """County and district names before 人民政府 or the agency's own office name that are not the agency's."""
    own = county(facts.agency)
    if not own or _GENERIC.search(own) or facts.report.level == "city":
        return
    office = _OFFICE.search(facts.agency)
    tail = "|" + re.escape(office["tail"]) if office else ""
    pattern = re.compile(rf"{_EDGE}(?P<place>[\u4e00-\u9fa5]{{1,3}}?(?:县|区|旗))(?=人民政府(?:门户)?网站{tail})")
    title = (Related("报告的机关", facts.report.agency_span),) if facts.report.agency_span else ()
    for view in facts.prose.views:
        for found in pattern.finditer(view.text):
            place = found["place"]
            if len(place) < 3 or place in facts.agency or place.endswith(own) or _GENERIC.search(place):
                continue
            yield Finding(
                view.span(*found.span("place")),
                f"{facts.agency}在{own}，这里写“{place}”；请核对是不是从别处抄来",
                title,
                expected=own,
                actual=place,
            )


RULE = Rule(
    code="L206",
    name="another-place",
    severity=Severity.WARNING,
    summary="没有写成别的县、区",
    basis=("国办公开办函〔2021〕30号",),
    needs=("agency", "sections"),
    check=check,
    reach="paragraph",
    sign=re.compile("[县区旗](?=人民政府|[\u4e00-\u9fa5]{2,14}(?:局|委员会|办公室|中心))"),
    examples=(
        Bad(preamble="根据《条例》编制本报告。本报告可在⟦临川县⟧人民政府门户网站下载。"),
        Bad(
            sections={"overview": "2024年，⟦临川区⟧教育局认真做好公开工作。"},
            title="云溪县教育局2024年政府信息公开工作年度报告",
        ),
        Good(preamble="根据《条例》编制本报告。本报告可在云溪县人民政府门户网站下载，各县区人民政府同步发布。"),
        Good(
            sections={"overview": "2024年，对主动公开县教育局文件的流程作了规范，由牵头县教育局的股室负责。"},
            title="云溪县教育局2024年政府信息公开工作年度报告",
        ),
        Good(
            sections={"overview": "2024年，县教育局在市教育局指导下认真做好公开工作。"},
            title="云溪县教育局2024年政府信息公开工作年度报告",
        ),
    ),
)
