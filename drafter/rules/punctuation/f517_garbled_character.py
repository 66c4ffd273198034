"""文中有无法识别的字（�）、网页代码残留（&nbsp; &lt;）或者字体私有字符，发布后会显示成乱码。

请对照原稿补上正确的字。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.model.diagnostic import Severity
from drafter.model.facts import Facts
from drafter.rules.base import Bad, Finding, Good, Rule
from drafter.rules.punctuation.marks import MARKS_STANDARD, one_by_one, slips

_PATTERN = re.compile(r"\ufffd+|&(?:nbsp|lt|gt|amp|quot|ldquo|rdquo|mdash);|[一-龥]\?{2,}[一-龥]")
_SIGN = re.compile(r"[\ufffd&?]")


def check(facts: Facts) -> Iterator[Finding]:
    """A finding for every place."""
    return one_by_one(facts, slips(facts, _PATTERN, None, _SIGN), "“{wrong}”是乱码或网页代码残留，请对照原稿改正")


RULE = Rule(
    code="F517",
    name="garbled-character",
    severity=Severity.ERROR,
    summary="乱码",
    basis=(MARKS_STANDARD,),
    needs=("sentences",),
    check=check,
    reach="paragraph",
    sign=_SIGN,
    examples=(
        Bad(text="落实三审三⟦�⟧制度。"),
        Bad(text="公开信息⟦&nbsp;⟧80条。"),
        Good(text="落实三审三校制度。"),
    ),
)
