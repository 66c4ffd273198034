"""汉字和汉字、汉字和数字、逗号顿号之后不留空格。全文只报一处，修改时一并改完。

行首缩进、对齐用的大段空白、小标题和正文之间的空格不算；PDF 里的空格多是排版造成的，不检查。
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from drafter.model.diagnostic import Severity
from drafter.model.facts import Facts
from drafter.rules.base import Bad, Finding, Good, Rule
from drafter.rules.punctuation.marks import HAN, MARKS_STANDARD, slips, together

_SPACE = r"[ \u3000\u00a0]{1,2}"
_PATTERN = re.compile(rf"(?<=[{HAN}，；：、）》”]){_SPACE}(?=[{HAN}0-9“《（])|(?<=[0-9%]){_SPACE}(?=[{HAN}])")
_SIGN = re.compile(rf"[ \u3000\u00a0](?<=[{HAN}，；：、）》”0-9%].)")
_SET_APART = re.compile(
    r"(?:^|[。；：\s0-9])(?:[一二三四五六七八九十]{1,3}、|[(（][一二三四五六七八九十]{1,3}[)）])[^，。；：、]{0,20}$"
    r"|第[一二三四五六七八九十百零〇\d]{1,6}[章节条编部]$|\d日$"
)
_IN_QUOTES = re.compile("[“《][^”》]*$")
_END = re.compile(r"[，。；！？]")
_FIGURE = re.compile(r"\d")
_FOOTER_REACH = 20
_FOOTER = re.compile(r"标识码|备案|版权所有|[主承]办单位|[主承]办[:：]|技术支持|网站地图")


def check(facts: Facts) -> Iterator[Finding]:
    """One finding for all places."""
    if facts.document.container == "pdf":
        return iter(())
    spaces = list(slips(facts, _PATTERN, "", _SIGN))
    lines = _Lines(facts.lined) if spaces else None
    found = [s for s in spaces if lines and not lines.set_apart(s.span.start)]
    return together(found, "汉字或数字之间有空格，全文共{n}处，请删去", "删去空格")


class _Lines:
    """The lines of a text, looked at once each: a line may be all there is."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._breaks = [m.start() for m in re.finditer("\n", text)]
        self._spoken: dict[int, bool] = {}

    def set_apart(self, at: int) -> bool:
        """Whether the space at an offset sets a heading, a number or a date apart, the halves of a slogan in quotation
        marks, or stands in a line that is no sentence (总 则) or the foot of a web page."""
        number = bisect_left(self._breaks, at)
        start = self._breaks[number - 1] + 1 if number else 0
        end = self._breaks[number] if number < len(self._breaks) else len(self._text)
        if _FOOTER.search(self._text, max(start, at - _FOOTER_REACH), min(end, at + _FOOTER_REACH)):
            return True
        if start not in self._spoken:
            self._spoken[start] = _END.search(self._text, start, end) is not None
        if not self._spoken[start]:
            return _FIGURE.search(self._text, max(start, at - 1), min(end, at + 2)) is None
        before = self._text[max(start, at - 40) : at]
        return _SET_APART.search(before) is not None or _IN_QUOTES.search(before) is not None


RULE = Rule(
    code="F502",
    name="space-in-chinese",
    severity=Severity.INFO,
    summary="汉字、数字之间不留空格",
    basis=(MARKS_STANDARD,),
    needs=("sentences",),
    check=check,
    reach="paragraph",
    examples=(
        Bad(text="全年公开信息⟦ ⟧80 条。"),
        Good(text="全年公开信息80条，使用Word 2016编写。"),
        Good(text="以“公开一份清单 方便一方群众”为主题开展宣传，发放《办事 一本通》80册。"),
        Good(text="网站标识码：3412000001 备案序号：皖00000001号 主办单位：青石镇人民政府"),
        Good(text="（一）主动公开 2024年公开信息80条。\n总 则\n第一条 为了规范公开工作，制定本办法。"),
    ),
)
