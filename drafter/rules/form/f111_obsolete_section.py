"""“概述”“政府信息公开的收费及减免情况”“咨询处理情况”“附表”等，是 2019 年以前的栏目，早已取消。

改法：改用现行的六个部分；收费情况写在第六部分，复议诉讼写在第四部分。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.model.diagnostic import Severity
from drafter.model.facts import Facts
from drafter.model.span import Span
from drafter.rules.base import Bad, Finding, Good, Rule
from drafter.rules.form.basis import FORM_2021

_NAMES = (
    r"收费(?:情况)?(?:及|和|与)减免(?:情况)?|咨询处理情况|政府支出与收费情况"
    r"|机构设置(?:和|、|及)?(?:保障)?(?:经费|培训)[^\n\r，。]{0,10}|依申请公开政府信息收费[^\n\r，。]{0,10}"
)
_OLD = re.compile(
    r"^[ \t\u3000]*((?:[一二三四五六七八九十][、.．]|[（(][一二三四五六七八九十][)）])[ \t\u3000]*"
    rf"(?:政府信息公开(?:的)?)?(?:的)?(?:{_NAMES})[^\s，。]{{0,4}})[ \t\u3000]*$",
    re.MULTILINE,
)


def check(facts: Facts) -> Iterator[Finding]:
    """Headings of the forms in use before 2019."""
    for found in _OLD.finditer(facts.lined):
        span = Span(*found.span(1))
        yield Finding(span, f"“{found.group(1)}”是 2019 年以前的栏目，现行格式没有这一部分")


RULE = Rule(
    code="F111",
    name="obsolete-section",
    severity=Severity.WARNING,
    summary="不用 2019 年以前的旧栏目",
    basis=(FORM_2021,),
    needs=("sections",),
    check=check,
    examples=(
        Bad(lines={"六、其他需要": "⟦六、政府信息公开的收费及减免情况⟧\n没有收费。\n七、其他需要"}),
        Good(),
    ),
    first_year=2019,
)
