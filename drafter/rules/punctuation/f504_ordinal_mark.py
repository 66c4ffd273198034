"""序号后面的标点：“一、”用顿号，“1.”用下脚点，“（一）”“（1）”后面不加标点。

常见错误：“一.”“一，”“1、”“（一）、”。全文只报一处，修改时一并改完。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.model.diagnostic import Severity
from drafter.model.facts import Facts
from drafter.model.span import Span
from drafter.rules.base import Bad, Finding, Good, Rule
from drafter.rules.punctuation.marks import MARKS_STANDARD, Slip, search, together

_HAN_ORDINAL = re.compile(r"^([ \t\u3000]*[一二三四五六七八九十]{1,3})[.．，](?=[^\d\s])", re.MULTILINE)
_FIGURE = re.compile(r"^([ \t\u3000]*\d{1,2})、(?!\d)", re.MULTILINE)
_BRACKETED = re.compile(r"^([ \t\u3000]*[(（](?:[一二三四五六七八九十]{1,3}|\d{1,2})[)）])[、，．.：:]", re.MULTILINE)


def check(facts: Facts) -> Iterator[Finding]:
    """One finding for each kind of ordinal."""
    yield from together(_slips(facts, _HAN_ORDINAL, "、"), "汉字序号后面用顿号，全文共{n}处，如“一、”", "改为顿号")
    yield from together(_slips(facts, _FIGURE, "."), "阿拉伯数字序号后面用下脚点，全文共{n}处，如“1.”", "改为下脚点")
    message = "带括号的序号后面不加标点，全文共{n}处"
    yield from together(_slips(facts, _BRACKETED, ""), message, "删去序号后面的标点")


def _slips(facts: Facts, pattern: re.Pattern[str], right: str) -> Iterator[Slip]:
    for found in search(facts, pattern):
        yield Slip(Span(found.end(1), found.end()), right)


RULE = Rule(
    code="F504",
    name="ordinal-mark",
    severity=Severity.WARNING,
    summary="序号后面的标点",
    basis=(MARKS_STANDARD,),
    needs=("sentences",),
    check=check,
    reach="paragraph",
    sign=re.compile(r"[、，．.：:](?<=[一二三四五六七八九十\d)）][、，．.：:])"),
    examples=(
        Bad(text="1⟦、⟧主动公开信息80条。\n2、受理申请3件。"),
        Bad(text="（一）⟦、⟧主动公开信息80条。"),
        Bad(text="一⟦.⟧主动公开信息80条。"),
        Good(text="一、主动公开\n（一）发布信息\n1.文件\n1、2月份各发布3条。"),
    ),
)
