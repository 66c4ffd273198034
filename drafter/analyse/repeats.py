"""Characters and words that stand twice where once is meant."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.analyse.wordbounds import at_word_bounds, word_sides
from drafter.model.facts import Match
from drafter.model.view import View

DOUBLED = "W301"

_HAN = "一-龥"
_CHARACTER_TWICE = re.compile(rf"(?<!一)([{_HAN}])\1(?!\1)")
_WORD_TWICE = re.compile(rf"([{_HAN}]{{2,10}})\1")
# Words that are doubled on purpose (研究研究), and words that may meet themselves without a slip (人民政府政府信息).
_MAY_DOUBLE = frozenset(
    re.findall("..", "研究讨论商量考虑学习了解规定组织代表年度设计保管政府部门生产会议委员决定规划计划技术工程")
)
# Characters that are words by themselves and may stand before or after a word that repeats them (可以|以电子方式).
_LONE = frozenset(
    "的地得了着过以为对在由和与同及从自向将被把让使给到于而或则又也都就还再不没无有是要会能可应须需用做作当管查看说讲进出上下"
    "一二两三四五六七八九十百千万亿第各每某本该其此大小新老高低多少全总副双单半内外前后中里年月日时分秒"
    "国省市县区镇乡村州盟旗街局厅部委院校处科股所站队办室组馆户家人个件条次项名份期税证反主产任住段点路号天层步事并习图建车船港关网水电气书店房园厂"
    # of given names
    "丽娜婷媛莉琳萍莹蓉颖倩芳芬燕玲珍菲霞洋洁佳晶雪雯珊妮磊鑫淼焱垚晨彬琪琦璐璇瑶蓓蕾薇茜茵莎菁霖冰嘉"
)


def repeat_matches(prose: View, single: str = "") -> Iterator[Match]:
    """Doubled characters and words. `single` are characters that no word doubles."""
    yield from _characters(prose, single)
    yield from _words(prose)


def _characters(prose: View, single: str) -> Iterator[Match]:
    for found in _CHARACTER_TWICE.finditer(prose.text):
        char, middle = found[1], found.start() + 1
        lone = word_sides(prose.text, middle)
        if (char in single and lone not in ("neither", "word")) or (char not in _LONE and lone == "one"):
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
    near = max(at - 60, 0)
    low = max(text.rfind("\n", near, at), near)
    return "首页" in text[low:at] or "当前位置" in text[low:at]


def _halves_double(word: str) -> bool:
    """Whether the word is itself a doubling (一个一个), which the shorter word has to answer for."""
    return len(word) % 2 == 0 and word[: len(word) // 2] == word[len(word) // 2 :]
