"""“的、地、得”用错：修饰动词用“地”（更好地满足），补语前用“得”（做得不够）。

动词后面还能当名词讲的（及时的公开渠道、有序的推进机制）不报。
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.model.diagnostic import Severity
from drafter.model.facts import Facts
from drafter.rules.base import Bad, Finding, Good, Rule
from drafter.rules.wording.matches import each

CODE = "W206"


def check(facts: Facts) -> Iterator[Finding]:
    """The hits of the lists of this code."""
    return each(facts, CODE)


RULE = Rule(
    code=CODE,
    name="particle",
    severity=Severity.WARNING,
    summary="“的、地、得”用错",
    basis=("《现代汉语八百词》",),
    needs=("matches",),
    check=check,
    reach="paragraph",
    examples=(
        Bad(text="为⟦更好的⟧满足群众需求。"),
        Good(text="为更好地满足群众需求。"),
    ),
)
