"""异形词：意思不错，但公文统一用推荐词形（其他、账号、台账、亟待）。

同一个词全文只提示一次，并列出其余各处。
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.model.diagnostic import Severity
from drafter.model.facts import Facts
from drafter.rules.base import Bad, Finding, Good, Rule
from drafter.rules.wording.matches import grouped

CODE = "W203"


def check(facts: Facts) -> Iterator[Finding]:
    """The hits of the lists of this code."""
    return grouped(facts, CODE)


RULE = Rule(
    code=CODE,
    name="variant-form",
    severity=Severity.INFO,
    summary="公文不用的异形词",
    basis=(
        "《第一批异形词整理表》",
        "《现代汉语词典》（第7版）",
    ),
    needs=("matches",),
    check=check,
    reach="paragraph",
    examples=(
        Bad(text="公开⟦其它⟧信息。"),
        Good(text="公开其他信息。"),
    ),
)
