"""Characters, words and sentences that stand twice where once is meant."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from drafter.analyse.wordbounds import at_word_bounds, meets
from drafter.model.facts import Match, Sentence
from drafter.model.span import Span
from drafter.model.view import View

DOUBLED = "W301"
REPEATED = "W302"

_HAN = "一-龥"
_WORD_TWICE = re.compile(rf"([{_HAN}]{{2,10}})\1")
_CLAUSE_TWICE = re.compile(rf"(?<![^，。；：、！？\n])([{_HAN}0-9“”《》〔〕（）、]{{6,60}})[，；。]\1(?=[，。；\n]|$)")
_MARKS = re.compile(rf"[^{_HAN}0-9A-Za-z]")
_SHORTEST = 14
"""Characters of a sentence below which saying it twice is no sign of a slip."""
# Words that official prose doubles, and words whose end and beginning meet without a slip (安全生产/生产经营).
_MAY_DOUBLE = frozenset(
    re.findall(
        "..",
        "研究讨论商量考虑学习宣传了解比较很多非常许多"
        "生产经营行政发展法律服务管理工程建设安全会议委员教育技术企业信息国家公共社会经济人民"
        "规定组织代表工作保管设计年度政府部门决定规划计划报告申请领导",
    )
)


def repeat_matches(prose: View, sentences: Sequence[Sentence], single: str = "") -> Iterator[Match]:
    """Doubled characters (those of `single`, which never double), doubled words, repeated clauses and sentences."""
    if single:
        yield from _characters(prose, single)
    yield from _words(prose)
    yield from _clauses(prose)
    yield from _sentences(prose, sentences)


def _characters(prose: View, single: str) -> Iterator[Match]:
    for found in re.finditer(rf"([{re.escape(single)}])\1", prose.text):
        char, middle = found[1], found.start() + 1
        if meets(prose.text, middle):
            continue
        yield Match(
            f"doubled:{char}",
            prose.span(found.start(), found.end()),
            char,
            "warning",
            f"“{char}{char}”疑为重字，应为“{char}”",
            DOUBLED,
        )


def _words(prose: View) -> Iterator[Match]:
    for found in _WORD_TWICE.finditer(prose.text):
        word, middle = found[1], found.start() + len(found[1])
        if _may_double(word) or _in_menu(prose.text, middle):
            continue
        if _is_word(prose.text, found.start(), middle) and _is_word(prose.text, middle, found.end()):
            yield Match(
                f"doubled:{word}",
                prose.span(found.start(), found.end()),
                word,
                "warning",
                f"“{word}”连写了两遍",
                DOUBLED,
            )


def _is_word(text: str, start: int, end: int) -> bool:
    return at_word_bounds(text, start, end, "word")


def _may_double(word: str) -> bool:
    """Whether doubling is lawful: 人人 (one character answers for itself), 一件一件, 研究研究, 安全生产/生产经营."""
    return len(set(word)) == 1 or word[0] in "一几的逐" or word in _MAY_DOUBLE or _halves_double(word)


def _in_menu(text: str, at: int) -> bool:
    """Whether the line is a web page's trail of links (当前位置：首页政务公开政府信息公开…)."""
    low = max(text.rfind("\n", 0, at), at - 60, 0)
    return "首页" in text[low:at] or "当前位置" in text[low:at]


def _halves_double(word: str) -> bool:
    """Whether the word is itself a doubling (一个一个), which the shorter word has to answer for."""
    return len(word) % 2 == 0 and word[: len(word) // 2] == word[len(word) // 2 :]


def _clauses(prose: View) -> Iterator[Match]:
    for found in _CLAUSE_TWICE.finditer(prose.text):
        clause, again = found[1], found.end() - len(found[1])
        first = prose.span(found.start(1), found.end(1))
        yield Match(
            f"repeated:{clause}",
            prose.span(again, found.end()),
            "",
            "warning",
            f"“{clause[:20]}”连着写了两遍，请删去一处",
            REPEATED,
            "display",
            (first,),
        )


def _sentences(prose: View, sentences: Sequence[Sentence]) -> Iterator[Match]:
    seen: dict[str, tuple[int, Span]] = {}
    paragraph = 0
    for last, here in pairwise([None, *sentences]):
        assert here is not None
        paragraph += _apart(prose, last, here)
        words = _MARKS.sub("", prose.text[prose.at(here.span.start) : prose.at(here.span.end)])
        if len(words) < _SHORTEST or not _is_statement(prose, here):
            continue
        before = seen.get(words)
        if before and paragraph - before[0] <= 1:
            yield Match(
                f"repeated:{words}", here.span, "", "warning", "这句话在上文刚写过，请删去一处", REPEATED,
                "display", (before[1],),
            )  # fmt: skip
        seen[words] = (paragraph, here.span)


def _is_statement(prose: View, here: Sentence) -> bool:
    """Whether a sentence ends in a mark and is no note in brackets: titles and notes may well stand twice."""
    last = prose.text[prose.at(here.span.end) - 1]
    return last in "。；！？" and prose.text[prose.at(here.span.start)] not in "（("


def _apart(prose: View, last: Sentence | None, here: Sentence) -> bool:
    """Whether a paragraph ends between two sentences."""
    return last is not None and "\n" in prose.text[prose.at(last.span.end) - 1 : prose.at(here.span.start)]
