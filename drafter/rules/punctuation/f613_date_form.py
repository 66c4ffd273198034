"""正文里的日期写成“2024年1月8日”，不写“2024.1.8”“2024-01-08”“2024/1/8”。

涉及日期，只提示，不自动修改。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.model.diagnostic import Safety, Severity
from drafter.model.facts import Facts
from drafter.rules.base import Bad, Finding, Good, Rule
from drafter.rules.punctuation.marks import DOCUMENT_STANDARD, one_by_one, slips

_PATTERN = re.compile(r"(?<![\d./-])(?:19|20)\d{2}([./-])\d{1,2}\1\d{1,2}(?![\d./-])")
_SIGN = re.compile(r"[./-](?<=\d{4}.)")


def check(facts: Facts) -> Iterator[Finding]:
    """A finding for every place."""
    return one_by_one(facts, slips(facts, _PATTERN, None, _SIGN), "日期“{wrong}”应写成“×年×月×日”", Safety.DISPLAY)


RULE = Rule(
    code="F613",
    name="date-form",
    severity=Severity.INFO,
    summary="日期写成年月日",
    basis=(DOCUMENT_STANDARD,),
    needs=("sentences",),
    check=check,
    reach="paragraph",
    sign=_SIGN,
    examples=(
        Bad(text="截至⟦2024.12.31⟧。"),
        Good(text="截至2024年12月31日，版本1.2.3。"),
    ),
)
