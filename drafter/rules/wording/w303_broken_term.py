"""固定术语少了一个字、多了一个字或者两个字颠倒了：企事业单（位）信息公开、受理渠（道）。

术语见 lexicons/terms/terms.tsv；公文中确有的相近写法不报。
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.model.diagnostic import Severity
from drafter.model.facts import Facts
from drafter.rules.base import Bad, Finding, Good, Rule
from drafter.rules.wording.matches import each

CODE = "W303"


def check(facts: Facts) -> Iterator[Finding]:
    """The hits of the lists of this code."""
    return each(facts, CODE)


RULE = Rule(
    code=CODE,
    name="broken-term",
    severity=Severity.WARNING,
    summary="固定术语脱字、重字或颠倒",
    basis=(
        "国办公开办函〔2021〕30号附件",
        "《中华人民共和国政府信息公开条例》",
    ),
    needs=("matches",),
    check=check,
    reach="paragraph",
    examples=(
        Bad(text="推进⟦公共企事业单信息公开⟧建设。"),
        Good(text="推进公共企事业单位信息公开建设。"),
    ),
)
