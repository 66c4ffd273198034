"""Contradictions that another figure of the same paragraph explains: a cell has one value.

Where the paragraph tells a cell's figure rightly, another figure read as the same cell is of another scope (all cases
of the office and those about disclosure, the county and its government). Where several figures are read as one cell and
none fits, they are parts of it by some measure the tables do not know. And 其余n件 that is what one figure leaves of
another says no more than that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import accumulate

from drafter.model.claim import Claim

_REST = re.compile("其余|剩余|余下|剩下|其[他它](?!组织|法人|处理|结果)|另")
_OTHER_SCOPE = "同一段里另有一个数与表相符，这个数说的可能是别的范围"
_PARTS = "同一段里有几个数都像是说这一项，可能是按别的标准分出来的"
_LEFT = "这个数是前面的数减出来的余数"


def doubted(claims: Sequence[Claim], text: str) -> list[Claim]:
    """The judged claims of a text, those contradictions that another figure of their paragraph explains unchecked."""
    found = list(claims)
    for places in _paragraphs(found, text):
        for i in places:
            why = _why(found[i], [claims[j] for j in places], [claims[j] for j in places if j < i])
            if why:
                found[i] = replace(found[i], verdict="unchecked", why=why, soft=True)
    return found


def _paragraphs(claims: Sequence[Claim], text: str) -> Iterator[list[int]]:
    """The places of the figures of each paragraph."""
    group: list[int] = []
    for i, claim in enumerate(claims):
        if claim.number_span is None or claim.value is None:
            continue
        if group and "\n" in text[claims[group[-1]].span.end : claim.span.start]:
            yield group
            group = []
        group.append(i)
    if group:
        yield group


def _why(claim: Claim, beside: Sequence[Claim], before: Sequence[Claim]) -> str:
    if claim.verdict != "contradicted" or not claim.cell:
        return ""
    same = [c for c in beside if c is not claim and c.cell == claim.cell and c.value != claim.value]
    if any(c.verdict == "holds" and c.relation == "eq" for c in same):
        return _OTHER_SCOPE
    if any(c.verdict == "contradicted" for c in same):
        return _PARTS
    return _LEFT if _REST.search(claim.text) and _is_left(claim.value or Decimal(0), before) else ""


def _is_left(value: Decimal, before: Sequence[Claim]) -> bool:
    """Whether a figure before, less one or more of those behind it, is the value."""
    told = [c.value or Decimal(0) for c in before]
    for at, whole in enumerate(told):
        for first in range(at + 1, len(told)):
            if any(whole - part == value for part in accumulate(told[first:])):
                return True
    return False
