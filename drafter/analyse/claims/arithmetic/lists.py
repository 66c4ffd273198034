"""Totals of anything with the parts told behind them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import accumulate

from drafter.analyse.claims.arithmetic.amounts import Amount
from drafter.data.arithmetic import arithmetic_words
from drafter.model.claim import Breakdown

_WORDS = arithmetic_words()
_NAME = r"[^，,；;：:。、]*$"
_OPENER = re.compile(rf"{_WORDS.any('openers')}(?:有|的|了)?[，,：:]?{_NAME}")
_SPLIT = re.compile(rf"{_WORDS.any('openers')}(?:有|的|了)?")
_GOING_ON = re.compile(rf"、{_WORDS.any('openers')}")
_DEALT = re.compile(rf"(?:^|[，,；;：:。、]){_WORDS.any('dealt')}*分别(?:为|是|有)[：:]?{_NAME}")
_BRACKET = re.compile(rf"^(?:{_WORDS.any('openers')}(?:有)?|含)?[，,：:]?[^，,；;：:。、]*$")
# 审核的563件公文中，主动公开…: what stands between the total and the first part.
_OUT_OF = re.compile(rf"^[^，,；;：:。、]{{0,10}}中(?:[，,：:]|有){_NAME}")
# 新增信息中，…: a sentence that divides a total of the one before by name.
_NAMED = re.compile(rf"^(?:在|所|这|上述)*(?P<what>[\u4e00-\u9fff]{{2,10}}?)(?:当|之)?中[，,：:]{_NAME}")
_COMMON = ("信息", "政府", "公开", "工作")
_CONCERNS = re.compile(r"^(?:其中)?(?:涉及|属于|关于|因|为|系)")
_REST = re.compile(rf"^(?:以及|和|及|与)?{_WORDS.any('rests')}")
_DEED = re.compile(_WORDS.any("deeds"))
_KIND = re.compile("(?:类|类信息|领域|方面|结果|公示|公告|名单|报告|方案|标准)$")
_APART = re.compile(rf"^(?:以及|和|及|与)?{_WORDS.any('apart')}|{_WORDS.any('sums')}|共$|分别")
_COMPARED = re.compile(
    rf"{_WORDS.any('compare')}|{_WORDS.any('elsewhen')}|20\d\d年(?!以来|以后|至今)|(?:(?<!新)增|减)[^，]{{0,3}}$"
)
# What a thing can do or is beside others: one may be several of them.
_PROPERTY = re.compile(
    r"^(?:其中)?[，,：:]?(?:可以?(?!能)|能够?|支持|实现|具备|已(?!公开)|均已|开通|适用|纳入|需要?|须|同时|兼有?|带有|附有|配有)"
    r"|(?:网上|掌上|全程|全域|一网|跨[省市域]|就近|马上|即时|自助|一次|不见面|零跑动?|容缺|告知承诺).{0,5}$"
    r"|党员|妇女|女[性职干代党]|少数民族|学历|职称|持证|本科|高级|中级"
)
_SORTED = re.compile("[按从以].{1,10}(?:分为|分|看|划分|统计)[：:，,]?[^，,；;：:。、]*$")
_OVERLAP = re.compile(_WORDS.any("overlap"))
_HARD = "；;。！!？?"
_EACH = re.compile("每|均|单个|最[多高低少]|至少|不少于")
_SETS = tuple(tuple(w.split("+")) for w in _WORDS.lists["sets"])
_TIMES = frozenset({"小时", "天", "分钟", "秒", "分", "岁", "周", "个月", "个小时", "个工作日", "工作日"})
_LONG = 15
_LEAST = 3
MOST = 60


@dataclass(frozen=True, slots=True)
class _Parts:
    """The parts of a list: `sure` are surely its own, `more` stand behind them and may be."""

    sure: tuple[Amount, ...]
    more: tuple[Amount, ...]
    mixed: bool

    def add(self) -> Decimal:
        """What the sure ones come to."""
        return sum((p.value for p in self.sure), Decimal(0))

    def making(self, total: Decimal) -> tuple[Amount, ...]:
        """The first few of them that make up the total; none where no few do, or a single one before others, or where
        the list goes on behind them with the same 、."""
        every = (*self.sure, *self.more)
        sums = list(accumulate(p.value for p in every))
        some = every[: sums.index(total) + 1] if total in sums else ()
        if 0 < len(some) < len(self.sure) and all(p.cut == "、" for p in self.sure[1:]):
            return ()
        return some if len(some) > 1 or len(self.sure) == 1 else ()

    @property
    def ends(self) -> bool:
        """Whether the last is 其他, or the words are known to be all there is."""
        return _REST.match(_own(self.sure[-1].label)) is not None or self._complete

    @property
    def _complete(self) -> bool:
        """Whether the parts bear the words of a set, each one of them: 主动公开, 依申请公开, 不予公开."""
        labels = [p.label + p.tail for p in self.sure]
        return any(
            len(words) == len(labels) and all(sum(w in label for label in labels) == 1 for w in words)
            for words in _SETS
        )

    @property
    def exact(self) -> bool:
        """Whether nothing else may be a part and all are told exactly."""
        return not self.mixed and not self.more and all(p.exact for p in self.sure)


def levels(sentence: Sequence[Amount]) -> Iterator[tuple[Amount, ...]]:
    """The amounts of a sentence, those in the same brackets together."""
    numbers = dict.fromkeys(a.bracket for a in sentence)
    if len(numbers) == 1:
        yield tuple(sentence)
        return
    for number in numbers:
        yield tuple(a for a in sentence if a.bracket == number)


def compared(amount: Amount) -> bool:
    """Whether a figure is another year's or the difference from it."""
    return _COMPARED.search(amount.label) is not None


def breakdowns(sentence: Sequence[Amount], before: Sequence[Amount]) -> Iterator[Breakdown]:
    """The lists of a sentence; `before` are the amounts of the sentence before, which 其中 may divide."""
    for level in levels(sentence):
        for at, amount in enumerate(level):
            if amount.kind == "count" and (found := _list(sentence, level, at, before)) is not None:
                yield found
        yield from _enumerated(level)


@dataclass(frozen=True, slots=True)
class _Opening:
    """How a list begins: behind 其中 or 563件公文中 (`marked`), behind 分别为 (`dealt`), with a bracket, or
    behind a colon right after the total."""

    marked: bool
    dealt: bool
    bracketed: bool
    colon: bool = False

    def __bool__(self) -> bool:
        return self.marked or self.dealt or self.bracketed or self.colon


def _opening(level: Sequence[Amount], at: int) -> _Opening:
    first = level[at]
    if _another(first) or first.unit in _TIMES:
        return _Opening(False, False, False)
    return _Opening(
        _OPENER.search(first.lead) is not None or (at > 0 and _OUT_OF.match(first.lead) is not None),
        _DEALT.search(first.lead) is not None and not first.joined,
        at == 0 and first.bracket > 0 and first.host >= 0 and _BRACKET.match(first.lead) is not None,
        at > 0 and first.cut in ("：", ":") and not level[at - 1].tail and first.lead[0] in "：:",
    )


def _list(sentence: Sequence[Amount], level: Sequence[Amount], at: int, before: Sequence[Amount]) -> Breakdown | None:
    opening = _opening(level, at)
    if not opening and (at or not _NAMED.search(level[0].lead) or _another(level[0])):
        return None
    parts = _collect(level, at)
    if not opening.marked and len(parts.sure) < 2:
        return None
    first = level[at]
    in_bracket = opening.bracketed and not first.joined
    heads = (sentence[first.host],) if in_bracket else _heads(level[:at], first)
    near = [a for a in heads if a.measure == first.measure and _may_head(a)]
    if near:
        return _divided(near[0], near, parts, opening, apart=False)
    named = _NAMED.search(first.lead)
    if (opening.marked or named) and not first.bracket and not any(a.kind == "count" for a in level[:at]):
        near = [a for a in before if _may_head(a) and a.measure == first.measure and not a.bracket]
        if named:
            near = [a for a in near if _alike(a.label + a.tail, named["what"])]
        if near:
            return _divided(max(near, key=lambda a: a.value), near, parts, opening, apart=True)
    return None


def _alike(words: str, name: str) -> bool:
    """Whether a total bears a word of the name that a later sentence gives it."""
    return any(name[i : i + 2] in words for i in range(len(name) - 1) if name[i : i + 2] not in _COMMON)


def _divided(
    head: Amount, near: Sequence[Amount], parts: _Parts, opening: _Opening, *, apart: bool
) -> Breakdown | None:
    """The list under `head`, or under another of the totals near by that its parts make up.

    `apart` says that they stand in the sentence before.
    """
    named = parts.ends or opening.dealt
    for other in near:
        if making := parts.making(other.value):
            return _breakdown(other, making, closed=named, marked=opening.marked)
    if not apart and len(near) > 1 and head.value < parts.add() <= sum(a.value for a in near):
        return None  # 建议11件、提案19件，其中公开25件: of all of them together.
    if parts.add() > head.value:
        return _over(head, parts, marked=opening.marked, closed=named and parts.exact, apart=apart)
    if len(parts.sure) < 2 or (apart and len(near) > 1):
        return None
    closed = parts.exact and (named or (not opening.marked and len(parts.sure) >= _LEAST))
    return _breakdown(head, parts.sure, closed=closed, marked=opening.marked, sure=named)


def _over(head: Amount, parts: _Parts, *, marked: bool, closed: bool, apart: bool) -> Breakdown | None:
    """Parts that are more than the total, unless one of them may hold the others."""
    overlaps = [_OVERLAP.search(p.label + p.tail) is not None for p in parts.sure]
    if any(p.relation not in ("eq", "ge") for p in parts.sure) or _one_of_many(head, parts):
        return None
    if _SORTED.search(parts.sure[0].lead) and not _OPENER.search(head.tail):
        return None  # 窗口21件、来信12件。按主体分为：…: of all there are, not of the last.
    if sum(_PROPERTY.search(_own(p.label)) is not None for p in parts.sure) * 2 >= len(parts.sure):
        above = tuple(p for p in parts.sure if p.value > head.value)
        return _breakdown(head, above, closed=False, marked=marked) if above else None
    if _reached(head, parts) or any({"：", ":"} & set(p.cut) for p in parts.sure[1:]):
        return None  # 23件中，21件已办结：公开5件…: what follows the colon divides the 21.
    doubtful = any(overlaps)
    joint = any(_CONCERNS.match(_own(p.label) or p.tail) for p in parts.sure)  # One may concern two things.
    if doubtful and (not all(overlaps) or any(p.value >= head.value for p in parts.sure)):
        return None
    return _breakdown(head, parts.sure, closed=closed, marked=marked, sure=not doubtful and not apart and not joint)


def _one_of_many(head: Amount, parts: _Parts) -> bool:
    """Whether the total is itself an item of a list, the next item of which follows its parts.

    Of 部分公开6件；不予公开4件，其中3件属案卷；无法提供15件 the fifteen are beside the four.
    """
    ends = [i for i, p in enumerate(parts.sure) if i and any(m in _HARD for m in p.cut)]
    if not ends or not any(m in _HARD for m in head.cut):
        return False
    return sum((p.value for p in parts.sure[: ends[0]]), Decimal(0)) <= head.value


def _reached(head: Amount, parts: _Parts) -> bool:
    """Whether the first parts make up the total and a semicolon stands before the next."""
    sums = accumulate(p.value for p in parts.sure)
    ends = (any(m in _HARD for m in p.cut) for p in parts.sure[1:])
    return any(value == head.value and end for value, end in zip(sums, ends, strict=False))


def _breakdown(head: Amount, parts: Sequence[Amount], *, closed: bool, marked: bool, sure: bool = True) -> Breakdown:
    return Breakdown(head.figure, tuple(p.figure for p in parts), "label", closed, marked=marked, sure=sure)


def _heads(before: Sequence[Amount], first: Amount) -> tuple[Amount, ...]:
    """What a list may divide, the nearest first: figures back to a semicolon or one that is told roughly."""
    found: list[Amount] = []
    crossed = any(m in _HARD for m in first.cut)
    for amount in reversed(before):
        if amount.kind == "count" and amount.measure == first.measure and not compared(amount):
            if not _may_head(amount):
                break
            found.append(amount)
        if any(m in _HARD for m in amount.cut):
            if found or crossed:
                break
            crossed = True
    return tuple(found)


def _another(amount: Amount) -> bool:
    """Whether a figure is no part but another year's, or left out of the total."""
    return compared(amount) or _own(amount.label).startswith(("不含", "不包括", "除"))


def _may_head(amount: Amount) -> bool:
    return amount.exact and not compared(amount) and _EACH.search(amount.label) is None


def _own(label: str) -> str:
    """The label without the words that open the list."""
    return _SPLIT.split(label)[-1]


def _collect(level: Sequence[Amount], at: int) -> _Parts:
    """The parts from the one at `at` on."""
    first = level[at]
    found: list[Amount] = [first]
    more: list[Amount] = []
    cuts: list[str] = ["、"] if _GOING_ON.search(first.lead) else []
    cut, mixed = "", False
    for amount in level[at + 1 :]:
        cut += amount.cut
        if amount.kind != "count":
            if amount.kind == "bare":
                break
            continue
        if amount.joined:
            mixed |= amount.measure == first.measure
            continue
        if _ends(amount, first, cut):
            break
        if amount.measure != first.measure:
            mixed = True
            continue
        mark = _hardest(cut)
        cut = ""
        if more or (cuts and mark != cuts[-1] and not (cuts[-1] in "，," and mark == "、")):
            more.append(amount)
            continue
        cuts.append(mark)
        found.append(amount)
    return _Parts(tuple(found), tuple(more), mixed)


def _hardest(cut: str) -> str:
    return next((m for m in ("。", "；", ";", "：", "，", ",", "、") if m in cut), "")


def _ends(amount: Amount, first: Amount, cut: str) -> bool:
    """Whether the list has ended before `amount`: another deed, another time, a clause of its own."""
    label = amount.label
    if _APART.search(label) or compared(amount) or any(m in "。！？!?" for m in cut):
        return True
    if (
        _acts(label)
        and not _CONCERNS.match(label)
        and not (_acts(_own(first.label)) or _DEED.search(first.tail[:4]))
        and not _REST.match(label)
    ):
        return True
    commas = [m for m in amount.cut if m not in "；;"]
    hard = any(m in _HARD for m in cut)
    return bool(commas) and len(label) > _LONG if hard else len(commas) > 1


def _acts(label: str) -> bool:
    """Whether a label tells of a deed; 社会组织类 does not."""
    return _DEED.search(label) is not None and _KIND.search(label) is None


def _beside(level: Sequence[Amount], at: int) -> Iterator[Amount]:
    """The figures before one back to a semicolon."""
    while at and not any(m in _HARD for m in level[at].cut):
        at -= 1
        yield level[at]


def _enumerated(level: Sequence[Amount]) -> Iterator[Breakdown]:
    """主动公开信息240条，财政信息31条，…，其他信息19条: a list without 其中 whose last part is 其他."""
    for at, head in enumerate(level[:-_LEAST]):
        first = level[at + 1]
        if any(a.measure == head.measure and a.value >= head.value for a in _beside(level, at)):
            continue
        if not _may_head(head) or not _DEED.search(head.label) or first.kind != "count" or first.joined:
            continue
        if _OPENER.search(first.lead) or _acts(first.label) or first.measure != head.measure:
            continue
        if first.cut not in ("，", ",", "、") or _another(first) or _APART.search(first.label):
            continue
        parts = _collect(level, at + 1)
        making = parts.making(head.value)
        # 涉及医疗纠纷处理43件、机构资质29件、……: with the mark of the list behind it, it is an item itself.
        item = first.cut == "、" and all(p.cut == "、" for p in parts.sure)
        if len(making) >= _LEAST or (not item and len(parts.sure) >= _LEAST and parts.ends and parts.exact):
            closed = parts.ends and parts.exact
            yield _breakdown(head, making or parts.sure, closed=closed, marked=False)
