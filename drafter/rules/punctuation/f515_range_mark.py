"""起止年份用一字线“—”（2021—2025年），数值范围用“～”或一字线（3～5天），都不用短横线“-”。

涉及数字，只提示，不自动修改。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.model.diagnostic import Safety, Severity
from drafter.model.facts import Facts
from drafter.rules.base import Bad, Finding, Good, Rule
from drafter.rules.punctuation.marks import MARKS_STANDARD, slips, together

_PATTERN = re.compile(r"(?<![\d-])((?:19|20)\d{2})[-~～]((?:19|20)\d{2}年)")
_SIGN = re.compile(r"[-~～](?<=\d{4}.)")


def check(facts: Facts) -> Iterator[Finding]:
    """One finding for all places."""
    return together(
        slips(facts, _PATTERN, r"\g<1>—\g<2>", _SIGN),
        "起止年份之间用一字线“—”，全文共{n}处",
        "改为一字线“—”",
        Safety.DISPLAY,
    )


RULE = Rule(
    code="F515",
    name="range-mark",
    severity=Severity.INFO,
    summary="起止年份、数值范围的连接号",
    basis=(MARKS_STANDARD,),
    needs=("sentences",),
    check=check,
    reach="paragraph",
    sign=_SIGN,
    examples=(
        Bad(text="落实⟦2021-2025年⟧规划。"),
        Good(text="落实2021—2025年规划，电话0000-1234567。"),
    ),
)
