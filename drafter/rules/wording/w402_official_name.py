"""国名、机关名称写错：中华人民共合国；机关名称里的“和”不能写成“与”。

修改建议只供参考，不自动改。
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.model.diagnostic import Severity
from drafter.model.facts import Facts
from drafter.rules.base import Bad, Finding, Good, Rule
from drafter.rules.wording.matches import each

CODE = "W402"


def check(facts: Facts) -> Iterator[Finding]:
    """The hits of the lists of this code."""
    return each(facts, CODE)


RULE = Rule(
    code=CODE,
    name="official-name",
    severity=Severity.ERROR,
    summary="国名、机关名称误写",
    basis=(
        "《中华人民共和国宪法》",
        "国务院机构设置",
    ),
    needs=("matches",),
    check=check,
    reach="paragraph",
    examples=(
        Bad(text="会同县⟦文化与旅游局⟧开展检查。"),
        Good(text="会同县文化和旅游局开展检查。"),
    ),
)
