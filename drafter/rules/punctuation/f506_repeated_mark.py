"""两个点号连在一起（。。 ，。 、，）：多了一个标点，请删去。省略号写作“……”，不在此列。"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.model.diagnostic import Safety, Severity
from drafter.model.facts import Facts
from drafter.model.span import Span
from drafter.rules.base import Bad, Finding, Good, Rule
from drafter.rules.punctuation.marks import MARKS_STANDARD, Slip, one_by_one, search

_PATTERN = re.compile(
    r"(?<![，、；：。])(?:([，、；：。])\1|[，、；：]。|[，、；：]；|。[，、；：]|，、|、，|：，|，：)(?![，、；：。])"
)
_SIGN = re.compile("[，、；：。](?<=[，、；：。].)")


def check(facts: Facts) -> Iterator[Finding]:
    """A finding for every pair of marks."""
    found = [Slip(Span(*m.span()), _right(m.group())) for m in search(facts, _PATTERN, _SIGN)]
    return one_by_one(facts, found, "“{wrong}”两个标点连用，请删去一个", Safety.UNSAFE)


def _right(marks: str) -> str | None:
    if marks[0] == marks[1]:
        return marks[0]
    return "。" if marks[1] == "。" else None


RULE = Rule(
    code="F506",
    name="repeated-mark",
    severity=Severity.WARNING,
    summary="标点重复",
    basis=(MARKS_STANDARD,),
    needs=("sentences",),
    check=check,
    reach="paragraph",
    sign=_SIGN,
    examples=(
        Bad(text="公开信息80条⟦。。⟧"),
        Bad(text="公开信息80条⟦，。⟧受理申请3件。"),
        Good(text="公开信息80条……受理申请3件。"),
    ),
)
