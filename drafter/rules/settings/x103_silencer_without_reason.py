"""“忽略”标记没有写原因。标记照样起作用，但是复核的人不知道为什么不用改。

在代码后面写上原因，例如：【drafter:忽略 W101 原因：“和园”是小区名称】。
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.model.diagnostic import Severity
from drafter.model.facts import Facts
from drafter.rules.base import Bad, Finding, Good, Rule


def check(facts: Facts) -> Iterator[Finding]:
    for silencing in facts.silencings:
        silencer = silencing.silencer
        if silencer.codes and not silencer.reason:
            yield Finding(silencer.span, f"忽略 {'、'.join(silencer.codes)} 的标记没有写原因，请补上")


RULE = Rule(
    code="X103",
    name="silencer-without-reason",
    severity=Severity.INFO,
    summary="忽略标记没有写原因",
    basis=("drafter 用法：忽略标记",),
    needs=("silencings",),
    check=check,
    examples=(
        Bad("⟦【drafter:忽略 X101】⟧\n全年召开培训会两次。\n"),
        Bad("⟦<!-- drafter: ignore X101 -->⟧\n全年召开培训会两次。\n"),
        Bad("⟦【drafter：忽略 X101 原因：……】⟧\n全年召开培训会两次。\n"),
        Good("【drafter:忽略 X101 原因：专用名称】\n全年召开培训会两次。\n"),
        Good("<!-- drafter: ignore X101 -- 专用名称 -->\n全年召开培训会两次。\n"),
    ),
)
