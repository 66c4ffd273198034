"""同一句话里同类的数量，数字形式要一致：召开会议3次、开展培训2次，不写“三次……2次”。

“一次性”“第二次”“每年一次”不算。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.model.diagnostic import Severity
from drafter.model.facts import Facts
from drafter.model.span import Span
from drafter.rules.base import Bad, Finding, Good, Rule
from drafter.rules.punctuation.marks import FIGURES_STANDARD, Slip, one_by_one, search

_UNITS = "次场期"
_HAN_NUMBER = re.compile(rf"(?<![第每十百千分之])([二三四五六七八九十]{{1,3}})([{_UNITS}])(?![月性第方])")
_SIGN = re.compile(rf"[{_UNITS}](?<=[二三四五六七八九十].)")
_MARKS = re.compile(r"[。；\n]")


def check(facts: Facts) -> Iterator[Finding]:
    """A finding for every number in characters beside figures of the same unit."""
    text = facts.lined
    found = [Slip(Span(*m.span())) for m in search(facts, _HAN_NUMBER, _SIGN) if _figures_beside(text, m)]
    return one_by_one(facts, found, "同一句里别处用阿拉伯数字，这里的“{wrong}”也宜用阿拉伯数字")


def _figures_beside(text: str, found: re.Match[str]) -> bool:
    before = _MARKS.split(text[max(0, found.start() - 60) : found.start()])[-1]
    after = _MARKS.split(text[found.end() : found.end() + 60])[0]
    return re.search(rf"\d余?{found[2]}", before + "，" + after) is not None


RULE = Rule(
    code="F612",
    name="mixed-numerals",
    severity=Severity.INFO,
    summary="同类数量的数字形式一致",
    basis=(FIGURES_STANDARD,),
    needs=("sentences",),
    check=check,
    reach="paragraph",
    sign=_SIGN,
    examples=(
        Bad(text="召开会议⟦三次⟧，开展培训2次。"),
        Good(text="召开会议3次，开展培训2次，第三次会议研究两件事，发布4条。"),
    ),
)
