"""中文里的引号用“ ”，不用直引号 " "。一段里直引号成对时可以一并改好，不成对时请逐处核对。"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.model.diagnostic import Severity
from drafter.model.facts import Facts
from drafter.model.span import Span
from drafter.rules.base import Bad, Finding, Good, Rule
from drafter.rules.punctuation.marks import HAN, MARKS_STANDARD, Slip, together

_PATTERN = re.compile(r'"')


def check(facts: Facts) -> Iterator[Finding]:
    """One finding for all straight quotation marks."""
    return together(_slips(facts), "中文里用了直引号，全文共{n}处，应改用弯引号“”", "直引号改为弯引号")


def _slips(facts: Facts) -> Iterator[Slip]:
    for line, words in facts.prose.lines:
        places = [line.start + m.start() for m in _PATTERN.finditer(words)]
        if not re.search(rf'"[^"]*[{HAN}][^"]*"', words):
            continue
        for i, at in enumerate(places):
            right = ("“", "”")[i % 2] if len(places) % 2 == 0 else None
            yield Slip(Span(at, at + 1), right)


RULE = Rule(
    code="F513",
    name="straight-quote",
    severity=Severity.WARNING,
    summary="中文里用弯引号",
    basis=(MARKS_STANDARD,),
    needs=("sentences",),
    check=check,
    reach="paragraph",
    sign=re.compile('"'),
    examples=(
        Bad(text='落实⟦"⟧三审三校"制度。'),
        Good(text="落实“三审三校”制度。"),
    ),
)
