"""条例的名称是《中华人民共和国政府信息公开条例》，简称《条例》要先注明“以下简称《条例》”。

“《国务院政府信息公开条例》”“《政务公开条例》”“《政府信息条例》”都不是它的名称。改法：写全称。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.model.diagnostic import Edit, Fix, Safety, Severity
from drafter.model.facts import Facts
from drafter.rules.base import Bad, Finding, Good, Rule
from drafter.rules.form.basis import LAW_49

_FULL = "中华人民共和国政府信息公开条例"
_WRONG = re.compile(
    r"《(?P<title>国务院政府信息公开条例|中国政府信息公开条例|政务(?:信息)?公开条例|政府(?:信息|公开)条例|信息公开条例"
    r"|政府信息公开工作条例|(?:中华人民共和国)?政府信息公开(?:法|法规|条款))》"
)


def check(facts: Facts) -> Iterator[Finding]:
    """Names that the ordinance does not have."""
    for view in facts.prose.views:
        for found in _WRONG.finditer(view.text):
            span = view.span(*found.span("title"))
            fix = Fix(f"改为《{_FULL}》", (Edit(span, _FULL),), Safety.UNSAFE)
            yield Finding(span, f"《{found['title']}》应为《{_FULL}》", expected=_FULL, actual=found["title"], fix=fix)


RULE = Rule(
    code="F406",
    name="ordinance-title",
    severity=Severity.WARNING,
    summary="条例的名称写正确",
    basis=("《中华人民共和国政府信息公开条例》（国务院令第711号）", LAW_49),
    needs=("sections",),
    check=check,
    reach="paragraph",
    sign=re.compile("条例|公开(?=法|条款)"),
    examples=(
        Bad(sections={"other": "印发《⟦国务院政府信息公开条例⟧》手册50册，未收取信息处理费。"}),
        Bad(sections={"other": "学习《⟦中华人民共和国政府信息公开法⟧》，未收取信息处理费。"}),
        Good(),
        Good(sections={"other": "印发《政府信息公开条例》手册50册，未收取信息处理费。"}),
    ),
)
