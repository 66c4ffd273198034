"""年度报告的依据是条例第四十九条、第五十条。2019 年修订以前是第三十一条、第三十二条，旧条号不要再用。

改法：换成第四十九条（谁在什么时候公布）、第五十条（写什么）。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.model.diagnostic import Severity
from drafter.model.facts import Facts
from drafter.rules.base import Bad, Finding, Good, Rule
from drafter.rules.form.basis import LAW_49, LAW_50, sentence_of

_FORMER = re.compile(r"条例》?(?:（以下简称[^）]{2,8}）)?(?:的)?第(?:三十一条|三十二条|31条|32条)")
_REPORT = re.compile(r"年度报告|编制本?报告|公布")


def check(facts: Facts) -> Iterator[Finding]:
    """The former articles on annual reports, named as the basis of one."""
    for view in facts.prose.views:
        for found in _FORMER.finditer(view.text):
            if _REPORT.search(sentence_of(view.text, *found.span())):
                at = found.group().rindex("第")
                span = view.span(found.start() + at, found.end())
                message = f"“{found.group()[at:]}”是修订前的条号；年度报告现在规定在第四十九条、第五十条"
                yield Finding(span, message)


RULE = Rule(
    code="F407",
    name="former-article",
    severity=Severity.WARNING,
    summary="不引修订前的条号",
    basis=(LAW_49, LAW_50),
    needs=("sections",),
    check=check,
    reach="paragraph",
    sign=re.compile(r"第(?=三十[一二]条|3[12]条)"),
    examples=(
        Bad(preamble="根据《条例》⟦第三十一条⟧规定，编制本年度报告。统计期限为2024年1月1日至12月31日。"),
        Good(preamble="根据《条例》第五十条规定，编制本年度报告。统计期限为2024年1月1日至12月31日。"),
        Good(sections={"other": "依照《条例》第三十一条确定收到申请的时间，未收取信息处理费。"}),
    ),
    first_year=2019,
)
