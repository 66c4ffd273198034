"""Fills templates: Jinja2 in a sandbox, with the figures by name and a few ways of listing them.

A template may be used only when every figure it speaks of is known; that is read off the template itself.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import Any

from drafter.compose.figures import Item, Value
from drafter.model.problem import BadData, Problem

_HELPER_NEEDS = {
    "carried": frozenset({"carried_out"}),
    "repealed": frozenset({"normative_repealed"}),
    "valid": frozenset({"normative_valid"}),
}


class Scribe:
    """Fills templates with `words` (agency, year …) and `figures`. Raises Problem when Jinja2 is not installed."""

    def __init__(self, words: Mapping[str, object], figures: Mapping[str, Value]) -> None:
        self._figures = figures
        self._names: dict[str, Any] = {**words, **figures, **_helpers(figures)}

    def knows(self, template: str, where: str) -> bool:
        """Whether all figures of a template are known. Raises BadData for a name that does not exist."""
        names = _names_in(template, where)
        strange = names - self._names.keys()
        if strange:
            raise BadData(where, f"没有这些名称：{'、'.join(sorted(strange))}")
        needed = names.union(*(_HELPER_NEEDS.get(name, frozenset()) for name in names))
        return all(self._figures[name] is not None for name in needed if name in self._figures)

    def holds(self, condition: str, where: str) -> bool:
        """Whether a condition holds; its figures must be known."""
        return bool(_environment().compile_expression(condition)(**self._names)) if condition else True

    def write(self, template: str, where: str) -> str:
        """The filled template. Raises BadData when it does not work out."""
        from jinja2 import TemplateError

        try:
            return str(_environment().from_string(template).render(**self._names))
        except (TemplateError, TypeError) as error:
            raise BadData(where, f"模板填不出来：{error}") from error


def plain(value: object) -> object:
    """Figures as reports write them: 3, 12.5; other values as they are."""
    if not isinstance(value, Decimal):
        return value
    return str(int(value)) if value == value.to_integral_value() else format(value.normalize(), "f")


def listed(items: Sequence[Item]) -> str:
    """予以公开3件、部分公开1件"""
    return "、".join(f"{item.name}{plain(item.count)}{item.unit}" for item in items)


def among(items: Sequence[Item]) -> str:
    """，其中… for several parts; a single part, which is all of it, in brackets."""
    return f"，其中{listed(items)}" if len(items) > 1 else f"（{listed(items)}）"


def versus(now: Value, before: Value) -> str:
    """，较上年增加3件; nothing when last year is not known."""
    if not isinstance(now, Decimal) or not isinstance(before, Decimal):
        return ""
    if now == before:
        return "，与上年持平"
    return f"，较上年{'增加' if now > before else '减少'}{plain(abs(now - before))}件"


def _helpers(figures: Mapping[str, Value]) -> dict[str, object]:
    def counted(name: str, some: str, none: str) -> object:
        return lambda: some.format(plain(figures[name])) if figures[name] else none

    return {
        "listed": listed,
        "among": among,
        "versus": lambda: versus(figures["new"], figures["last_new"]),
        "carried": counted("carried_out", "结转下年度继续办理{}件", "无结转下年度继续办理的申请"),
        "repealed": counted("normative_repealed", "废止{}件", "未废止行政规范性文件"),
        "valid": counted("normative_valid", "年末现行有效{}件", "年末无现行有效的行政规范性文件"),
    }


@lru_cache(maxsize=1)
def _environment() -> Any:
    try:
        from jinja2 import StrictUndefined
        from jinja2.sandbox import ImmutableSandboxedEnvironment
    except ImportError as error:
        raise Problem("missing_extra", "起草需要 jinja2：请安装 drafter[compose]") from error
    return ImmutableSandboxedEnvironment(undefined=StrictUndefined, autoescape=False, finalize=plain)


@lru_cache(maxsize=4096)
def _names_in(template: str, where: str) -> frozenset[str]:
    from jinja2 import TemplateSyntaxError, meta

    try:
        return frozenset(meta.find_undeclared_variables(_environment().parse(template)))
    except TemplateSyntaxError as error:
        raise BadData(where, f"模板写错了：{error.message}") from error
