"""A rule speaks of no paragraph without its sign in it or beside it: else what is skipped would be missed."""

from __future__ import annotations

import random

import pytest

from drafter.engine import Resources
from drafter.engine.facts import facts_of
from drafter.model.prose import Prose
from drafter.read.text import text_document
from drafter.rules.base import Bad, Rule
from drafter.rules.registry import all_rules
from tests.support.samples import check_sample, sample_config

SIGNED = [r for r in all_rules() if r.sign is not None]
RESOURCES = Resources()
PUT = (
    " ",
    "\u3000",
    "\n",
    "　",
    "１",
    "0",
    "年",
    "，",
    "。",
    "、",
    "（",
    "号",
    "截至",
    "20",
    "第",
    "令",
    "倍",
    "…",
    "\u200b",
)


@pytest.mark.parametrize("rule", SIGNED, ids=[r.code for r in SIGNED])
def test_what_a_rule_speaks_of_has_its_sign(rule: Rule) -> None:
    assert rule.reach == "paragraph"
    assert rule.sign is not None
    rng = random.Random(rule.code)
    seen = 0
    for sample in (s for s in rule.examples if isinstance(s, Bad)):
        text, _ = check_sample(rule, sample)
        marked = [s.start for s in text.spans]
        for _ in range(40):
            changed = text.text
            for _ in range(rng.randrange(3)):
                at = min(max(rng.choice(marked) + rng.randint(-12, 12), 0), len(changed))
                changed = changed[:at] + rng.choice(PUT) + changed[at + rng.randrange(2) :]
            facts = facts_of(text_document(changed, "示例.txt"), RESOURCES, sample_config(rule, sample))
            for found in rule.check(facts):
                at = next(i for i, p in enumerate(facts.paragraphs) if p.start <= found.span.start <= p.end)
                around = facts.paragraphs[max(at - 1, 0) : at + 2]  # a pattern may run over a line break
                views = Prose(changed, facts.report, (around[0].cover(around[-1]),)).views
                assert any(rule.sign.search(view.text) for view in views), changed
                seen += 1
    assert seen
