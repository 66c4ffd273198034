"""形近的错字：五笔输入、扫描识别或手误写成了相像的字（“深入”写成“深人”）。

词表见 lexicons/wording/shapes*.tsv；“2024年未收到”“自己办理”一类本来正确的写法不会报。
请改为提示的写法。
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.model.diagnostic import Severity
from drafter.model.facts import Facts
from drafter.rules.base import Bad, Finding, Good, Rule
from drafter.rules.wording.matches import each

CODE = "W202"


def check(facts: Facts) -> Iterator[Finding]:
    """The hits of the lists of this code."""
    return each(facts, CODE)


RULE = Rule(
    code=CODE,
    name="wrong-shape",
    severity=Severity.ERROR,
    summary="形近的错字",
    basis=("《现代汉语词典》（第7版）",),
    needs=("matches",),
    check=check,
    reach="paragraph",
    examples=(
        Bad(text="优化⟦政俯⟧网站。"),
        Good(text="优化政府网站。"),
    ),
)
