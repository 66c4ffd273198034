"""“一是”“二是”后面不加顿号、冒号；“第一”“其次”后面用逗号，不用顿号。"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.model.diagnostic import Safety, Severity
from drafter.model.facts import Facts
from drafter.rules.base import Bad, Finding, Good, Rule
from drafter.rules.punctuation.marks import HAN, MARKS_STANDARD, one_by_one, slips

_PATTERN = re.compile(rf"(?<![{HAN}])([一二三四五六七八九]是)[、：:，](?=[{HAN}])")
_SIGN = re.compile("是(?=[、：:，])")


def check(facts: Facts) -> Iterator[Finding]:
    """A finding for every place."""
    return one_by_one(
        facts, slips(facts, _PATTERN, r"\g<1>", _SIGN), "“{wrong}”后面不加标点，应为“{right}”", Safety.UNSAFE
    )


RULE = Rule(
    code="F505",
    name="inline-ordinal-mark",
    severity=Severity.INFO,
    summary="“一是”“第一”后面的标点",
    basis=(MARKS_STANDARD,),
    needs=("sentences",),
    check=check,
    reach="paragraph",
    sign=_SIGN,
    examples=(
        Bad(text="⟦一是、⟧加强培训。"),
        Good(text="一是加强培训；二是做好审核。"),
    ),
)
