"""发文字号的年份写四位，序号不加“第”、不编虚位：〔2023〕8号，不写〔23〕8号、〔2023〕第8号、〔2023〕008号。

涉及发文字号，只提示，不自动修改。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.model.diagnostic import Severity
from drafter.model.facts import Facts
from drafter.rules.base import Bad, Finding, Good, Rule
from drafter.rules.punctuation.marks import DOCUMENT_STANDARD, one_by_one, slips

_PATTERN = re.compile(r"〔((?:19|20)\d{2})〕\s*(?:第\s*0*|0+)(\d+)号")
_SHORT = re.compile(r"(?<=[发函字办规通综政文秘电])〔\d{2}〕(?=\d+号)")


def check(facts: Facts) -> Iterator[Finding]:
    """A finding for every number."""
    yield from one_by_one(
        facts, slips(facts, _PATTERN, r"〔\g<1>〕\g<2>号"), "发文字号的序号不加“第”、不编虚位，“{wrong}”应为“{right}”"
    )
    yield from one_by_one(facts, slips(facts, _SHORT), "发文字号的年份“{wrong}”应当写四位")


RULE = Rule(
    code="F521",
    name="file-number-serial",
    severity=Severity.WARNING,
    summary="发文字号的年份和序号",
    basis=(DOCUMENT_STANDARD,),
    needs=("sentences",),
    check=check,
    reach="paragraph",
    sign=re.compile("〔"),
    examples=(
        Bad(text="根据云政办发⟦〔2023〕第8号⟧文件。"),
        Bad(text="根据云政办发⟦〔23〕⟧8号文件。"),
        Good(text="根据云政办发〔2023〕8号文件。"),
    ),
)
