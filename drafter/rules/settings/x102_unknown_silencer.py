"""“忽略”标记里写的规则代码或名称不存在，这处标记不起作用。

用 drafter rules 查看全部规则；可以写代码（W101）、代码的开头（W1、W）或名称，几个之间用顿号、逗号或空格分开。
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.model.diagnostic import Edit, Fix, Severity
from drafter.model.facts import Facts, Silencing
from drafter.rules.base import Bad, Finding, Good, Rule


def check(facts: Facts) -> Iterator[Finding]:
    for silencing in facts.silencings:
        for entry, near in silencing.unknown:
            hint = f"，是不是 {near}？" if near else "；用 drafter rules 查看全部规则"
            fix = _fix(facts.text, silencing, entry, near)
            yield Finding(silencing.silencer.span, f"忽略标记里的 {entry} 不是规则{hint}", fix=fix)


def _fix(text: str, silencing: Silencing, entry: str, near: str) -> Fix | None:
    request = silencing.silencer.span
    if not near or request == silencing.silencer.scope or request.of(text).count(entry) != 1:
        return None
    after = request.of(text).replace(entry, near)
    return Fix(f"改为 {near}", (Edit(request, after),))


RULE = Rule(
    code="X102",
    name="unknown-silencer",
    severity=Severity.WARNING,
    summary="忽略标记里的规则代码不存在",
    basis=("drafter 用法：忽略标记",),
    needs=("silencings",),
    check=check,
    examples=(
        Bad("⟦【drafter:忽略 X1021 原因：专用名称】⟧\n全年召开培训会两次。\n"),
        Bad("⟦<!-- drafter: ignore Q7 -- 专用名称 -->⟧\n全年召开培训会两次。\n"),
        Good("【drafter:忽略 unknown-silencer、X101 原因：专用名称】\n全年召开培训会两次。\n"),
    ),
)
