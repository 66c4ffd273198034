"""占位的符号没有换成内容：XX、××、某某、____、（具体网址）、（待补充）、20XX年、0000-XXXXXXX。

改法：换成实际的名称、数字或日期。公示中遮去的姓名、号码，Markdown 的粗体（**小标题**）和分隔线不报。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.model.diagnostic import Severity
from drafter.model.facts import Facts
from drafter.rules.base import Bad, Finding, Good, Rule
from drafter.rules.leftovers.emphasis import dressing

_PLACE = re.compile(
    r"20[XxＸ×*]{2}(?=年)"
    r"|(?<![A-Za-z0-9./@:_*-])(?:[XxＸ]{2,}|[×✕]{2,}|[＊*]{2,}|[○〇]{2,})(?![A-Za-z0-9./@_*年-])"
    r"|(?<![A-Za-z0-9])\d{3,4}[-—－–](?:[XxＸ]{4,}|[×✕]{4,}|[＊*]{4,})(?![A-Za-z0-9*])"
    r"|(?<![A-Za-z0-9./@])[Xx]{3,4}[-—－–][Xx]{6,8}(?![A-Za-z0-9])"
    r"|(?<![A-Za-z0-9./@])N(?=[条件次篇期场])|[#＃]{2,}(?=[条件次篇期场元年月])|[（(【\[][)）】\]](?=[条件次篇期场元])"
    r"|(?<![A-Za-z0-9./@])[XxＸ×](?=[件条篇次期场份项元个宗起月日县市镇乡村])"
    r"|某某(?=[\u4e00-\u9fa5])|_{2,}|＿{2,}|﹍{2,}"
    r"|[（(](?:具体|填写|单位|机关)?(?:网址|网站名称?|名称|单位名称|地址|电话|邮箱|数字|日期|年份|联系人)[)）]"
    r"|[（(](?:[^（）()]{0,6}待(?:补充?|填写?|核实|确认|定|更新|完善)|请(?:填写|补充|核实|更新)[^（）()]{0,8}"
    r"|此处[^（）()]{0,10})[)）]"
    r"|[｛{【\[]待(?:补充?|填写?|定|核实|更新)[｝}】\]]|[｛{【\[](?:年份?|单位|机关|数字|名称|网址|日期|数量)[｝}】\]]"
)
# Signs of which every place holds one: most reports have none, and these are quickly looked for.
_SIGN = re.compile(r"[#＃NXxＸ×✕＊*○〇某_＿﹍｛{【\[]")
_BRACKET = re.compile("[（(](?:[)）]|[具填单机网名地电邮数日年联请此]|[^（）()]{0,6}待)")
_CIRCLES = re.compile("[〇○]+")


def check(facts: Facts) -> Iterator[Finding]:
    """Signs that stand for something still to be filled in."""
    for view in facts.prose.views:
        signed = _SIGN.search(view.text) or _BRACKET.search(view.text)
        for found in _PLACE.finditer(view.text) if signed else ():
            before = view.text[max(found.start() - 1, 0) : found.start()]
            if _CIRCLES.fullmatch(found.group()) and (
                before in "二一" or view.text[found.end() : found.end() + 1] == "年"
            ):
                continue
            span = view.span(found.start(), found.end())
            if not any(mark.overlaps(span) for mark in dressing(facts.text)):
                yield Finding(span, f"“{found.group()}”是占位，应换成实际内容")


RULE = Rule(
    code="L301",
    name="placeholder",
    severity=Severity.ERROR,
    summary="占位的符号已经换成内容",
    basis=("国办公开办函〔2021〕30号",),
    needs=("sections",),
    check=check,
    reach="paragraph",
    examples=(
        Bad(sections={"overview": "⟦20XX⟧年，⟦××⟧镇公开信息⟦X⟧条。"}),
        Bad(preamble="根据《条例》编制本报告。本报告可在⟦（具体网址）⟧下载。"),
        Bad(sections={"overview": "全年公开信息⟦____⟧条，⟦某某⟧同志负责。"}),
        Bad(preamble="根据《条例》编制本报告。联系电话：⟦0000-XXXXXXX⟧。"),
        Bad(preamble="根据《条例》编制本报告。联系电话：⟦XXXX-XXXXXXX⟧，地址：⟦××⟧路1号。"),
        Bad(sections={"overview": "全年公开信息⟦N⟧条、政策解读⟦（ ）⟧条，回应关切⟦【待补】⟧。"}),
        Bad(sections={"overview": "⟦**⟧镇⟦**⟧村公开信息12条，联系人⟦____⟧，电话⟦____⟧。"}),
        Bad(sections={"overview": "全年公开信息12条⟦（数据待核实）⟧，⟦X⟧月召开会议1次。"}),
        Good(
            sections={
                "overview": "**（一）主动公开。** 公开信息12条，其中**重点领域信息**3条。\n***\n__依申请公开__：无。"
            }
        ),
        Good(preamble="根据《条例》编制本报告。电子邮箱：xxgk@qingshi.example，网址：www.xxgk.example/xx。"),
        Good(sections={"overview": "二〇二四年，公开信息126条，其中A类12条。"}),
    ),
)
