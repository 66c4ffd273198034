"""Totals told behind their parts: A条、B条，合计C条."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from drafter.analyse.claims.arithmetic.amounts import Amount
from drafter.analyse.claims.arithmetic.lists import compared, levels
from drafter.data.arithmetic import arithmetic_words
from drafter.model.claim import Breakdown

_WORDS = arithmetic_words()
_SUM = re.compile(
    rf"^(?:以上|上述|各项|几项|[两二三四五六]项|[两二三四五]年|[两二三四五六七八九十]家|[两二]者|总体)*+(?:{_WORDS.any('sums')}(?:为|是|达|有|了)?|共)(?P<more>[\u4e00-\u9fff]{{0,4}})$"
)
_QUARTERS = re.compile("季度[^，]{0,8}(?:依次|分别)|一季度.*四季度|上半年.*下半年")
_YEAR_OF = re.compile("^全年共(?:计)?$")
_PART = re.compile(r"等[^，、；]{0,8}[，,]|每|平均|人均|最")
_PERIOD = re.compile("[上下]半年|季度")
_MOST = 10


def sums(sentence: Sequence[Amount]) -> Iterator[Breakdown]:
    """Sums with the figures before them that they add up, where no choice of these gives the sum."""
    for level in levels(sentence):
        for at, total in enumerate(level):
            match = _SUM.match(_year_of_quarters(level[:at], total))
            if match is None or not total.exact or total.joined or "。" in total.cut:
                continue
            if (match["more"] and total.label.startswith("共")) and not total.label.startswith("共计"):
                continue
            terms = _terms(level[:at], total)
            if any(t.label.endswith("各") for t in terms):
                continue  # 职业病、饮用水报告各4期，共20期: as many times as there are things
            if len(terms) < 2 or _PART.search(total.lead) or _reached(terms, total.value):
                continue
            sure = not match["more"] and total.bracket == 0 and _all_told(level[:at], terms)
            yield Breakdown(total.figure, tuple(t.figure for t in terms), "sum", True, marked=False, sure=sure)


def _year_of_quarters(before: Sequence[Amount], total: Amount) -> str:
    """The label of a sum; 全年共26件 behind the figures of the four quarters is one."""
    if _YEAR_OF.match(total.label) and before and _QUARTERS.search("".join(a.lead for a in before)):
        return "共"
    return total.label


def _terms(before: Sequence[Amount], total: Amount) -> tuple[Amount, ...]:
    """The figures before the sum that count in the same measure, back to a stop or another sum."""
    found: list[Amount] = []
    for amount in reversed(before):
        if amount.measure == total.measure and amount.kind == "count":
            if not amount.exact or _SUM.match(amount.label):
                break
            if not compared(amount) or _PERIOD.search(amount.label):
                found.insert(0, amount)
        if any(mark in amount.cut for mark in "。！？") or len(found) == _MOST:
            break
    return tuple(found)


def _all_told(before: Sequence[Amount], terms: Sequence[Amount]) -> bool:
    """Whether nothing else was counted before the sum."""
    return len([a for a in before if a.kind == "count" and not a.tail.startswith("季度")]) == len(terms)


def _reached(terms: Sequence[Amount], total: Decimal) -> bool:
    """Whether some of the terms add up to the total."""
    reached = {Decimal(0)}
    for term in terms:
        reached |= {r + term.value for r in reached}
    return total in reached
