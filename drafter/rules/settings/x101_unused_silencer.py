"""“忽略”标记没有用到：它下面的文字里，点名的规则没有发现问题（可能已经改好了），或者它下面没有文字。

留着没用的标记，以后真出了同类问题也不会报，还可能随文发出去。删去即可。
没有运行的规则（例如缺表格、缺上年报告，或用 --ignore 关掉了）不算没用到。
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.model.diagnostic import Edit, Fix, Severity
from drafter.model.facts import Facts
from drafter.model.span import Span
from drafter.rules.base import Bad, Finding, Good, Rule


def check(facts: Facts) -> Iterator[Finding]:
    for silencing in facts.silencings:
        if not silencing.unused:
            continue
        silencer = silencing.silencer
        codes = "、".join(silencing.unused)
        why = f"下面的文字没有 {codes} 的问题" if len(silencer.scope) else "它下面没有文字"
        fix = None
        if silencing.unused == silencer.codes and silencer.span != silencer.scope:
            fix = Fix("删去这处标记", (Edit(_line(facts, silencer.span), ""),))
        yield Finding(silencer.span, f"忽略 {codes} 的标记没有用到：{why}，请删去", fix=fix)


def _line(facts: Facts, request: Span) -> Span:
    """The request with its line break where it has a line of a text file to itself."""
    before = facts.text[max(request.start - 1, 0) : request.start]
    if facts.document.container not in ("txt", "md") or (before and before not in "\r\n"):
        return request
    for newline in ("\r\n", "\n", "\r"):
        if facts.text.startswith(newline, request.end):
            return Span(request.start, request.end + len(newline))
    return request


RULE = Rule(
    code="X101",
    name="unused-silencer",
    severity=Severity.WARNING,
    summary="忽略标记没有用到",
    basis=("drafter 用法：忽略标记",),
    needs=("silencings",),
    check=check,
    examples=(
        Bad("全年召开培训会两次。\n⟦【drafter:忽略 X101 原因：专用名称】⟧\n"),
        Good("【drafter:忽略 X102 原因：专用名称】\n全年召开培训会两次。\n"),
    ),
)
