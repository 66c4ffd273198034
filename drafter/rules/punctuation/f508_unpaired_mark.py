"""括号、引号、书名号要成对。只有一半的，或者漏打，或者方向打反（“……“）。

一段引文分成几段写、每段只有前引号的，不报。
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from drafter.model.diagnostic import Severity
from drafter.model.facts import Facts
from drafter.model.span import Span
from drafter.rules.base import Bad, Finding, Good, Rule
from drafter.rules.punctuation.marks import MARKS_STANDARD

_PAIRS = {"（": "）", "《": "》", "“": "”", "〔": "〕", "【": "】", "〈": "〉", "「": "」"}
_CLOSERS = {close: opener for opener, close in _PAIRS.items()}
_FULL = {"(": "（", ")": "）"}
_MARK = re.compile(f"[{''.join(_PAIRS)}{''.join(_CLOSERS)}()]")
_FAR = 2000
"""Characters between two marks beyond which they are no pair."""


def check(facts: Facts) -> Iterator[Finding]:
    """One finding for every mark without its partner in its paragraph or the next one."""
    text = facts.text
    alone = [line.start + at for line, words in facts.prose.lines for at in _alone(words)]
    lonely = _unmatched(text, alone)
    quotes = [at for at in lonely if text[at] in "“”"]
    turned = len(quotes) > 1 and text.count("“") == text.count("”")
    for at in lonely:
        mark = _FULL.get(text[at], text[at])
        if mark in "“”" and turned:
            continue
        if mark in "）〕】" and _is_ordinal(text, at):
            continue
        partner = _PAIRS.get(mark) or _CLOSERS[mark]
        yield Finding(Span(at, at + 1), f"“{facts.text[at]}”没有配对的“{partner}”，请补全或删去")


@lru_cache(maxsize=512)
def _alone(line: str) -> tuple[int, ...]:
    """The places of the marks that have no partner in their line."""
    return tuple(_unmatched(line, [found.start() for found in _MARK.finditer(line)]))


def _unmatched(text: str, places: Iterable[int]) -> list[int]:
    """The places whose mark has no partner among the others, or only one that is far off."""
    waiting: dict[str, list[int]] = {opener: [] for opener in _PAIRS}
    lonely: list[int] = []
    for at in places:
        char = _FULL.get(text[at], text[at])
        if char in _PAIRS:
            waiting[char].append(at)
        elif char in _CLOSERS:
            openers = waiting[_CLOSERS[char]]
            if openers and at - openers[-1] <= _FAR:
                openers.pop()
            else:
                lonely.append(at)
    return sorted(at for alone in (lonely, *waiting.values()) for at in alone)


def _is_ordinal(text: str, at: int) -> bool:
    """Whether a closing bracket belongs to an ordinal such as `1）`."""
    return re.search(r"(?:^|[。；：\s])(?:[一二三四五六七八九十]{1,3}|\d{1,2})$", text[max(0, at - 6) : at]) is not None


RULE = Rule(
    code="F508",
    name="unpaired-mark",
    severity=Severity.WARNING,
    summary="括号、引号、书名号成对",
    basis=(MARKS_STANDARD,),
    needs=("sentences",),
    check=check,
    examples=(
        Bad(text="公开信息80条⟦（⟧含解读3条，受理申请3件。"),
        Bad(text="落实⟦“⟧三审三校制度。"),
        Good(text="公开信息80条（含解读3条），落实“三审三校”制度。"),
        Good(text="做好两项工作：1）加强培训；2）做好审核。"),
    ),
)
