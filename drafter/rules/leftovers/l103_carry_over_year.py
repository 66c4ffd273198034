"""“结转……年继续办理”的年份应当是报告年度的下一年：2024 年的报告结转到 2025 年。

改法：改年份。上年结转到本年办理的，写“上年结转”。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.model.diagnostic import Related, Severity
from drafter.model.facts import Facts
from drafter.rules.base import Bad, Finding, Good, Rule

_CARRIED = re.compile(
    r"(?:结转|转结|顺延|留转|跨年)(?:至|到|入)?(?P<year>20\d\d)年(?:度)?(?=(?:继续)?(?:办|答|处)|[\d，。；、（]|$)"
)
_FROM = re.compile(
    r"(?P<year>20\d\d)年度?(?:结转|转结|顺延|留转)(?:来|过来|下来)?的?(?=[\d一二两三四五六七八九十]+[件宗])"
)
_BEFORE = 12
"""Characters before in which it may be said from when on."""
_INTO = re.compile(r"上年|上一年|去年|20\d\d年(?:度)?$|从|由")


def check(facts: Facts) -> Iterator[Finding]:
    """Applications carried into a year that is not the next."""
    title = (Related("报告的年份", facts.report.year_span),) if facts.report.year_span else ()
    for view in facts.prose.views:
        for found in _CARRIED.finditer(view.text):
            year = int(found["year"])
            before = view.text[max(found.start() - _BEFORE, 0) : found.start()]
            into = year == facts.year and _INTO.search(before)
            if facts.year is None or year == facts.year + 1 or into:
                continue
            yield Finding(
                view.span(*found.span("year")),
                f"{facts.year} 年的报告应结转到 {facts.year + 1} 年，这里写 {year} 年",
                title,
                expected=facts.year + 1,
                actual=year,
            )
        for found in _FROM.finditer(view.text):
            year = int(found["year"])
            if facts.year is not None and year < facts.year - 1:
                yield Finding(
                    view.span(*found.span("year")),
                    f"{facts.year} 年的报告里结转来的应是 {facts.year - 1} 年的，这里写 {year} 年",
                    title,
                    expected=facts.year - 1,
                    actual=year,
                    severity=Severity.WARNING,
                )


RULE = Rule(
    code="L103",
    name="carry-over-year",
    severity=Severity.ERROR,
    summary="结转到报告年度的下一年",
    basis=("国办公开办函〔2021〕30号表三第四项",),
    needs=("year", "sections"),
    check=check,
    reach="paragraph",
    sign=re.compile("结转|转结|顺延|留转|跨年"),
    examples=(
        Bad(sections={"overview": "办结5件，1件结转⟦2024⟧年继续办理。"}),
        Bad(sections={"overview": "办结5件，结转至⟦2023⟧年1件。"}),
        Bad(sections={"overview": "新收5件，连同⟦2022⟧年结转的1件，共6件。"}),
        Good(sections={"overview": "新收5件，连同2023年结转的1件，共6件。"}),
        Good(sections={"overview": "办结5件，1件结转2025年继续办理。"}),
        Good(sections={"overview": "2023年结转2024年办理的1件已办结。上年结转至2024年办理1件。"}),
    ),
)
