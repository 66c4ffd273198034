"""The numbers of a sentence with the words around them, whatever they count."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache

from drafter.analyse.claims.numbers import arabic, hanzi
from drafter.data.arithmetic import arithmetic_words
from drafter.model.claim import Figure
from drafter.model.view import View

_UNITS = arithmetic_words().any("units")
_LIKE = dict(arithmetic_words().pairs("like"))
_SCAN = re.compile(
    rf"""(?P<title>《[^《》]{{1,80}}》)
    |(?P<other>第[\d一二三四五六七八九十百〇零]+|(?<!\d)[12]\d{{3}}(?:年度?|[—\-–至][12]\d{{3}}年?)(?:\d{{1,2}}月)?(?:\d{{1,2}}日)?
      |(?<!\d)\d{{1,2}}月份?(?:\d{{1,2}}[日号])?|〔\d+〕\d+号|[\[（(]20\d\d[\]）)]第?\d+号|(?<![A-Za-z])[A-Za-z]++[\-.]?\d[A-Za-z\d_.]*+)
    |(?P<percent>(?<![\d.])\d++(?:\.\d++)?[%％]|百分之[零〇一二两三四五六七八九十百点]+)
    |(?P<points>(?<![\d.])\d++(?:\.\d++)?个?百分点)
    |(?P<about>约为?|大约|近|将近|超过?|逾|突破|不少于|不低于|至少|多达|不足|不到)?
     (?P<num>(?<![\d.\-—–~～/:：第])(?:\d{{1,3}}(?:[,，]\d{{3}})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?)(?![\d.:\-—–~～/]))
     (?P<scale>[万亿千百]?)(?P<more>余|多(?!次)|几)?(?P<scale2>万)?(?P<unit>{_UNITS})?(?P<over>以上|左右|有余|以内|以下)?
    |(?<![第每这同某任哪那各一二两三四五六七八九十百千])(?P<hanzi>[一二两三四五六七八九十百千]++)(?P<hmore>余|多)?(?P<hunit>{_UNITS})(?P<hover>以上|以内|以下|左右|有余)?(?!合计|共计|总计|相加|之和)
    |(?P<mark>[，,、；;：:。！？!?（）()\[\]])""",
    re.X,
)
_RANGE = re.compile(r"\d(?:[万亿千百]|{u})?[至到]$".replace("{u}", _UNITS))
_OPEN, _CLOSE = "（([", "）)]"
_ABOUT = {"超": "ge", "逾": "ge", "突": "ge", "不少": "ge", "不低": "ge", "至": "ge", "多": "ge"}
_TURN = re.compile("[增减升降提压缩精扩上下]")
_DECIMALS = re.compile(r"\d\.(\d+)")
_ROUGHLY = re.compile("(?:约|近|接近|超过?|逾|突破|不足|不到|过|仅有|高达)[为占]?$|约占[^，]{0,12}$")
_OR_SO = re.compile("左右|上下|以[上下内]|[多余]")
_INNER = re.compile(r"[（(][^（）()]*[）)]")


@dataclass(frozen=True, slots=True)
class Amount:
    """A number and its words.

    `kind` is count, percent, points or bare (no measure word, but 增至 or the like behind). `label` are the words
    before it back to the last mark or number, `tail` those behind it; `lead` is all that stands between it and the
    amount before it in the same brackets, `cut` the marks in that. `bracket` numbers the brackets around it (0 for
    none), `host` is the place of the amount right before the bracket, -1 for none; `joined` says that no mark parts it
    from the amount before. Offsets are those of the sentence's `view`, `words` being where the label begins, `number`
    those of the digits.
    """

    kind: str
    start: int
    end: int
    value: Decimal
    unit: str
    relation: str
    label: str
    tail: str
    lead: str
    cut: str
    bracket: int
    host: int
    joined: bool
    places: int
    words: int
    number: tuple[int, int]
    view: View

    @property
    def figure(self) -> Figure:
        """The number as a plain value with source spans; few are asked for."""
        spans = self.view.span(self.number[0], self.end), self.view.span(*self.number)
        return Figure(*spans, self.value, self.unit, self.label or self.tail, self.relation)

    @property
    def measure(self) -> str:
        """Its measure word, those that may be added up written alike."""
        return _LIKE.get(self.unit, self.unit)

    @property
    def exact_share(self) -> bool:
        """Whether it is a percentage told exactly."""
        return self.kind == "percent" and self.relation == "eq"

    @property
    def exact(self) -> bool:
        """Whether it is a count told exactly."""
        return self.kind == "count" and self.relation == "eq"


@dataclass(slots=True)
class _Level:
    number: int
    last: int
    host: int = -1
    edge: int = 0
    marks: list[str] = field(default_factory=list)


def amounts(view: View, year: int | None = None) -> tuple[Amount, ...]:
    """The amounts of a sentence in order. The reported `year` is no news and is left out of their labels."""
    hits = [h for h in _SCAN.finditer(view.text) if h.lastgroup]
    return tuple(_Walk(view, hits, _this(year) if year else None).amounts())


@lru_cache(maxsize=8)
def _this(year: int) -> re.Pattern[str]:
    return re.compile(f"{year}年度?")


class _Walk:
    """Goes through the hits of a sentence and keeps account of marks and brackets."""

    def __init__(self, view: View, hits: Sequence[re.Match[str]], year: re.Pattern[str] | None) -> None:
        self._view, self._sentence, self._hits, self._year = view, view.text, hits, year
        self._levels = [_Level(0, 0)]
        self._edge = 0
        self._opened = 0
        self._found: list[Amount] = []
        self._marked = True

    def amounts(self) -> Iterator[Amount]:
        """The amounts in order."""
        for at, hit in enumerate(self._hits):
            if hit["mark"]:
                self._mark(hit["mark"], hit.end())
            elif hit["title"] is None and hit["other"] is None and (amount := self._amount(hit, at)):
                self._found.append(amount)
                self._levels[-1].last, self._levels[-1].marks = amount.end, []
                self._edge, self._marked = amount.end, False
        return iter(self._found)

    def _mark(self, mark: str, end: int) -> None:
        if mark in _OPEN:
            self._opened += 1
            host = len(self._found) - 1 if not self._levels[-1].marks else -1
            self._levels.append(_Level(self._opened, end, host, self._edge))
        elif mark in _CLOSE:
            if len(self._levels) > 1:
                self._edge = self._levels.pop().edge
            self._marked = True
            return
        else:
            self._levels[-1].marks.append(mark)
        self._edge, self._marked = end, True

    def _amount(self, hit: re.Match[str], at: int) -> Amount | None:
        read = _read(hit)
        if read is None:
            return None
        kind, value, unit, relation, (start, end) = read
        level = self._levels[-1]
        following = self._hits[at + 1].start() if at + 1 < len(self._hits) else len(self._sentence)
        stop = next((h.start() for h in self._hits[at + 1 : at + 4] if not (h["other"] or h["title"])), following)
        label = _without_inner(self._sentence[self._edge : hit.start()])
        label = self._year.sub("", label) if self._year and label else label
        rough = kind == "percent" and (_ROUGHLY.search(label) or _OR_SO.match(self._sentence, hit.end()))
        if rough or _RANGE.search(self._sentence[max(0, start - 6) : start]):
            relation = "about"
        return Amount(
            kind,
            start,
            hit.end(),
            value,
            unit,
            relation,
            label,
            self._sentence[hit.end() : stop],
            _without_inner(self._sentence[level.last : hit.start()]),
            "".join(level.marks),
            level.number,
            level.host,
            not self._marked,
            _places(hit.group()),
            self._edge,
            (start, end),
            self._view,
        )


def _without_inner(words: str) -> str:
    return _INNER.sub("", words) if any(mark in words for mark in _OPEN) else words


def _read(hit: re.Match[str]) -> tuple[str, Decimal, str, str, tuple[int, int]] | None:
    """Kind, value, unit, relation and the offsets of the digits."""
    if hit["percent"]:
        value = _percent(hit["percent"])
        return ("percent", value, "%", "eq", hit.span("percent")) if value is not None else None
    if hit["points"]:
        digits = re.match(r"[\d.]+", hit["points"])
        return ("points", Decimal(digits[0] if digits else 0), "百分点", "eq", hit.span("points"))
    if hit["hanzi"]:
        found = hanzi(hit["hanzi"])
        return ("count", found, hit["hunit"], _relation_of_words(hit), hit.span("hanzi")) if found else None
    if not hit["unit"] and not _TURN.match(hit.string, hit.end()):
        return None
    value = arabic(hit["num"], hit["scale"])
    if hit["scale2"]:
        value = arabic(str(value), hit["scale2"])
    end = hit.end("scale2") if hit["scale2"] else hit.end("scale")
    unit = hit["unit"] or ""
    return ("count" if unit else "bare", value, unit, _relation(hit), (hit.start("num"), end))


def _relation(hit: re.Match[str]) -> str:
    if hit["more"] or hit["over"] in ("以上", "有余"):
        return "ge"
    if hit["over"] or hit["scale"] or hit["scale2"]:
        return "about"
    if hit["about"]:
        return next((v for k, v in _ABOUT.items() if hit["about"].startswith(k)), "about")
    return "eq"


def _relation_of_words(hit: re.Match[str]) -> str:
    if hit["hmore"] or hit["hover"] in ("以上", "有余"):
        return "ge"
    # 其中一个 is any of them rather than a count.
    return "about" if hit["hover"] or (hit["hanzi"] == "一" and hit["hunit"] in ("个", "种", "名")) else "eq"


def _percent(text: str) -> Decimal | None:
    if text[-1] in "%％":
        return Decimal(text[:-1])
    whole, _, part = text.removeprefix("百分之").partition("点")
    value, digits = hanzi(whole), hanzi(part) if part else Decimal(0)
    return value + digits / Decimal(10) ** len(part) if value is not None and digits is not None else None


def _places(text: str) -> int:
    match = _DECIMALS.search(text)
    return len(match[1]) if match else 0
