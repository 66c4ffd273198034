"""时、分之间用半角冒号或者汉字：9:00、9时。"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.model.diagnostic import Safety, Severity
from drafter.model.facts import Facts
from drafter.rules.base import Bad, Finding, Good, Rule
from drafter.rules.punctuation.marks import FIGURES_STANDARD, one_by_one, slips

_PATTERN = re.compile(r"(?<!\d)([01]?\d|2[0-3])：([0-5]\d)(?!\d)")
_SIGN = re.compile(r"：(?<=\d：)(?=\d)")


def check(facts: Facts) -> Iterator[Finding]:
    """A finding for every place."""
    return one_by_one(facts, slips(facts, _PATTERN, r"\g<1>:\g<2>", _SIGN), "时、分之间用半角冒号", Safety.DISPLAY)


RULE = Rule(
    code="F611",
    name="time-colon",
    severity=Severity.INFO,
    summary="时间用半角冒号",
    basis=(FIGURES_STANDARD,),
    needs=("sentences",),
    check=check,
    reach="paragraph",
    sign=_SIGN,
    examples=(
        Bad(text="上午⟦9：00⟧开放。"),
        Good(text="上午9:00开放，比例为3：2。"),
    ),
)
