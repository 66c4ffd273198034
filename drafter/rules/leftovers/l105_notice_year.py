"""引用的年报通知、工作要点是往年的：2024 年的报告写“根据《关于做好2022年政府信息公开工作年度报告……的通知》”。

每年编制年报都有当年的通知，引用往年的多半是沿用旧稿。改法：换成今年的通知；确实长期有效的可以不改。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.model.diagnostic import Related, Severity
from drafter.model.facts import Facts
from drafter.rules.base import Bad, Finding, Good, Rule
from drafter.rules.form.basis import sentence_of

_NOTICE = re.compile(
    r"关于[^，。；《》]{0,16}?(?P<year>20\d\d)年(?:度)?(?:政府信息公开|政务公开)(?:工作)?(?:年度报告|年报)[^，。；]{0,24}?通知"
    r"|(?P<year2>20\d\d)年(?:度)?[^，。；《》\d]{0,10}(?:政府信息公开|政务公开)(?:重点)?工作(?:要点|安排|计划)"
)
_LOOKED_BACK = re.compile("上年|去年|评估|考核|对照|回顾|整改|延续")


def check(facts: Facts) -> Iterator[Finding]:
    """Notices and work plans of years before the report's."""
    title = (Related("报告的年份", facts.report.year_span),) if facts.report.year_span else ()
    for view in facts.prose.views:
        for found in _NOTICE.finditer(view.text):
            group = "year" if found["year"] else "year2"
            year = int(found[group])
            around = sentence_of(view.text, found.start(), found.end())
            if facts.year is None or year >= facts.year or _LOOKED_BACK.search(around):
                continue
            yield Finding(
                view.span(*found.span(group)),
                f"报告是 {facts.year} 年的，引用的是 {year} 年的文件；请核对是不是沿用了旧稿",
                title,
                expected=facts.year,
                actual=year,
            )


RULE = Rule(
    code="L105",
    name="notice-year",
    severity=Severity.WARNING,
    summary="引用的通知、要点是本年度的",
    basis=("国办公开办函〔2021〕30号",),
    needs=("year", "sections"),
    check=check,
    reach="paragraph",
    sign=re.compile(r"20(?=\d\d年)"),
    examples=(
        Bad(preamble="按照《关于做好⟦2022⟧年政府信息公开工作年度报告编制发布工作的通知》要求，编制本报告。"),
        Bad(sections={"overview": "2024年，按照省里《⟦2023⟧年政务公开工作要点》部署，做好公开工作。"}),
        Good(preamble="按照《关于做好2024年政府信息公开工作年度报告编制发布工作的通知》要求，编制本报告。"),
        Good(sections={"overview": "2024年，按照《2024年政务公开工作要点》部署，做好公开工作。"}),
    ),
)
