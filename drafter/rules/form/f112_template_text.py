"""格式、通知和范本里的说明文字只供填写时参考，不能留在公布的报告里。

常见的有“该部分以表格形式报告。表格如下”“此处填写……”“（填报说明：……）”。改法：删去说明，换成实际内容。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.model.diagnostic import Edit, Fix, Safety, Severity
from drafter.model.facts import Facts
from drafter.rules.base import Bad, Finding, Good, Rule
from drafter.rules.form.basis import FORM_2021

_TEMPLATE = re.compile(
    r"[（(]?该部分(?:内容)?以表格形式(?:报告|体现)[。，]?(?:表格如下[：:。]?)?[)）]?"
    r"|[（(]?(?:请在)?此处(?:请)?填写[^。；）)]{0,30}[)）。]?"
    r"|[（(]请(?:根据|结合|按照)?[^（）()。]{0,12}(?:填写|撰写|补充|删除)[^（）()。]{0,30}[)）]"
    r"|[（(]?填报说明[:：][^）)\n]{0,80}[)）]?"
    r"|[（(](?:仅供参考|供参考|范文|模板|样例|示例)[^（）()]{0,10}[)）]"
)
# What every instruction holds: most reports have none of it, and words are quickly looked for.
_SIGN = re.compile(r"该部分|此处|（请|\(请|填报说明|仅供参考|供参考|范文|模板|样例|示例")


def check(facts: Facts) -> Iterator[Finding]:
    """Instructions of the form or of a model left standing."""
    for view in facts.prose.views:
        for found in _TEMPLATE.finditer(view.text):
            span = view.span(found.start(), found.end())
            fix = Fix("删去", (Edit(span, ""),), Safety.UNSAFE)
            yield Finding(span, f"“{found.group()}”是填写说明，不应留在报告里", fix=fix)


RULE = Rule(
    code="F112",
    name="template-text",
    severity=Severity.ERROR,
    summary="范本的填写说明不得留在报告里",
    basis=(FORM_2021,),
    needs=("sections",),
    check=check,
    reach="paragraph",
    sign=_SIGN,
    examples=(
        Bad(lines={"二、主动公开政府信息情况\n": "二、主动公开政府信息情况\n⟦该部分以表格形式报告。表格如下：⟧\n"}),
        Bad(lines={"（三）政府信息管理。": "（三）政府信息管理。⟦（请结合本单位实际填写）⟧"}),
        Good(),
        Good(lines={"（三）政府信息管理。": "（三）政府信息管理。办事指南上注明“请如实填写”。"}),
    ),
)
