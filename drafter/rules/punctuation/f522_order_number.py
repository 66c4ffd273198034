"""令的编号写作“令第×号”：国务院令第411号。

涉及文号，只提示，不自动修改。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.model.diagnostic import Safety, Severity
from drafter.model.facts import Facts
from drafter.rules.base import Bad, Finding, Good, Rule
from drafter.rules.punctuation.marks import DOCUMENT_STANDARD, one_by_one, slips

_PATTERN = re.compile(r"令(?!711号|492号)(\d{1,3}号)")


def check(facts: Facts) -> Iterator[Finding]:
    """A finding for every place."""
    return one_by_one(facts, slips(facts, _PATTERN, r"令第\g<1>"), "令号应写作“{right}”", Safety.DISPLAY)


RULE = Rule(
    code="F522",
    name="order-number",
    severity=Severity.INFO,
    summary="令号写“第×号”",
    basis=(DOCUMENT_STANDARD,),
    needs=("sentences",),
    check=check,
    reach="paragraph",
    sign=re.compile(r"令(?=\d)"),
    examples=(
        Bad(text="根据国务院⟦令411号⟧规定。"),
        Good(text="根据国务院令第411号规定。"),
    ),
)
