"""列举各类信息的条数时，最后一项“其他……N条”前面不用句号，应当用逗号或者分号。"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.model.diagnostic import Safety, Severity
from drafter.model.facts import Facts
from drafter.rules.base import Bad, Finding, Good, Rule
from drafter.rules.punctuation.marks import MARKS_STANDARD, one_by_one, slips

_PATTERN = re.compile(r"(?<=[条件项份篇])。(?=其他[^，。；]{2,18}\d+[条件项份篇])")
_SIGN = re.compile("。(?=其他)")


def check(facts: Facts) -> Iterator[Finding]:
    """A finding for every place."""
    return one_by_one(
        facts, slips(facts, _PATTERN, r"，", _SIGN), "列举还没有完，“其他……”前面应当用逗号", Safety.UNSAFE
    )


RULE = Rule(
    code="F519",
    name="full-stop-in-list",
    severity=Severity.INFO,
    summary="并列的几项之间不用句号",
    basis=(MARKS_STANDARD,),
    needs=("sentences",),
    check=check,
    reach="paragraph",
    sign=_SIGN,
    examples=(
        Bad(text="公开许可类信息3条⟦。⟧其他应主动公开的信息13条。"),
        Good(text="公开许可类信息3条，其他应主动公开的信息13条。"),
    ),
)
