"""发文字号里的年份用六角括号〔〕：云政办发〔2023〕8号；不用方括号、方头括号、圆括号。

涉及发文字号，只提示，不自动修改。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.model.diagnostic import Severity
from drafter.model.facts import Facts
from drafter.rules.base import Bad, Finding, Good, Rule
from drafter.rules.punctuation.marks import DOCUMENT_STANDARD, one_by_one, slips

_PATTERN = re.compile(
    r"(?<=[发函字办规通综政文秘电])\s*([\[【(（﹝［])\s*((?:19|20)\d{2})\s*([\]】)）﹞］])(?=\s*第?\s*\d+\s*号)"
)
_SIGN = re.compile(r"[\[【(（﹝［](?=\s*[12])")


def check(facts: Facts) -> Iterator[Finding]:
    """A finding for every number."""
    return one_by_one(
        facts, slips(facts, _PATTERN, r"〔\g<2>〕", _SIGN), "发文字号的年份用六角括号，“{wrong}”应为“{right}”"
    )


RULE = Rule(
    code="F520",
    name="file-number-bracket",
    severity=Severity.WARNING,
    summary="发文字号的年份用六角括号",
    basis=(DOCUMENT_STANDARD,),
    needs=("sentences",),
    check=check,
    reach="paragraph",
    sign=_SIGN,
    examples=(
        Bad(text="根据云政办发⟦[2023]⟧8号文件。"),
        Bad(text="根据云政办发⟦（2023）⟧8号文件。"),
        Good(text="根据云政办发〔2023〕8号文件，（2023）云01行终8号判决。"),
    ),
)
