"""汉字和汉字、汉字和数字、标点之后不留空格。全文只报一处，修改时一并改完。

行首缩进、对齐用的大段空白不算；PDF 里的空格多是排版造成的，不检查。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.model.diagnostic import Safety, Severity
from drafter.model.facts import Facts
from drafter.rules.base import Bad, Finding, Good, Rule
from drafter.rules.punctuation.marks import HAN, MARKS_STANDARD, slips, together

_PATTERN = re.compile(
    rf"(?<=[{HAN}，。；：、）》”])[ \u3000\u00a0]{{1,2}}(?=[{HAN}0-9“《（])|(?<=[0-9%])[ \u3000]{{1,2}}(?=[{HAN}])"
)


def check(facts: Facts) -> Iterator[Finding]:
    """One finding for all places."""
    return together(slips(facts, _PATTERN, r""), "汉字或数字之间有空格，全文共{n}处，请删去", "删去空格", Safety.SAFE)


RULE = Rule(
    code="F502",
    name="space-in-chinese",
    severity=Severity.INFO,
    summary="汉字、数字之间不留空格",
    basis=(MARKS_STANDARD,),
    needs=("sentences",),
    check=check,
    examples=(
        Bad(text="全年公开信息⟦ ⟧80 条。"),
        Good(text="全年公开信息80条，使用Word 2016编写。"),
    ),
)
