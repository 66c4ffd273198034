"""`drafter new` 留下的【请填写：……】【请确认：……】还没有处理。

改法：【请填写】换成实际情况；【请确认】里的话属实的去掉记号留下，不属实的整句删去。处理完以前不要报送。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.model.diagnostic import Severity
from drafter.model.facts import Facts
from drafter.rules.base import Bad, Finding, Good, Rule

_OPEN = re.compile(r"【请(填写|确认)[^【】]*】")
_MESSAGES = {
    "填写": "还没有填写：请换成实际情况",
    "确认": "还没有确认：属实的去掉【】留下，不属实的整句删去",
}


def check(facts: Facts) -> Iterator[Finding]:
    """Places that a composed draft leaves to the agency."""
    for view in facts.prose.views:
        for found in _OPEN.finditer(view.text):
            yield Finding(view.span(found.start(), found.end()), _MESSAGES[found[1]])


RULE = Rule(
    code="L304",
    name="open-place",
    severity=Severity.ERROR,
    summary="草稿里待填写、待确认的地方已经处理",
    basis=("国办公开办函〔2021〕30号",),
    needs=("sections",),
    check=check,
    reach="paragraph",
    sign=re.compile("【请"),
    examples=(
        Bad(
            sections={
                "overview": "主动公开信息⟦【请填写：全年条数】⟧条。⟦【请确认：按月核对栏目。】⟧"
                "村务公开栏按季更换。⟦【请确认：上一句沿用上年】⟧"
            }
        ),
        Good(),
        Good(sections={"overview": "开设【政策问答】专栏，请确认信息后提交。"}),
    ),
)
