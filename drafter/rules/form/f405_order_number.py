"""《中华人民共和国政府信息公开条例》现行文本由国务院令第711号公布，写作“国务院令第711号”；第492号是 2007 年的原文。

常见错法：“国务院第711号令”“711号文件”，或者仍以第492号为依据。改法：照写；文号只作提示，不会自动修改。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.model.diagnostic import Edit, Fix, Safety, Severity
from drafter.model.facts import Facts
from drafter.rules.base import Bad, Finding, Good, Rule
from drafter.rules.form.basis import LAW_49, sentence_of

_RIGHT = "国务院令第711号"
_WRONG = re.compile(
    r"(?:中华人民共和国)?国务院第?711号(?:令|文件?)?|(?:中华人民共和国)?国务院令711号|(?<![\d第])711号(?:文件|文|令)"
)
_OLD = re.compile(r"国务院(?:令第?|第)492号令?")


def check(facts: Facts) -> Iterator[Finding]:
    """Other ways to write the order's number, and the older order as the law in force."""
    for view in facts.prose.views:
        for found in _WRONG.finditer(view.text):
            span = view.span(*found.span())
            fix = Fix(f"写作“{_RIGHT}”", (Edit(span, _RIGHT),), Safety.DISPLAY)
            yield Finding(span, f"“{found.group()}”应写作“{_RIGHT}”", expected=_RIGHT, actual=found.group(), fix=fix)
        for found in _OLD.finditer(view.text):
            if "711" not in sentence_of(view.text, *found.span()):
                span = view.span(*found.span())
                message = f"“{found.group()}”公布的是 2007 年的条例，现行条例由{_RIGHT}公布，2019 年 5 月 15 日起施行"
                yield Finding(span, message, expected=_RIGHT, actual=found.group())


RULE = Rule(
    code="F405",
    name="ordinance-number",
    severity=Severity.WARNING,
    summary="条例的令号写“国务院令第711号”",
    basis=("《中华人民共和国政府信息公开条例》（国务院令第711号）", LAW_49),
    needs=("sections",),
    check=check,
    reach="paragraph",
    sign=re.compile("711|492"),
    examples=(
        Bad(
            preamble="根据《中华人民共和国政府信息公开条例》（⟦国务院第711号令⟧）编制。统计期限为2024年1月1日至12月31日。"
        ),
        Bad(preamble="根据《条例》（⟦国务院令第492号⟧）编制本报告。统计期限为2024年1月1日至12月31日。"),
        Good(preamble="根据《条例》（国务院令第711号）编制本报告。统计期限为2024年1月1日至12月31日。"),
        Good(
            preamble="根据2007年国务院令第492号公布、2019年国务院令第711号修订的条例编制。统计期限为2024年1月1日至12月31日。"
        ),
    ),
    first_year=2019,
)
