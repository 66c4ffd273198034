"""量词前面用“两”不用“二”：两个方面、两次会议。“第二个”“十二个”不算。"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.model.diagnostic import Safety, Severity
from drafter.model.facts import Facts
from drafter.rules.base import Bad, Finding, Good, Rule
from drafter.rules.punctuation.marks import FIGURES_STANDARD, one_by_one, slips

_PATTERN = re.compile(
    r"(?<![第十百千零〇\d初之])二(?=个(?:方面|单位|部门|问题|渠道)|次(?:会议|培训|活动|检查)|名(?:工作|人员)|件(?:申请|文件)|项(?:工作|措施))"
)
_SIGN = re.compile("二(?=[个次名件项])")


def check(facts: Facts) -> Iterator[Finding]:
    """A finding for every place."""
    return one_by_one(facts, slips(facts, _PATTERN, r"两", _SIGN), "量词前面用“两”不用“二”", Safety.UNSAFE)


RULE = Rule(
    code="F605",
    name="two",
    severity=Severity.WARNING,
    summary="量词前用“两”",
    basis=(FIGURES_STANDARD,),
    needs=("sentences",),
    check=check,
    reach="paragraph",
    sign=_SIGN,
    examples=(
        Bad(text="存在⟦二⟧个方面的不足。"),
        Good(text="第二个方面，召开十二次会议，存在两个方面的不足。"),
    ),
)
