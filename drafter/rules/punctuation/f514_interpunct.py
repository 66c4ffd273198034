"""用月、日简称的节日、事件名称，数字之间用间隔号“·”，不用“•”“．”“‧”：“5·15政务公开日”。"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.model.diagnostic import Safety, Severity
from drafter.model.facts import Facts
from drafter.rules.base import Bad, Finding, Good, Rule
from drafter.rules.punctuation.marks import HAN, MARKS_STANDARD, one_by_one, slips

_PATTERN = re.compile(rf"(?<=\d)[•．‧・](?=\d{{1,2}}[{HAN}”])")
_SIGN = re.compile(r"[•．‧・](?<=\d.)")


def check(facts: Facts) -> Iterator[Finding]:
    """A finding for every place."""
    return one_by_one(facts, slips(facts, _PATTERN, r"·", _SIGN), "节日名称的数字之间应当用间隔号“·”", Safety.DISPLAY)


RULE = Rule(
    code="F514",
    name="interpunct",
    severity=Severity.INFO,
    summary="节日名称里用间隔号",
    basis=(MARKS_STANDARD,),
    needs=("sentences",),
    check=check,
    reach="paragraph",
    sign=_SIGN,
    examples=(
        Bad(text="开展“5⟦•⟧15政务公开日”活动。"),
        Good(text="开展“5·15政务公开日”活动。"),
    ),
)
