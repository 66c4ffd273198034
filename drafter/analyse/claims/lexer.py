"""A sentence as nodes: words of the grammar, quantities, percentages, years, punctuation, other words.

jieba cuts the sentence, the words of lexicons/claims are laid over it, and spaCy's Matcher joins numbers, measure words
and rates by the patterns of lexicons/claims/patterns.toml.
"""

from __future__ import annotations

import gc
import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Any, NamedTuple

from drafter.analyse.claims.numbers import arabic, hanzi
from drafter.analyse.spacy_parts import spacy_parts
from drafter.analyse.tokens import cut
from drafter.data.claims import ClaimPattern, ClaimTerms, Sense, claim_patterns, claim_terms
from drafter.model.recent import Recent

_UNITS = (
    "件次|件（次）|件\\(次\\)|件/次|件|份|宗|起|例|条次|条|封|项次|项|人次|次|个百分点|百分点|个|篇|期|亿元|万元|元|家|场|处|台|部|"
    "册|页|种|类|名|户|批|张|幅|笔|人|单|组|期次|期数|万条|万件|余件|桩|本"
)
_TIME = (
    "年|个月|月|日|号|天|小时|分钟|周|个工作日|工作日|时|届|点|岁|周岁|世纪|分|秒|季度|级|楼|层|室|平方米|公里|米|亩|吨"
)
_NUMERIC = re.compile(
    rf"""(?P<compared>[较比](?P<base>20\d\d)年(?:度)?(?:同期)?|[与同和跟](?P<base2>20\d\d)年(?:度)?(?:同期)?相比)
    |(?P<docno>[〔\[（(]20\d\d[〕\]）)]第?\d+号)
    |(?P<ordinal>第[\d一二三四五六七八九十百千零〇]+)
    |(?P<year>(?<!\d)(?:(?:19|20)\d\d|二[〇○零][〇○零一二三四五六七八九十]{{2}})年(?:度)?)
    |(?P<date>\d{{1,2}}月(?:\d{{1,2}}[日号])?|\d{{1,2}}[-—－至]\d{{1,2}}月)
    |(?P<points>\d+(?:\.\d+)?个百分点)
    |(?P<pct>\d+(?:\.\d+)?[%％‰]|百分之[零〇一二两三四五六七八九十百点]+
       |(?<=[占达近约超逾的])[一二三四五六七八九]成半?(?=[以多左，。；、]|$)|[二三四五六七八九十]分之[一二三四五六七八九])
    |(?P<num>\d{{1,3}}(?:[,，]\d{{3}})+(?!\d)(?:\.\d+)?(?=\D)|\d+(?:\.\d+)?)(?P<scale>[万亿千百](?!元)|)(?P<more>余|多(?!次|年)|几|)
       (?P<scale2>万(?!元)|)(?:(?P<time>{_TIME})|(?P<unit>{_UNITS})|)
    |(?P<htime>[一二两三四五六七八九十]+(?:个?工作日|个自然日|个月|天|个?小时))
    |(?P<hanzi>[零〇一二两三四五六七八九十百千万]+)(?P<hmore>余|多|几|)(?P<hunit>{_UNITS})""",
    re.X,
)
_PUNCT = frozenset("，,；;。！？!?：:、（）()【】[]〔〕")
_QUIET = frozenset("“”\"'‘’《》「」『』 　\t\r\n")
_BEFORE_HANZI = frozenset("第每这同某任哪那各同")
_TALLY = Decimal(10)
_COMPARED = (Sense("COMPARE", "any", "compare"),)


class Node(NamedTuple):
    """A piece of a sentence. `kind` is quantity, bare, percent, rate, share, change, year, term, punct or word.

    `start` and `end` are offsets in the sentence's view; `value` the number, `relation` eq, ge, le or about, `unit` its
    measure word; `senses` the readings of a term, `text` its characters; `number` the offsets of the figure itself.
    """

    kind: str
    start: int
    end: int
    text: str
    senses: tuple[Sense, ...] = ()
    value: Decimal | None = None
    unit: str = ""
    relation: str = "eq"
    number: tuple[int, int] = (0, 0)
    note: str = ""

    def sense(self, *tags: str) -> Sense | None:
        """The first sense with one of `tags`."""
        for sense in self.senses:
            if sense.tag in tags:
                return sense
        return None


ANCHOR_TAGS = frozenset({"NUM", "PCT", "POINTS", "MOVE"})
"""Tags of which every pattern of lexicons/claims/patterns.toml has one that is not optional."""

_REMEMBERED = 512


@dataclass(slots=True)
class _Token:
    tag: str
    start: int
    end: int
    senses: tuple[Sense, ...] = ()
    value: Decimal | None = None


class Lexer:
    """Turns sentences into nodes. Keeps the automaton and the Matcher; one is enough for a process."""

    def __init__(self, terms: ClaimTerms, patterns: tuple[ClaimPattern, ...]) -> None:
        from ahocorasick_rs import AhoCorasick, MatchKind

        self._terms = terms
        self._automaton = AhoCorasick(list(terms.words), matchkind=MatchKind.LeftmostLongest, store_patterns=False)
        self._vocab, self._matcher, self._doc = _matcher(patterns)
        self._known: Recent[str, tuple[Node, ...]] = Recent(_REMEMBERED)
        self._found = lru_cache(maxsize=_REMEMBERED)(self._match)

    def nodes(self, text: str) -> list[Node]:
        """The nodes of one sentence (a folded text without line breaks). Remembers the sentences last asked for."""
        return list(self._known.get(text) or self._known.put(text, tuple(self._read(text))))

    def _read(self, text: str) -> Iterator[Node]:
        tokens = self._tokens(text)
        return _nodes(text, tokens, self._matches([t.tag for t in tokens]))

    def _matches(self, tags: list[str]) -> dict[int, tuple[str, int]]:
        """The matches by first token: name and end. No pattern runs over punctuation, and every one asks for an anchor:
        what lies between two marks is matched by itself, and not at all without any."""
        spans: dict[int, tuple[str, int]] = {}
        start = 0
        for end in (*(i for i, tag in enumerate(tags) if tag == "P"), len(tags)):
            stretch = tuple(tags[start:end])
            if not ANCHOR_TAGS.isdisjoint(stretch):
                spans.update((start + at, (name, start + stop)) for at, name, stop in self._found(stretch))
            start = end + 1
        return spans

    def _match(self, tags: tuple[str, ...]) -> tuple[tuple[int, str, int], ...]:
        """Non-overlapping matches in order; the longest wins, the earlier pattern on a tie."""
        # The patterns ask for tags alone: with these for words the vocabulary keeps none of a draft's.
        doc = self._doc(self._vocab, words=tags, spaces=[False] * len(tags), tags=tags)
        found = [(self._vocab.strings[key], start, end) for key, start, end in self._matcher(doc)]
        taken: set[int] = set()
        spans: list[tuple[int, str, int]] = []
        for name, start, end in sorted(found, key=lambda m: (m[1] - m[2], m[1], _ORDER.index(m[0]))):
            if taken.isdisjoint(range(start, end)):
                taken.update(range(start, end))
                spans.append((start, name, end))
        return tuple(sorted(spans))

    def _tokens(self, text: str) -> list[_Token]:
        edges = {start for _, start in cut(text)} | {len(text)}
        marks = self._marks(text, edges)
        tokens: list[_Token] = []
        at = 0
        for mark in marks:
            tokens.extend(_words(text, at, mark.start, edges))
            tokens.append(mark)
            at = mark.end
        tokens.extend(_words(text, at, len(text), edges))
        return tokens

    def _marks(self, text: str, edges: set[int]) -> list[_Token]:
        """Terms and numbers in order; a number in Arabic digits beats a term, a term beats a Chinese numeral.

        A word that must stand alone does so between jieba's edges or next to another term or number.
        """
        terms: list[_Token] = []
        loose: list[_Token] = []
        for i, start, end in self._automaton.find_matches_as_indexes(text):
            term = _Token(self._terms.senses[i][0].tag, start, end, self._terms.senses[i])
            (loose if self._terms.words[i] in self._terms.whole else terms).append(term)
        numbers = list(_numbers(text, terms))
        edges = edges | {e for t in (*terms, *numbers) for e in (t.start, t.end)}
        terms += [t for t in loose if t.start in edges and t.end in edges]
        taken = bytearray(len(text))
        for number in numbers:
            taken[number.start : number.end] = b"\1" * (number.end - number.start)
        return sorted(numbers + [t for t in terms if not any(taken[t.start : t.end])], key=lambda t: t.start)


def _quoted(text: str, at: int) -> bool:
    """Whether quotation marks are open: a slogan such as “接到一件申请、理顺一类事项” counts nothing."""
    return text.rfind("“", 0, at) > text.rfind("”", 0, at)


def _numbers(text: str, terms: list[_Token]) -> Iterator[_Token]:
    held = bytearray(len(text))
    for term in terms:
        held[term.start : term.end] = b"\1" * (term.end - term.start)
    for match in _NUMERIC.finditer(text):
        start = match.start()
        if held[start] and (match["hanzi"] or match["ordinal"] or text[start].isdigit()):
            continue
        if match["hanzi"] and start and (text[start - 1] in _BEFORE_HANZI or _quoted(text, start)):
            continue
        yield from _number_tokens(match)


_ORDER = ("change", "share", "rate", "quantity", "percent", "bare")


def _matcher(patterns: tuple[ClaimPattern, ...]) -> tuple[Any, Any, Any]:
    # Importing spaCy makes many lasting objects; collecting garbage meanwhile only costs time.
    enabled = gc.isenabled()
    gc.disable()
    try:
        Vocab, Matcher, Doc = spacy_parts()  # noqa: N806
    finally:
        if enabled:
            gc.enable()
    vocab = Vocab()
    matcher = Matcher(vocab)
    names: dict[str, list[list[dict[str, object]]]] = {}
    for pattern in patterns:
        names.setdefault(pattern.name, []).append(list(pattern.tokens))
    for name, rows in names.items():
        matcher.add(name, rows, greedy="LONGEST")
    return vocab, matcher, Doc


def _number_tokens(match: re.Match[str]) -> Iterator[_Token]:
    start, end = match.span()
    if match["compared"]:
        yield _Token("COMPARE", start, end, _COMPARED, Decimal(match["base"] or match["base2"]))
        return
    for tag in ("docno", "ordinal", "date", "htime"):
        if match[tag]:
            yield _Token("DATE", start, end)
            return
    if match["year"]:
        digits = match["year"].rstrip("度").rstrip("年").replace("○", "〇")
        year = hanzi(digits.replace("十", "1")) if not digits[0].isdigit() else Decimal(digits)
        yield _Token("YEAR", start, end, value=year)
    elif match["points"]:
        yield _Token("POINTS", start, end, value=Decimal(match["points"][:-4]))
    elif match["pct"]:
        yield _Token("PCT", start, end, value=_percent(match["pct"]))
    elif match["num"]:
        yield from _arabic_tokens(match)
    else:
        value = hanzi(match["hanzi"])
        if value is not None:
            yield _Token("NUM", start, match.end("hanzi"), value=value)
            if match["hmore"]:
                yield _Token("MORE", match.start("hmore"), match.end("hmore"))
            yield _Token("UNIT", match.start("hunit"), end)


def _arabic_tokens(match: re.Match[str]) -> Iterator[_Token]:
    if match["time"]:
        yield _Token("DATE", match.start(), match.end())
        return
    value = arabic(match["num"], match["scale"])
    if match["scale2"]:
        value = arabic(str(value), match["scale2"])
    more = match["more"]
    yield _Token(
        "NUM", match.start(), match.start("more") if more and not match["scale2"] else match.end("scale2"), value=value
    )
    if more and not match["scale2"]:
        yield _Token("MORE", match.start("more"), match.end("more"))
    if match["unit"]:
        yield _Token("UNIT", match.start("unit"), match.end("unit"))


def _percent(text: str) -> Decimal | None:
    if text[-1] in "%％":
        return Decimal(text[:-1])
    if text[-1] == "‰":
        return Decimal(text[:-1]) / 10
    if text[1] == "成":
        return (hanzi(text[0]) or Decimal(0)) * 10 + (5 if text[2:] else 0)
    if text[1:3] == "分之":
        return (hanzi(text[3:]) or Decimal(0)) * 100 / (hanzi(text[0]) or Decimal(1))
    whole, _, part = text.removeprefix("百分之").partition("点")
    value = hanzi(whole)
    digits = hanzi(part) if part else Decimal(0)
    return value + digits / _TALLY ** len(part) if value is not None and digits is not None else None


def _words(text: str, start: int, end: int, edges: set[int]) -> Iterator[_Token]:
    """The stretch between marks as punctuation and words, cut where jieba cuts."""
    at = start
    for i in range(start, end):
        char = text[i]
        if char in _PUNCT or char in _QUIET:
            if at < i:
                yield _Token("W", at, i)
            if char in _PUNCT:
                yield _Token("P", i, i + 1)
            at = i + 1
        elif i in edges and at < i:
            yield _Token("W", at, i)
            at = i
    if at < end:
        yield _Token("W", at, end)


def _nodes(text: str, tokens: list[_Token], spans: dict[int, tuple[str, int]]) -> Iterator[Node]:
    i = 0
    while i < len(tokens):
        name, end = spans.get(i, ("", i + 1))
        group = tokens[i:end]
        first = group[0]
        whole = text[first.start : group[-1].end]
        if name:
            yield _figure(name, group, whole, text)
        elif first.tag == "YEAR":
            yield Node("year", first.start, first.end, whole, value=first.value)
        elif first.tag == "P":
            yield Node("punct", first.start, first.end, whole)
        elif first.senses:
            yield Node("term", first.start, first.end, whole, first.senses)
        else:
            yield Node("word", first.start, first.end, whole, note=first.tag)
        i = end


def _figure(name: str, group: list[_Token], whole: str, text: str) -> Node:
    numbers = [t for t in group if t.tag in ("NUM", "PCT", "POINTS")]
    number = numbers[-1] if numbers else group[-1]
    units = [t for t in group if t.tag == "UNIT"]
    moves = [s for t in group for s in t.senses if s.tag == "MOVE"]
    compared = any(s.tag == "COMPARE" for t in group for s in t.senses)
    unit = text[units[-1].start : units[-1].end] if units else ("%" if number.tag == "PCT" else "")
    senses = tuple(s for t in group for s in t.senses)
    note = moves[-1].value if moves else ""
    base = next((str(t.value) for t in group if t.tag == "COMPARE" and t.value is not None), "")
    return Node(
        name,
        group[0].start,
        group[-1].end,
        whole,
        senses,
        number.value,
        "个百分点" if number.tag == "POINTS" else unit,
        _relation(group),
        (number.start, number.end),
        f"{note}+{base}" if compared and note else note,
    )


def _relation(group: list[_Token]) -> str:
    for token in group:
        for sense in token.senses:
            if sense.tag == "ABOUT":
                return sense.value
            if sense.tag == "MORE":
                return "ge"
    return "ge" if any(t.tag == "MORE" for t in group) else "eq"


@lru_cache(maxsize=1)
def lexer() -> Lexer:
    """The lexer over the project's words and patterns."""
    return Lexer(claim_terms(), claim_patterns())
