"""Percentages of figures that stand beside them: 印发文件203件，公开116件，公开率57.1%."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from drafter.analyse.claims.arithmetic.amounts import Amount
from drafter.analyse.claims.arithmetic.lists import compared, levels
from drafter.data.arithmetic import arithmetic_words
from drafter.model.claim import Figure, Share
from drafter.model.view import View

_WORDS = arithmetic_words()
_WHOLE = _WORDS.any("whole")
_SAME: dict[str, list[str]] = {}
for _rate, _word in _WORDS.pairs("rates"):
    _SAME.setdefault(_rate, []).append(_word)
_SHARE = re.compile(
    r"^(?:约|各|其)?占(?P<of>[^，。；、占]{0,16}?)(?:的|比|比例|比重|比率)?(?:约为|约|为|达到|达|是|近)?$|^(?:所占)?比例(?:为|达|是)?$"
)
_RATE = re.compile(r"^(?:其中|综合|总体|整体|平均)?(?P<stem>[\u4e00-\u9fff]{2,6}?)率(?:为|达到|达|是|高达|仅)?$")
_IN_TIME = re.compile("按时|按期|及时|准时|限时|期限|时限|当场|即时|满意|好评|(?<!不)合格率|知晓")
_SEVERAL = re.compile("[两二三四]者|[两二三四几]项|合计|合并|加起来")
_REACH = 2
_HUNDRED = Decimal(100)
_LEAST = 3
_PLAIN = re.compile(r"[^，、；]占(?:比)?(?:为|达)?$")
_REST = re.compile(rf"^(?:涉及|以及|和|及)?{_WORDS.any('rests')}")
_REQUESTS = re.compile(
    r"(?:申请|(?:办结|答复|办理|受理|收到)[^，]{0,4}申请|(?:办结|答复))(?:件|案件)?(?:的|公开)?(?:总|全部)?(?:量|数|总数|总量|件数)$"
)
_NEW, _OLD, _ALL = "requests.new.total", "requests.carried_in.total", "requests.total.total"
_CELLS = ((_NEW,), (_NEW, _OLD), (_ALL,))


def ratios(sentence: Sequence[Amount], before: Sequence[Amount], view: View) -> Iterator[Share]:
    """Percentages with their numerator and whatever may be their denominator.

    `before` are the amounts of the sentence before, which may hold the denominator too.
    """
    for level in levels(sentence):
        for at, amount in enumerate(level):
            if amount.kind == "percent" and amount.relation == "eq" and not amount.joined and at:
                yield from _share(level, at, before, view)
                yield from _rate_of(level, at, before, view)
        yield from _odd_ones(level, before, view)


def _odd_ones(level: Sequence[Amount], before: Sequence[Amount], view: View) -> Iterator[Share]:
    """169条，占25.1%；112条，占16.6%；87条，占21.9%: shares that leave the whole which the others have in common."""
    pairs = [
        (part, percent)
        for part, percent in pairwise(level)
        if percent.exact_share and _is_part(part) and (m := _SHARE.match(percent.label)) and not m["of"]
    ]
    if len(pairs) < _LEAST:
        return
    for whole in (*level, *before):
        fits = [p.value * _HUNDRED / whole.value for p, _ in pairs] if whole.exact and whole.value else []
        odd = [
            pair for pair, right in zip(pairs, fits, strict=False) if abs(right - pair[1].value) > _unit(pair[1]) / 2
        ]
        if fits and odd and len(odd) * 2 < len(pairs) and all(_may_hold(whole, p) for p, _ in pairs):
            yield from (_made(percent, part, [whole], view, sure=True) for part, percent in odd)
            return


def _unit(percent: Amount) -> Decimal:
    return Decimal(10) ** -percent.places


def wholes_of_shares(sentence: Sequence[Amount]) -> Iterator[tuple[Figure, ...]]:
    """Shares told without figures, the last of them that of all others: 征地占45.2%，规划占28.5%，其他占26.3%."""
    for level in levels(sentence):
        run: list[Amount] = []
        for amount in level:
            if amount.kind != "percent" or not amount.exact_share or not _PLAIN.search(amount.label):
                run = []
                continue
            run.append(amount)
            if _REST.match(amount.label) and len(run) >= _LEAST:
                yield tuple(a.figure for a in run)
                run = []


def _share(level: Sequence[Amount], at: int, before: Sequence[Amount], view: View) -> Iterator[Share]:
    """…412件，占比22.1%."""
    percent, part = level[at], level[at - 1]
    match = _SHARE.match(percent.label)
    if match is None or not _is_part(part) or len(percent.cut) != 1 or _SEVERAL.search(percent.lead):
        return
    cells = _CELLS if _REQUESTS.search(match["of"] or "") and part.measure == "件" else ()
    named = re.sub(_WHOLE + "|的", "", match["of"] or "")
    wholes = [a for a in reversed(level[: at - 1]) if _may_hold(a, part)]
    if named:
        wholes = [a for a in wholes if _names(a, named)]
    nearest = [a for a in level[max(0, at - 2) : at - 1] if a.kind == "count"]
    if not wholes and not named and match["of"] and not cells:
        told = [a for a in before if _may_hold(a, part)]
        if len(told) == 1:
            yield _made(percent, part, told, view, sure=True)
        return
    if cells:
        yield _made(percent, part, wholes, view, sure=not wholes, cells=cells)
    elif wholes and nearest:
        sure = len(wholes) == 1 and wholes[0] is nearest[0] and len(part.cut) == 1
        more = [a for a in before if _may_hold(a, part)]
        yield _made(percent, part, (*wholes, *more), view, sure=sure)


def _rate_of(level: Sequence[Amount], at: int, before: Sequence[Amount], view: View) -> Iterator[Share]:
    """公开116件，公开率57.1%: the rate bears the name of the part."""
    percent = level[at]
    match = _RATE.match(percent.label)
    if match is None or _IN_TIME.search(percent.label) or at < _REACH or len(percent.cut) != 1:
        return
    part, whole = level[at - 1], level[at - 2]
    if not _is_part(part) or not _may_hold(whole, part) or len(part.cut) != 1 or part.cut not in "，,、":
        return
    own = part.label + part.tail
    if not _bears(own, match["stem"]) or _bears(whole.label + whole.tail, match["stem"]):
        return
    wholes = [a for a in reversed(level[: at - 1]) if _may_hold(a, part)]
    if any(a.value == whole.value + part.value for a in wholes):
        return  # 问题33个，立行立改25个，限期整改8个，整改率100%: two parts side by side.
    more = [a for a in before if _may_hold(a, part)]
    yield _made(percent, part, (*wholes, *more), view, sure=len(wholes) == 1)


def _bears(words: str, stem: str) -> bool:
    return any(word in words for word in (stem, *_SAME.get(stem, ())))


def _names(whole: Amount, named: str) -> bool:
    """Whether the words of a whole hold those that the percentage gives it."""
    own = whole.label + whole.tail
    return any(named[i : i + 2] in own for i in range(len(named) - 1)) or named in own


def _is_part(amount: Amount) -> bool:
    return amount.exact and not compared(amount)


def _may_hold(whole: Amount, part: Amount) -> bool:
    """Whether a figure may be the whole of which `part` is a part."""
    return whole.exact and whole.measure == part.measure and whole.value >= part.value > 0 and not compared(whole)


def _made(
    percent: Amount,
    part: Amount,
    wholes: Sequence[Amount],
    view: View,
    *,
    sure: bool,
    cells: tuple[tuple[str, ...], ...] = (),
) -> Share:
    return Share(
        span=view.span(percent.words, percent.end),
        part=part.figure,
        wholes=tuple(w.figure for w in wholes),
        percent=percent.value,
        places=percent.places,
        sure=sure,
        cells=cells,
    )
