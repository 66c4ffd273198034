"""条例没有“不予受理”“同意公开”“否决公开”这些答复类型，表三的类型是予以公开、部分公开、不予公开、无法提供、不予处理、其他处理。

信箱、信访、复议、诉讼的“不予受理”和“视为同意公开”不报。
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.model.diagnostic import Severity
from drafter.model.facts import Facts
from drafter.rules.base import Bad, Finding, Good, Rule
from drafter.rules.wording.matches import each

CODE = "W403"


def check(facts: Facts) -> Iterator[Finding]:
    """The hits of the lists of this code."""
    return each(facts, CODE)


RULE = Rule(
    code=CODE,
    name="answer-term",
    severity=Severity.WARNING,
    summary="与条例用语不符的答复类型",
    basis=("《中华人民共和国政府信息公开条例》第三十条、第三十五条、第三十六条、第三十九条",),
    needs=("matches",),
    check=check,
    reach="paragraph",
    examples=(
        Bad(text="对2件政府信息公开申请⟦不予受理⟧。"),
        Good(text="收到信访件2件，不予受理1件。"),
    ),
)
