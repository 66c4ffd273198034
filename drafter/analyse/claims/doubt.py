"""Contradictions that other figures of the report explain: a cell has one value.

Where a cell's figure was told rightly, in the paragraph or before, another figure read as the cell is of another scope
(all cases of the office and those about disclosure, the county and its government); so it is where the paragraph has
the cell's figure in words of no cell, unless it is so small that any paragraph may have it. Where several figures of a
paragraph are read as one cell and none fits, they are parts of it by some measure the tables do not know; where several
of table four are and none fits, they are of other cases. And 其余n件 that is what one figure leaves of another says no
more than that.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import accumulate

from drafter.analyse.claims.wording import DISCLOSURE, narrowed
from drafter.model.claim import Claim

_REST = re.compile("其余|剩余|余下|剩下|其[他它](?!组织|法人|处理|结果)|另")
_OTHER_SCOPE = "报告里另有一个数与表相符，这个数说的可能是别的范围"
_OTHER_CASES = "这一段的几个数都与表四不符，说的可能是别的复议、诉讼案件"
_SOME = re.compile("的(?:案件|申请|复议|诉讼)[当之]?中")
_ONLY_SOME = "说的是其中一部分，不是全部"
_PARTS = "同一段里有几个数都像是说这一项，可能是按别的标准分出来的"
_LEFT = "这个数是前面的数减出来的余数"
_TOLD_SO = "表里的数这一段另有写到，这个数说的可能是别的范围"
_BREAK = re.compile("[\\r\\n]")
_TELLING = 10
"""The least figure that hardly stands in a paragraph by chance."""


def doubted(claims: Sequence[Claim], text: str, agency: str = "") -> list[Claim]:
    """The judged claims of the text of an agency's report, in order; contradictions that others of its figures or the
    words of the statement explain are unchecked."""
    found = [_of_some(c) for c in claims]
    told: set[str] = set()  # cells whose figure was told rightly so far
    for places in _paragraphs(found, text):
        beside = [claims[j] for j in places]
        told.update(c.cell for c in beside if c.verdict == "holds" and c.relation == "eq")
        for i in places:
            if claims[i].verdict != "contradicted" or not claims[i].cell:
                continue
            before = [claims[j] for j in places if j < i]
            why = _why(claims[i], beside, before, told) or narrowed(claims[i], text, agency)
            why = why or _told_so(claims[i], beside, text)
            if why:
                found[i] = replace(found[i], verdict="unchecked", why=why, soft=True)
    return [_of_doubted(c, found[:i], text) if c.relation == "all" else c for i, c in enumerate(found)]


def _of_doubted(claim: Claim, before: Sequence[Claim], text: str) -> Claim:
    """县本级新收的58件全部办结: said of a figure that is not the table's, and no more the table's itself."""
    if claim.verdict != "contradicted" or claim.value is None:
        return claim
    told = next((c for c in reversed(before) if c.number_span is not None and c.value == claim.value), None)
    if told is None or told.verdict != "unchecked" or "\n" in text[told.span.end : claim.span.start]:
        return claim
    return replace(claim, verdict="unchecked", why=told.why, soft=True)


def _of_some(claim: Claim) -> Claim:
    """A denial of some of the cases (已审结的案件中没有被纠正的) is not held against all of them."""
    if claim.verdict != "contradicted" or claim.number_span is not None or not _SOME.search(claim.text):
        return claim
    return replace(claim, verdict="unchecked", why=_ONLY_SOME, soft=True)


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


def _why(claim: Claim, beside: Sequence[Claim], before: Sequence[Claim], told: Collection[str]) -> str:
    if claim.cell in told:
        return _OTHER_SCOPE
    same = [c for c in beside if c is not claim and c.cell == claim.cell and c.value != claim.value]
    if any(c.verdict == "contradicted" for c in same):
        return _PARTS
    if claim.cell.startswith("review.") and _of_other_cases(beside):
        return _OTHER_CASES
    return _LEFT if _REST.search(claim.text) and _is_left(claim.value or Decimal(0), before) else ""


def _told_so(claim: Claim, beside: Sequence[Claim], text: str) -> str:
    """Whether the paragraph of a figure has the cell's figure too, but for those of other cells."""
    if claim.found is None or claim.found < _TELLING:
        return ""
    start = max(text.rfind(mark, 0, claim.span.start) for mark in "\r\n") + 1
    end = _BREAK.search(text, claim.span.end)
    figure = re.compile(rf"(?<![\d.]){claim.found.normalize():f}(?![\d.]|\s*[年%％])")
    others = {c.number_span.start for c in beside if c.number_span}
    found = figure.finditer(text, start, end.start() if end else len(text))
    return _TOLD_SO if any(m.start() not in others for m in found) else ""


def _of_other_cases(beside: Sequence[Claim]) -> bool:
    """Whether no figure of table four is told rightly in a paragraph that tells several."""
    cases = [c for c in beside if c.cell.startswith("review.") and c.value]
    verdicts = [c.verdict for c in cases if not any(DISCLOSURE.search(case.text) for case in cases)]
    return verdicts.count("contradicted") > 1 and "holds" not in verdicts


def _is_left(value: Decimal, before: Sequence[Claim]) -> bool:
    """Whether a figure before, less one or more of those behind it, is the value."""
    told = [c.value or Decimal(0) for c in before]
    for at, whole in enumerate(told):
        for first in range(at + 1, len(told)):
            if any(whole - part == value for part in accumulate(told[first:])):
                return True
    return False
