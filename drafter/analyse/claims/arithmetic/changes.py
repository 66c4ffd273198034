"""Figures that changed: 由A增至B，增长p%; 较上年的A增加n，增长p%."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from drafter.analyse.claims.arithmetic.amounts import Amount
from drafter.analyse.claims.arithmetic.lists import compared, levels
from drafter.data.arithmetic import arithmetic_words
from drafter.model.claim import Shift
from drafter.model.view import View

_WORDS = arithmetic_words()
_UP, _DOWN, _COMPARE = _WORDS.any("up"), _WORDS.any("down"), _WORDS.any("compare")
_MOVE = rf"(?:(?P<up>{_UP})|(?P<down>{_DOWN}))"
_FROM = re.compile(r"(?:由|从|自)[^由从自，。；]{0,16}$")
_TO = re.compile(
    rf"^(?:[\u4e00-\u9fff]{{0,4}}?){_MOVE}(?:加|少|长|了)?(?:至|到|为|成)(?:了|目前的|现在的|今年的|本年的|20\d\d年度?的?|的)?$"
)
_BY = re.compile(
    rf"^(?:同比|环比|总体|累计|净|共|数量|总量|占比)?{_MOVE}(?:幅度|幅|率|了|比例|数量)?(?:为|达到|达|约|近|有)?$"
)
_AGAINST = re.compile(rf"{_COMPARE}(?P<mid>[^。；;]{{0,24}}?){_MOVE}(?:幅度|了|幅|率)?(?:为|达到|达)?$")
_BASE = re.compile(r"(?:较|比|与|同)[^，。；]{0,4}?(?:上年|去年|上一年|20\d\d年|年初|以往|原来|此前)[^，。；]{0,6}$")
_COMPARED_WITH = re.compile("相比|相较|比较|对比")
_WAS = re.compile("^(?:其中)?(?:上年度?|去年|上一年度?|20[0-9]{2}年度?)(?:同期)?(?:为|是|收到|共)?$")
_NOT = re.compile("分别|约|倍|每|翻")
_UNITS = ("count", "bare")


def shifts(sentence: Sequence[Amount], view: View) -> Iterator[Shift]:
    """Changes with the figures they can be worked out from."""
    for amount in sentence:
        yield from _bracketed(sentence, amount, view)
    for level in levels(sentence):
        used: set[int] = set()
        for at in range(len(level)):
            yield from _from_to(level, at, view, used)
        for at in range(len(level)):
            if at not in used:
                yield from _since(level, at, view, used)


def _from_to(level: Sequence[Amount], at: int, view: View, used: set[int]) -> Iterator[Shift]:
    """由64个精简到38个，压减26个，压减40.6%."""
    if at + 1 >= len(level):
        return
    old, new = level[at], level[at + 1]
    to = _TO.match(new.label)
    if to is None or not new.joined or not _FROM.search(old.label) or _NOT.search(old.label + new.label):
        return
    alike = old.kind == new.kind and old.unit == new.unit
    bare = old.kind == "bare" and new.kind == "count" and re.match(_MOVE, old.tail) is not None
    if not (alike or bare) or old.relation != "eq" or new.relation != "eq":
        return
    used.update((at, at + 1))
    difference, percent = None, None
    for place in (at + 2, at + 3):
        if place >= len(level) or not _said(level[place], level[place - 1]):
            break
        amount = level[place]
        if amount.kind == "percent":
            percent = amount if new.kind != "percent" else None
        elif amount.measure == new.measure or (amount.kind == "points" and new.kind == "percent"):
            difference = amount
        used.add(place)
    direction = "up" if to["up"] else "down"
    yield _shift(view, direction, old, (new,), difference, percent)


def _bracketed(sentence: Sequence[Amount], base: Amount, view: View) -> Iterator[Shift]:
    """新收180件，同比增长50%（上年为150件）: the old figure in brackets behind the change."""
    told = sentence[base.host] if base.bracket and base.host >= 0 else None
    if told is None or not base.exact or _WAS.match(base.label) is None or told.relation != "eq":
        return
    against = _AGAINST.search(told.lead)
    if against is None or told.kind not in ("percent", "count") or _NOT.search(told.lead[-30:]):
        return
    news = tuple(
        a for a in sentence if a.end < told.start and a.exact and a.measure == base.measure and not compared(a)
    )
    difference = told if told.kind == "count" and told.measure == base.measure else None
    percent = told if told.kind == "percent" else None
    if news and (difference or percent):
        yield _shift(view, "up" if against["up"] else "down", base, news[-1:], difference, percent)


def _said(amount: Amount, before: Amount) -> bool:
    """Whether an amount tells by how much, right behind the amount before it."""
    plain = amount.cut in ("", "，", ",", "、") and amount.relation == "eq"
    return plain and _BY.match(amount.label) is not None and (not amount.joined or before.tail == amount.label)


def _since(level: Sequence[Amount], at: int, view: View, used: set[int]) -> Iterator[Shift]:
    """77件，比上年的92件减少15件，下降16.3%."""
    amount = level[at]
    if amount.relation != "eq" or _NOT.search(amount.lead[-30:]):
        return
    old: Amount | None = None
    against = _AGAINST.search(amount.lead)
    if at and _BASE.search(level[at - 1].label) and amount.joined and _BY.match(amount.label):
        old, against = level[at - 1], _BY.match(amount.label)
    elif at and against is not None and _COMPARED_WITH.match(level[at - 1].tail) and _BASE.search(level[at - 1].label):
        old = level[at - 1]
    if against is None or (old is not None and not old.exact):
        return
    difference = amount if amount.kind == "count" else None
    percent = amount if amount.kind == "percent" else None
    following = level[at + 1] if at + 1 < len(level) else None
    if following is not None and _said(following, amount):
        if following.kind == "percent" and percent is None:
            percent = following
        elif following.kind == "count" and difference is None:
            difference = following
    told = [a for a in (old, difference, percent) if a is not None]
    if len(told) < 2:
        return
    unit = (difference or old or amount).measure
    news = [a for a in level[: at - (old is not None)] if a.exact and a.measure == unit and not compared(a)]
    used.update(range(at, at + 1 + (following in told)))
    yield _shift(view, "up" if against["up"] else "down", old, tuple(news), difference, percent)


def _shift(
    view: View,
    direction: str,
    old: Amount | None,
    news: tuple[Amount, ...],
    difference: Amount | None,
    percent: Amount | None,
) -> Shift:
    told = [a for a in (old, *news[-1:], difference, percent) if a is not None]
    last = max(told, key=lambda a: a.end)
    first = old or difference or percent or last
    return Shift(
        span=view.span(min(first.start, last.start), last.end),
        direction=direction,
        before=old.figure if old else None,
        after=tuple(a.figure for a in news),
        difference=difference.figure if difference else None,
        percent=percent.figure if percent else None,
        places=percent.places if percent else 0,
    )
