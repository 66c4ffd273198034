"""有数字没有量词：“主动公开政府信息260余。”补上“条”“件”等量词。"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.model.diagnostic import Severity
from drafter.model.facts import Facts
from drafter.rules.base import Bad, Finding, Good, Rule

_BARE = re.compile(
    r"(?<![\d.])\d+(?:余|多)(?=[，,。；;、（(])"
    r"|(?:公开|发布|更新)(?:各类)?(?:政府|政务)?信息(?:共|共计|累计)?(?P<plain>\d+)(?=[，。；;]|,(?!\d))"
    r"|(?:收到|受理|办理|办结|答复)(?:政府信息公开|依申请公开|公开)?申请(?:共|共计)?(?P<plain2>\d+)(?=[，。；;]|,(?!\d))"
)
# The end of every bare figure, which is quickly looked for.
_SIGN = re.compile(r"\d(?=[余多]?[，,。；;、（(])")


def check(facts: Facts) -> Iterator[Finding]:
    """Counts that stop before their measure word."""
    for view in facts.prose.views:
        for found in _BARE.finditer(view.text):
            start = next((found.start(g) for g in ("plain", "plain2") if found[g]), found.start())
            figure = view.text[start : found.end()]
            yield Finding(view.span(start, found.end()), f"“{figure}”后面少了量词（条、件等）", actual=figure)


RULE = Rule(
    code="C108",
    name="unit-missing",
    severity=Severity.ERROR,
    summary="数字后不缺量词",
    basis=("国办公开办函〔2021〕30号",),
    needs=("sections",),
    check=check,
    reach="paragraph",
    sign=_SIGN,
    examples=(
        Bad(sections={"overview": "全年主动公开政府信息⟦260余⟧。"}),
        Bad(sections={"overview": "全年主动公开政府信息⟦260⟧，收到政府信息公开申请5件。"}),
        Good(sections={"overview": "全年主动公开政府信息260余条，占比30%。"}),
        Good(sections={"overview": "全年公开政府信息12,306条，收到政府信息公开申请2,305件。"}),
        Good(sections={"overview": "联系电话：0379-65000000，邮编：471100。"}),
    ),
)
