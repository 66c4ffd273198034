"""第二、三、四部分要用格式规定的表格报告，不能只写文字，也不能用图片代替；没有发生的，表格也要在，各格填 0。

改法：从格式附件复制空表填写。表格如果是图片，请换成可以编辑的表。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.model.diagnostic import Severity
from drafter.model.facts import Facts
from drafter.rules.base import Bad, Finding, Good, Rule
from drafter.rules.form.basis import FORM_2021, printed, words

_TRACES = re.compile(r"信息内容|第二十条第|现行有效|申请人情况|自然人|办理结果|勾稽|结果维持|结果纠正|尚未审结")
_ENOUGH = 2


def check(facts: Facts) -> Iterator[Finding]:
    """Sections two to four without their table; a warning where something like it stands there unread."""
    for kind in ("disclosure", "requests", "review"):
        section, name = facts.report.section(kind), facts.form.table(kind).name
        if section is None or facts.report.table(kind) is not None:
            continue
        body = words(facts, section.body)
        if len(set(_TRACES.findall(body))) >= _ENOUGH:
            message = (
                f"{name}没有认出来：“{printed(facts, kind)}”之下有表头，但行名与格式相差太多；{name}的数字没有核对"
            )
            yield Finding(section.title, message, severity=Severity.WARNING)
        else:
            yield Finding(section.title, f"“{printed(facts, kind)}”之下没有{name}；这一部分要用格式规定的表格报告")


RULE = Rule(
    code="F301",
    name="table-missing",
    severity=Severity.ERROR,
    summary="第二、三、四部分要有格式规定的表格",
    basis=(FORM_2021,),
    needs=("sections",),
    check=check,
    reach="tables",
    examples=(
        Bad(
            lines={
                "四、政府信息公开行政复议": "四、⟦政府信息公开行政复议",
                "行政诉讼情况\n行政复议\t\t\t\t\t行政诉讼\n": "行政诉讼情况⟧\n本年度没有发生。\n",
                "结果维持\t结果纠正\t其他结果\t尚未审结\t总计": "",
                "\t未经复议直接起诉\t\t\t\t\t复议后起诉\n": "",
                "\t\t\t\t\t\t\n": "",
                "0\t0\t0\t0\t0\t0\t0\t0\t0\t0\t0\t0\t0\t0\t0\n": "",
            }
        ),
        Good(),
    ),
)
