"""《关于政府信息公开工作年度报告有关事项的通知》是 2019 年 60 号文的名称，配不上国办公开办函〔2021〕30号。

30 号文的名称是《关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知》。改法：名称换成 30 号文的。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.model.diagnostic import Related, Severity
from drafter.model.facts import Facts
from drafter.rules.base import Bad, Finding, Good, Rule
from drafter.rules.form.basis import FORM_2019, FORM_2021

_PAIR = re.compile(
    r"《(?P<title>[^《》]{0,60}年度报告有关事项的通知)》[（(]?(?P<number>[^（()）《》]{0,12}[〔\[【（(［]2021[〕\]】）)］]30号)"
)


def check(facts: Facts) -> Iterator[Finding]:
    """The older circular's title with the newer one's number."""
    for view in facts.prose.views:
        for found in _PAIR.finditer(view.text):
            yield Finding(
                view.span(*found.span("title")),
                f"《{found['title']}》是{FORM_2019}的名称，与后面的{FORM_2021}不符；"
                "30 号文是《关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知》",
                (Related("文号", view.span(*found.span("number"))),),
            )


RULE = Rule(
    code="F403",
    name="circular-title",
    severity=Severity.ERROR,
    summary="30 号文的名称与文号对应",
    basis=(FORM_2021, FORM_2019),
    needs=("sections",),
    check=check,
    reach="paragraph",
    sign=re.compile("有关事项"),
    examples=(
        Bad(
            preamble="根据《⟦关于政府信息公开工作年度报告有关事项的通知⟧》（国办公开办函〔2021〕30号）编制。"
            "统计期限为2024年1月1日至12月31日。"
        ),
        Good(),
        Good(
            preamble="根据《关于政府信息公开工作年度报告有关事项的通知》（国办公开办函〔2019〕60号）编制。"
            "统计期限为2024年1月1日至12月31日。"
        ),
    ),
)
