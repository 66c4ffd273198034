"""沿用了已经修改或已成过去的提法：旧条例的“生产、生活、科研等特殊需要”、“公开为原则”，多年前的“新修订的条例”。

请改为现行提法。
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.model.diagnostic import Severity
from drafter.model.facts import Facts
from drafter.rules.base import Bad, Finding, Good, Rule
from drafter.rules.wording.matches import grouped

CODE = "W406"


def check(facts: Facts) -> Iterator[Finding]:
    """The hits of the lists of this code."""
    return grouped(facts, CODE)


RULE = Rule(
    code=CODE,
    name="outdated-wording",
    severity=Severity.WARNING,
    summary="过时的提法",
    basis=("《中华人民共和国政府信息公开条例》（2019年修订）",),
    needs=("matches",),
    check=check,
    reach="paragraph",
    examples=(
        Bad(lines={"坚持以公开为常态": "坚持以⟦公开为原则⟧"}, year=2024),
        Good(text="坚持以公开为常态、不公开为例外。"),
    ),
)
