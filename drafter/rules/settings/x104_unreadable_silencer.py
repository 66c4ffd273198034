"""写给 drafter 的标记看不懂：没有“忽略”二字，或者没有写规则代码。它不起作用。

写法：【drafter:忽略 W101 原因：……】，单独一行，放在要忽略的那一段上面；
Markdown 里也可以写 <!-- drafter: ignore W101 -- 原因 -->。不能一概忽略所有规则而不写代码。
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.model.diagnostic import Severity
from drafter.model.facts import Facts
from drafter.rules.base import Bad, Finding, Good, Rule


def check(facts: Facts) -> Iterator[Finding]:
    for silencing in facts.silencings:
        if not silencing.silencer.codes:
            yield Finding(
                silencing.silencer.span,
                "这处标记看不懂，没有起作用；请写成 【drafter:忽略 规则代码 原因：……】",
            )


RULE = Rule(
    code="X104",
    name="unreadable-silencer",
    severity=Severity.WARNING,
    summary="忽略标记看不懂",
    basis=("drafter 用法：忽略标记",),
    needs=("silencings",),
    check=check,
    examples=(
        Bad("⟦【drafter:忽略】⟧\n全年召开培训会两次。\n"),
        Bad("⟦【drafter:跳过 X101】⟧\n全年召开培训会两次。\n"),
        Bad("⟦【drafter:忽略 原因：专用名称⟧\n全年召开培训会两次。\n"),
        Good("【drafter:忽略 X101 原因：专用名称】\n全年召开培训会两次。\n"),
    ),
)
