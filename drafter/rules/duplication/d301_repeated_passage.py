"""同一句话在报告里相隔较远的两处各写了一遍。

多半是拼接材料时重复了。请留一处，或把另一处改写得有所不同。相邻两段里的重复由 W302 报。
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache

from drafter.model.diagnostic import Related, Severity
from drafter.model.facts import Facts
from drafter.model.pieces import pieces
from drafter.model.report import Section
from drafter.model.span import Span
from drafter.model.view import bare
from drafter.rules.base import Bad, Finding, Good, Rule
from drafter.rules.duplication.carried import substance, wording

_LEAST = 16
_NEAR = 2


def check(facts: Facts) -> Iterator[Finding]:
    """Sentences that stand twice, in different sections or more than two line breaks apart."""
    lines = [(line, _passages(words)) for line, words in facts.prose.lines]
    every = [text for _, passages in lines for _, _, text in passages]
    if len(set(every)) == len(every):  # as nearly always
        return
    seen: dict[str, tuple[int, int, Section | None]] = {}
    breaks = [found.start() for found in re.finditer("\n", facts.text)]
    preamble = facts.report.preamble
    for line, passages in lines:
        if preamble is not None and preamble.contains(line):
            continue
        section = facts.report.section_at(line.start)
        for start, end, text in passages:
            place = (line.start + start, line.start + end, section)
            first = seen.setdefault(text, place)
            if first is not place and (first[2] is not section or _apart(breaks, first[1], place[0])):
                span = Span(*place[:2])
                yield Finding(
                    span,
                    f"与前文重复：“{bare(span.of(facts.text))[:24]}…”；请留一处或改写",
                    (Related("前文", Span(*first[:2])),),
                )


@lru_cache(maxsize=512)
def _passages(line: str) -> tuple[tuple[int, int, str], ...]:
    """Where the passages of a paragraph stand and their wording, those left out of which too little is its own."""
    long = (p for p in pieces(line, Span(0, len(line))) if len(p) >= _LEAST)
    every = ((p, wording(p.of(line), None).rstrip("。；！？")) for p in long)
    return tuple((p.start, p.end, text) for p, text in every if substance(text) >= _LEAST)


def _apart(breaks: Sequence[int], end: int, start: int) -> bool:
    """Whether more than two line breaks lie between."""
    return bisect_left(breaks, start) - bisect_left(breaks, end) > _NEAR


RULE = Rule(
    code="D301",
    name="repeated-passage",
    severity=Severity.WARNING,
    summary="同一句话在相隔较远的两处重复",
    basis=("校对通则",),
    needs=("sentences", "report"),
    check=check,
    examples=(
        Bad(
            sections={
                "problems": "全年在集市上摆摊讲解补贴政策，逐户发放大字版折页。但人手不足。2025年加以改进。",
                "other": "无收取信息处理费的情况。⟦全年在集市上摆摊讲解补贴政策，逐户发放大字版折页。⟧",
            }
        ),
        Good(
            sections={
                "problems": "全年在集市上摆摊讲解补贴政策，逐户发放大字版折页。但人手不足。2025年加以改进。",
                "other": "无收取信息处理费的情况。无其他需要报告的事项。",
            }
        ),
    ),
)
