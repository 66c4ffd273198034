"""同音、近音的错字：输入时选错了词。

词表逐条列出写错的词、正确的词和不算错的搭配（lexicons/wording/homophones*.tsv），命中即为错词。
请改为提示的写法。确属专名的，写进配置 vocabulary.accept。
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.model.diagnostic import Severity
from drafter.model.facts import Facts
from drafter.rules.base import Bad, Finding, Good, Rule
from drafter.rules.wording.matches import each

CODE = "W201"


def check(facts: Facts) -> Iterator[Finding]:
    """The hits of the lists of this code."""
    return each(facts, CODE)


RULE = Rule(
    code=CODE,
    name="wrong-homophone",
    severity=Severity.ERROR,
    summary="同音、近音的错字",
    basis=("《现代汉语词典》（第7版）",),
    needs=("matches",),
    check=check,
    reach="paragraph",
    examples=(
        Bad(text="认真⟦贯切落实⟧上级部署。"),
        Good(text="认真贯彻落实上级部署。"),
    ),
)
