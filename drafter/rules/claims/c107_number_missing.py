"""有量词没有数字：“共主动公开信息条”“收到申请件，其中……”。多半是填空式的范本没有填完。

改法：把数字补上；没有发生的，改写成“未……”。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.model.diagnostic import Severity
from drafter.model.facts import Facts
from drafter.rules.base import Bad, Finding, Good, Rule

_HOLE = re.compile(
    r"(?:公开|发布|更新|推送|转发)(?:各类|各项|的)?(?:政府|政务|工作|动态)?信息(?:共|共计|累计|总计)?(?P<unit>条)(?=[，,。；;（(])"
    r"|(?:共|共计|累计)(?:收到|受理|接收|办理|办结|答复)(?:政府)?(?:信息公开)?申请(?:共|共计)?(?P<unit2>件)(?=[，,](?:其中|同比|办结|答复|均|上年|较))"
    r"|(?:制发|制定|废止|现行有效)(?:行政)?规范性文件(?:共|共计)?(?P<unit3>件)(?=[，,。；;、])"
    r"|(?:解读|公报|培训|发布会|座谈会)(?:共|共计)?(?P<unit4>[篇期场次])(?=[，,。；;])"
    r"|(?:信息|申请|文件|稿件|解读|公报)(?P<sum>共计?)(?=[，,。；;])"
)
# The end of every hole, which is quickly looked for.
_SIGN = re.compile("[条件篇期场次共计](?<=[息请件稿读报训会共计].)(?=[，,。；;、（(])")


def check(facts: Facts) -> Iterator[Finding]:
    """Measure words and 共 without a figure."""
    for view in facts.prose.views:
        for found in _HOLE.finditer(view.text):
            group = found.lastgroup or "unit"
            yield Finding(
                view.span(found.start(), found.end()),
                f"“{found.group()}”少了数字" if group != "sum" else f"“{found.group()}”后面少了数字和量词",
            )


RULE = Rule(
    code="C107",
    name="number-missing",
    severity=Severity.ERROR,
    summary="量词前不缺数字",
    basis=("国办公开办函〔2021〕30号",),
    needs=("sections",),
    check=check,
    reach="paragraph",
    sign=_SIGN,
    examples=(
        Bad(sections={"overview": "全年共主动⟦公开信息条⟧，其中政策文件更新及时。"}),
        Bad(sections={"overview": "2024年⟦共收到政府信息公开申请件⟧，其中自然人申请4件。"}),
        Bad(sections={"overview": "本年⟦制发行政规范性文件件⟧，废止0件。"}),
        Good(sections={"overview": "全年主动公开信息138条，收到政府信息公开申请件的登记台账齐全。"}),
        Good(sections={"overview": "逐条核对公开信息条目，组织培训场所改造。"}),
    ),
)
