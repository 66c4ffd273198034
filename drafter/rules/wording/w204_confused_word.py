"""两个词都对，但放在这里的不对：截止/截至、权利/权力、反映/反应、形式/形势、登录/登陆、作出/做出。

只在前后文能够断定时才报（lexicons/wording/confusables.tsv）。“截止日期”“台风登陆”不报。
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.model.diagnostic import Severity
from drafter.model.facts import Facts
from drafter.rules.base import Bad, Finding, Good, Rule
from drafter.rules.wording.matches import each

CODE = "W204"


def check(facts: Facts) -> Iterator[Finding]:
    """The hits of the lists of this code."""
    return each(facts, CODE)


RULE = Rule(
    code=CODE,
    name="confused-word",
    severity=Severity.WARNING,
    summary="易混词用错",
    basis=("《现代汉语词典》（第7版）",),
    needs=("matches",),
    check=check,
    reach="paragraph",
    examples=(
        Bad(text="⟦截止⟧2024年12月31日，共发布信息80条。"),
        Good(text="申请截止日期为12月31日。"),
    ),
)
