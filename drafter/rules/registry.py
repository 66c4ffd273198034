"""Finds every rule of this package: each module below it that declares `RULE`."""

from __future__ import annotations

import pkgutil
from functools import lru_cache
from importlib import import_module

import drafter.rules
from drafter.rules.base import Rule


@lru_cache(maxsize=1)
def all_rules() -> tuple[Rule, ...]:
    """Every rule, by code. Raises ValueError when two share a code or a name."""
    found: dict[str, Rule] = {}
    names: set[str] = set()
    for info in pkgutil.walk_packages(drafter.rules.__path__, "drafter.rules."):
        rule = getattr(import_module(info.name), "RULE", None)
        if rule is None:
            continue
        if rule.code in found or rule.name in names:
            raise ValueError(f"{info.name}: code {rule.code} or name {rule.name} is taken")
        found[rule.code] = rule
        names.add(rule.name)
    return tuple(found[code] for code in sorted(found))


@lru_cache(maxsize=8)
def chosen(select: tuple[str, ...], extend: tuple[str, ...], ignore: tuple[str, ...]) -> tuple[Rule, ...]:
    """The rules that a user's selection takes, by code; `extend` adds to `select` or to what is on by default."""

    def takes(rule: Rule) -> bool:
        if select:
            return selected(rule.code, rule.name, (*select, *extend), ignore, rule.default)
        usual = selected(rule.code, rule.name, (), ignore, rule.default)
        return usual or (bool(extend) and selected(rule.code, rule.name, extend, ignore, False))

    return tuple(rule for rule in all_rules() if takes(rule))


def rule_page(rule: Rule) -> str:
    """The rule's Chinese page: the docstring of the module that declares it."""
    return (import_module(rule.check.__module__).__doc__ or "").strip()


def selected(code: str, name: str, select: tuple[str, ...], ignore: tuple[str, ...], default: bool = True) -> bool:
    """Whether a rule runs: the longest matching entry wins, `ignore` on a tie.

    Entries are codes, prefixes of codes, names or ALL. An empty `select` takes every rule that is on by default.
    """

    def weight(entries: tuple[str, ...]) -> int:
        best = -1
        for entry in entries:
            if entry in (name, code):
                best = max(best, 99)
            elif entry == "ALL":
                best = max(best, 0)
            elif code.startswith(entry):
                best = max(best, len(entry))
        return best

    wanted = weight(select) if select else (0 if default else -1)
    return wanted >= 0 and wanted > weight(ignore)
