"""“截至2023年底”出现在 2024 年的报告里：统计的截止日应当是报告年度的年底。

拿上年年底的数作比较的不报。改法：改年份，并核对后面的数字是不是今年的。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.model.diagnostic import Related, Severity
from drafter.model.facts import Facts
from drafter.rules.base import Bad, Finding, Good, Rule
from drafter.rules.form.basis import sentence_of

_AS_OF = re.compile(r"截[至止](?:到|至)?(20\d\d)年(?:年?底|年?末|12月)")
_COMPARED = re.compile("较|比|决算|审计|评估|时任|增长|减少|原")


def check(facts: Facts) -> Iterator[Finding]:
    """截至 with the end of an earlier year."""
    title = (Related("报告的年份", facts.report.year_span),) if facts.report.year_span else ()
    for view in facts.prose.views:
        for found in _AS_OF.finditer(view.text):
            year = int(found[1])
            around = sentence_of(view.text, found.start(), found.end())
            if facts.year is None or year >= facts.year or f"{facts.year}年" in around or _COMPARED.search(around):
                continue
            yield Finding(
                view.span(*found.span(1)),
                f"报告是 {facts.year} 年的，这里写“{found.group()}”",
                title,
                expected=facts.year,
                actual=year,
            )


RULE = Rule(
    code="L102",
    name="as-of-year",
    severity=Severity.WARNING,
    summary="“截至”的年份是报告的年份",
    basis=("《中华人民共和国政府信息公开条例》第四十九条",),
    needs=("year", "sections"),
    check=check,
    reach="paragraph",
    sign=re.compile("截(?=[至止])"),
    examples=(
        Bad(sections={"overview": "截至⟦2023⟧年12月31日，现行有效行政规范性文件2件。"}),
        Good(sections={"overview": "截至2024年底，现行有效行政规范性文件2件。"}),
        Good(sections={"overview": "截至2023年底有公开栏12处，2024年增加3处。"}),
    ),
)
