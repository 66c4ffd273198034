"""月、日不编虚位：1月8日，不写“01月08日”。全文只报一处。

涉及日期，只提示，不自动修改。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.model.diagnostic import Safety, Severity
from drafter.model.facts import Facts
from drafter.rules.base import Bad, Finding, Good, Rule
from drafter.rules.punctuation.marks import DOCUMENT_STANDARD, slips, together

_PATTERN = re.compile(r"(?<=年)0(\d)月|(?<=月)0(\d)日")
_SIGN = re.compile(r"0(?<=[年月]0)")


def check(facts: Facts) -> Iterator[Finding]:
    """One finding for all places."""
    return together(slips(facts, _PATTERN, None, _SIGN), "月、日前面不加“0”，全文共{n}处", "", Safety.DISPLAY)


RULE = Rule(
    code="F609",
    name="padded-date",
    severity=Severity.INFO,
    summary="日期不编虚位",
    basis=(DOCUMENT_STANDARD,),
    needs=("sentences",),
    check=check,
    reach="paragraph",
    sign=_SIGN,
    examples=(
        Bad(text="2024年⟦01月⟧18日至2024年02月18日。"),
        Good(text="2024年1月18日。"),
    ),
)
