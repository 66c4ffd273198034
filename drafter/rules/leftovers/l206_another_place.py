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
# Words behind which a name is that of a site: 在 and the like may stand before what is done to it.
_USING = r"(?<=依托|登录|访问|通过|利用|借助)"
_DEED = re.compile(
    "[好过助托录把用][县区旗]$|升级|改版|优化|建设|改造|维护|管理|打造|改进|更新|调整|充实|检查|巡查|丰富|创新|强化|整改|监测|对接|链接"
)
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
    name = r"[\u4e00-\u9fa5]{1,3}?(?:县|区|旗)"
    pattern = re.compile(
        rf"{_EDGE}(?P<place>{name})(?=人民政府(?:门户)?网站{tail})"
        rf"|{_USING}(?P<site>{name})(?=政府(?:门户)?网站|政府信息公开(?:平台|网|专栏))"
    )
    title = (Related("报告的机关", facts.report.agency_span),) if facts.report.agency_span else ()
    for view in facts.prose.views:
        for found in pattern.finditer(view.text):
            place = found[found.lastgroup or 0]
            if len(place) < 3 or place in facts.agency or place.endswith(own) or _GENERIC.search(place):
                continue
            if _DEED.search(place):
                continue  # 用好县政府网站
            yield Finding(
                view.span(*found.span()),
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
    sign=re.compile(
        "[县区旗](?=人民政府|政府(?:门户)?网站|政府信息公开|[\u4e00-\u9fa5]{2,14}(?:局|委员会|办公室|中心))"
    ),
    examples=(
        Bad(preamble="根据《条例》编制本报告。本报告可在⟦临川县⟧人民政府门户网站下载。"),
        Bad(sections={"overview": "2024年，依托⟦临川县⟧政府网站发布信息126条。"}),
        Bad(sections={"overview": "2024年，公众可登录⟦临川县⟧政府信息公开平台查询。"}),
        Good(sections={"overview": "2024年，通过县政府网站发布信息，用好县人民政府网站，通过升级县政府网站听取意见。"}),
        Bad(
            sections={"overview": "2024年，⟦临川区⟧教育局认真做好公开工作。"},
            title="云溪县教育局2024年政府信息公开工作年度报告",
        ),
        Good(preamble="根据《条例》编制本报告。本报告可在云溪县政府网站下载，全县政府网站、各县区人民政府同步发布。"),
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
