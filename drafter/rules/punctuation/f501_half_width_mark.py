"""中文语句里的逗号、句号、分号、冒号、问号、叹号和括号用全角（，。；：？！（）），不用半角（,.;:?!()）。

全文只报一处，修改时一并改完。数字里的小数点、千分位、时间的冒号、网址和邮箱不算。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.model.diagnostic import Severity
from drafter.model.facts import Facts
from drafter.model.span import Span
from drafter.rules.base import Bad, Finding, Good, Rule
from drafter.rules.punctuation.marks import HAN, MARKS_STANDARD, Slip, search, together, without_overlaps

_MARKS = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！", ".": "。", "(": "（", ")": "）"}
_BEFORE = rf"[{HAN}”》）〕\]]"
_BETWEEN = re.compile(rf"(?<={_BEFORE})[,;:?!](?!//)(?!\s*[a-zA-Z]:)|(?<=[0-9%）])[,;:?!](?=[{HAN}“《（])")
_STOP = re.compile(
    rf"(?<=[{HAN}”》）〕%])(?<![一二三四五六七八九十])\.(?=[{HAN}“《（]|\s*$)|(?<=\))\.(?=\s*$)", re.MULTILINE
)
_BETWEEN_SIGN, _STOP_SIGN = re.compile("[,;:?!]"), re.compile(r"\.")
_BRACKETS = re.compile(rf"(\()([^()（）\n]*[{HAN}][^()（）\n]*)(\))")


def check(facts: Facts) -> Iterator[Finding]:
    """One finding for all half-width marks."""
    message = "中文语句里用了半角标点，全文共{n}处，应改用全角标点"
    return together(without_overlaps(list(_slips(facts))), message, "半角标点改为全角标点")


def _slips(facts: Facts) -> Iterator[Slip]:
    for found in (*search(facts, _BETWEEN, _BETWEEN_SIGN), *search(facts, _STOP, _STOP_SIGN)):
        yield Slip(Span(*found.span()), _MARKS[found.group()])
    for found in search(facts, _BRACKETS):
        yield Slip(Span(*found.span(1)), "（")
        yield Slip(Span(*found.span(3)), "）")


RULE = Rule(
    code="F501",
    name="half-width-mark",
    severity=Severity.WARNING,
    summary="中文里用全角标点",
    basis=(MARKS_STANDARD,),
    needs=("sentences",),
    check=check,
    reach="paragraph",
    sign=re.compile("[,;:?!.(]"),
    examples=(
        Bad(text="全年公开信息80条⟦,⟧其中政策文件3件;详见门户网站(县级)。"),
        Good(text="全年公开信息1,200条，网址http://www.example.cn/a?b,c，上午9:30办理，增长1.5%。"),
        Good(text="统计期限为全年，共80条（含解读3条）。"),
    ),
)
