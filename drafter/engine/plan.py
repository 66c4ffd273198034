"""The rules of a check in the order they run, with what they need: worked out once for a selection."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from drafter.rules.base import Rule


@dataclass(frozen=True, slots=True)
class Plan:
    """Rules by their reach; `last` are those that look at the requests for silence, when all others have run. `needs`
    are those of `everything` and of `claims`, but for the claims themselves; `codes` are those of `paragraphs`."""

    paragraphs: tuple[Rule, ...]
    outline: tuple[Rule, ...]
    tables: tuple[Rule, ...]
    everything: tuple[Rule, ...]
    claims: tuple[Rule, ...]
    last: tuple[Rule, ...]
    needs: frozenset[str]
    codes: tuple[str, ...]


@lru_cache(maxsize=8)
def plan_of(rules: tuple[Rule, ...]) -> Plan:
    """How to run some rules."""
    last = tuple(r for r in rules if "silencings" in r.needs)
    by_reach = {
        reach: tuple(r for r in rules if r.reach == reach and r not in last)
        for reach in ("paragraph", "outline", "tables", "document", "claims")
    }
    paragraphs, outline, tables, everything, claims = by_reach.values()
    needs = needs_of(everything) | (needs_of(claims) - {"claims"})
    return Plan(paragraphs, outline, tables, everything, claims, last, needs, tuple(r.code for r in paragraphs))


def needs_of(rules: Iterable[Rule]) -> frozenset[str]:
    """All that some rules need."""
    return frozenset([need for rule in rules for need in rule.needs])
