"""表三左上角印着一句提示：“本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和”，照抄即可。

哪一项加哪一项抄错了，或者抄漏了“之和”，会误导核对。改法：换成格式的写法；没有印这一句的，不影响核对，不报。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.model.diagnostic import Edit, Fix, Safety, Severity
from drafter.model.facts import Facts
from drafter.model.view import squeezed
from drafter.rules.base import Bad, Finding, Good, Rule
from drafter.rules.form.basis import FORM_2021

_NOTE = re.compile(
    r"数据的?.{2}关系为?[：:]?(?P<sum>第.项[^\d）)]{0,3}第.项(?:之?和)?[，,]?等于第.项[^\d）)]{0,3}第.项(?:之?和)?)"
)
_RIGHT = "第一项加第二项之和，等于第三项加第四项之和"
_ITEMS = re.compile(r"第(.)项")


def check(facts: Facts) -> Iterator[Finding]:
    """The note where it names other items than the printed one."""
    section = facts.report.section("requests")
    if section is None:
        return
    view = squeezed(section.body.of(facts.text), section.body.start)
    found = _NOTE.search(view.text)
    if found is None or _says(found["sum"]) == _says(_RIGHT):
        return
    span = view.span(*found.span("sum"))
    fix = Fix(f"改为“{_RIGHT}”", (Edit(span, _RIGHT),), Safety.UNSAFE)
    yield Finding(span, f"表三左上角的提示应为“{_RIGHT}”", expected=_RIGHT, actual=found["sum"], fix=fix)


def _says(note: str) -> tuple[list[str], int]:
    """The items a note names, and how many sums it says they are."""
    return _ITEMS.findall(note), note.count("和")


RULE = Rule(
    code="F306",
    name="corner-note",
    severity=Severity.WARNING,
    summary="表三左上角的勾稽提示照抄",
    basis=(FORM_2021,),
    needs=("section.requests",),
    check=check,
    reach="tables",
    examples=(
        Bad(lines={"第一项加第二项之和，等于第三项加第四项之和": "⟦第一项加第二项之和，等于第三项加第五项之和⟧"}),
        Bad(lines={"第一项加第二项之和，等于第三项加第四项之和": "⟦第一项加第二项之和，等于第三项加第四项⟧"}),
        Good(),
        Good(lines={"第二项之和，等于": "第二项之和,等于"}),
    ),
)
