"""Marks that only dress the text: Markdown's emphasis and ruled lines are no blanks to be filled in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from drafter.model.span import Span

_SIGN = re.compile(r"[*＊_＿][ \t]*[*＊_＿]")
_EMPHASIS = re.compile(
    r"(?P<star>(?<![*＊\\])[*＊]{2,3})(?=[^\s*＊])(?P<words>[^*＊\n]*[^\s*＊])(?P=star)(?![*＊])"
    r"|(?P<wide>(?<![*＊\\])[*＊]{2,3})(?P<apart>[ \t][^*＊\n]*[ \t])(?P=wide)(?![*＊])"
    r"|(?P<line>(?<![\w\\])_{2,3})(?=[^\s_])(?P<said>[^_\n]*[^\s_：:])(?P=line)(?!\w)"
)
_RULED = re.compile(r"^[ \t>]*(?:[*＊_＿=—-][ \t]*){3,}$", re.MULTILINE)
_MARK = re.compile(r"[、，。；：！？,;:!?·）)》”】]")
_PLACE = re.compile(r"(?:自治)?[省市区县旗镇乡村厅局委办科室站所队号年月日个件条次元人]|街道|社区|同志|部门|单位|机关")
"""Words that stand between two blanks: **市**局, **镇**村."""


@lru_cache(maxsize=4)
def dressing(text: str) -> tuple[Span, ...]:
    """The spans, in text order, of marks that make words bold and of lines that are a rule; each mark by itself."""
    return tuple(sorted(_dressing(text))) if _SIGN.search(text) else ()


def _dressing(text: str) -> Iterator[Span]:
    for found in _RULED.finditer(text):
        yield Span(*found.span())
    for found in _EMPHASIS.finditer(text):
        words = found["words"] or found["said"] or found["apart"]
        size = len(found["star"] or found["line"] or found["wide"])
        joined = found.start() > 0 and text[found.start() - 1].isalnum()
        if _PLACE.fullmatch(words.strip()) or (joined and _MARK.match(words)):
            continue
        yield Span(found.start(), found.start() + size)
        yield Span(found.end() - size, found.end())
