"""固定提法须逐字准确：习近平新时代中国特色社会主义思想、“两个确立”的决定性意义、二十届三中全会。

脱字、错字为错误；动词搭配或次序不合惯例（坚定“四个意识”）为提醒。修改建议只供参考，不自动改。
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.model.diagnostic import Severity
from drafter.model.facts import Facts
from drafter.rules.base import Bad, Finding, Good, Rule
from drafter.rules.wording.matches import each

CODE = "W401"


def check(facts: Facts) -> Iterator[Finding]:
    """The hits of the lists of this code."""
    return each(facts, CODE)


RULE = Rule(
    code=CODE,
    name="fixed-formulation",
    severity=Severity.ERROR,
    summary="固定提法不准确",
    basis=("中央文件固定提法",),
    needs=("matches",),
    check=check,
    reach="paragraph",
    examples=(
        Bad(text="深入学习贯彻⟦习近平新时代中国特色社会主意思想⟧。"),
        Good(text="深入学习贯彻习近平新时代中国特色社会主义思想。"),
    ),
)
