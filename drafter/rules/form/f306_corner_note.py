"""表三左上角印着一句提示：“本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和”，照抄即可。

常见错字：“勾嵇”“勾籍”“钩稽”。改法：换成格式的写法；没有印这一句的，不影响核对，不报。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.model.diagnostic import Edit, Fix, Safety, Severity
from drafter.model.facts import Facts
from drafter.model.span import Span
from drafter.model.view import squeezed
from drafter.rules.base import Bad, Finding, Good, Rule
from drafter.rules.form.basis import FORM_2021

_NOTE = re.compile(r"本列数据的?.{2}关[系糸糹].{0,30}?第四项之和|本列数据的?.{2}关[系糸糹]")
_PUNCT = re.compile(r"[，,：:、。]")


def check(facts: Facts) -> Iterator[Finding]:
    """The note where its words differ from the printed ones."""
    section = facts.report.section("requests")
    corner = next((t.corner for t in facts.form.tables if t.kind == "requests"), "")
    if section is None or not corner:
        return
    view = squeezed(section.body.of(facts.text), section.body.start)
    found = _NOTE.search(view.text)
    if found is None or _PUNCT.sub("", corner).startswith(_PUNCT.sub("", found.group())):
        return
    whole = "第四项" in found.group()
    right = corner if whole else corner.split("为")[0]
    span: Span = view.span(found.start(), found.end())
    fix = Fix(f"改为“{right}”", (Edit(span, right),), Safety.UNSAFE)
    yield Finding(span, f"表三左上角的提示应为“{right}”", expected=right, actual=found.group(), fix=fix)


RULE = Rule(
    code="F306",
    name="corner-note",
    severity=Severity.WARNING,
    summary="表三左上角的勾稽提示照抄",
    basis=(FORM_2021,),
    needs=("section.requests",),
    check=check,
    examples=(
        Bad(lines={"（本列数据的勾稽关系": "（⟦本列数据的勾嵇关系", "第四项之和）": "第四项之和⟧）"}),
        Good(),
        Good(lines={"第二项之和，等于": "第二项之和,等于"}),
    ),
)
