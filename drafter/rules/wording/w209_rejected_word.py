"""配置项 vocabulary.reject 里列出的词。写成“错词=正词”时给出修改建议。

不想再提示，请从配置中删去该词。
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.model.diagnostic import Severity
from drafter.model.facts import Facts
from drafter.rules.base import Bad, Finding, Good, Rule
from drafter.rules.wording.matches import each

CODE = "W209"


def check(facts: Facts) -> Iterator[Finding]:
    """The hits of the lists of this code."""
    return each(facts, CODE)


RULE = Rule(
    code=CODE,
    name="rejected-word",
    severity=Severity.WARNING,
    summary="用户词表里的禁用词",
    basis=("配置 vocabulary.reject",),
    needs=("matches",),
    check=check,
    reach="paragraph",
    examples=(
        Bad(text="⟦干群⟧代表参加评议。", reject=("干群=干部群众",)),
        Good(text="公开各类信息。"),
    ),
)
