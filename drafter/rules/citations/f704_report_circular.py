"""年度报告格式文件的文号写错：格式是国办公开办函〔2021〕30号，2019、2020 年度用的是国办公开办函〔2019〕60号。

只看写明年度报告事项、格式的那份文件；年份和序号对不上的一律报。改法：照原文改正文号。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.model.diagnostic import Edit, Fix, Safety, Severity
from drafter.model.facts import Facts
from drafter.rules.base import Bad, Finding, Good, Rule
from drafter.rules.form.basis import FORM_2021

_CITED = re.compile(
    r"年度报告(?:格式|有关事项)[^《》。]{0,14}》[（(]国办公开办函[〔\[【（(［](?P<year>\d{4})[〕\]】）)］]第?(?P<number>\d+)号"
)
_ISSUED = {"2019": "60", "2021": "30"}


def check(facts: Facts) -> Iterator[Finding]:
    """Numbers of the circulars on the annual report that none of them bears."""
    for view in facts.prose.views:
        for found in _CITED.finditer(view.text):
            year, number = found["year"], found["number"]
            if _ISSUED.get(year) == number:
                continue
            right = _ISSUED.get(year)
            span = view.span(*found.span("number"))
            fix = Fix(f"改为“{right}”", (Edit(span, right),), Safety.DISPLAY) if right else None
            known = "国办公开办函〔2021〕30号，或者〔2019〕60号（2019、2020 年度）"
            yield Finding(
                view.span(found.start("year"), found.end("number")),
                f"年度报告的格式文件是{known}，这里写作〔{year}〕{number}号",
                expected=right,
                actual=number,
                fix=fix,
            )


RULE = Rule(
    code="F704",
    name="report-circular",
    severity=Severity.WARNING,
    summary="年度报告格式文件的文号",
    basis=(FORM_2021, "国办公开办函〔2019〕60号"),
    needs=("sections",),
    check=check,
    reach="paragraph",
    sign=re.compile("国办公开办函"),
    examples=(
        Bad(
            preamble="根据《条例》和《中华人民共和国政府信息公开工作年度报告格式》（国办公开办函〔⟦2021〕13⟧号）要求，编制本报告。"
        ),
        Bad(
            preamble="根据《国务院办公厅政府信息与政务公开办公室关于政府信息公开工作年度报告有关事项的通知》"
            "（国办公开办函〔⟦2020〕60⟧号）要求，编制本报告。"
        ),
        Good(),
        Good(
            preamble="根据《国务院办公厅政府信息与政务公开办公室关于规范政府信息公开平台有关事项的通知》"
            "（国办公开办函〔2019〕61号）和《条例》编制本报告。"
        ),
    ),
)
