"""一句话与上年报告一字不差，连年份也还是上年的。

多半是在上年报告上修改时漏改了这一句。请核对这句说的是不是本年度的事：是的话改年份和数字，不是的话删去。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.model.diagnostic import Related, Severity
from drafter.model.facts import Facts
from drafter.model.pieces import pieces
from drafter.model.view import bare
from drafter.rules.base import Bad, Finding, Good, Rule, Sample
from drafter.rules.duplication.carried import substance

# Last year's year may well be meant: a comparison, a budget year, the date of a meeting or a paper.
_MEANT = re.compile(r"上年|去年|较|比|增长|下降|减少|决算|历年|自\d{4}年|至\d{4}年|以来|〔\d{4}〕|\d{4}年\d{1,2}月")
_LEAST = 10


def check(facts: Facts) -> Iterator[Finding]:
    """Sentences equal to last year's that name last year as that report did its own."""
    previous = facts.previous
    year = previous.report.year if previous else None
    if previous is None or year is None or facts.year is None or year >= facts.year:
        return
    old = previous.document.text
    before = {bare(s.of(old)): s for n in previous.report.narrative for s in pieces(old, n)}
    stated = re.compile(rf"(?<!\d){year}(?=年)")
    for sentence in facts.sentences:
        if sentence.section == "preamble":
            continue
        for span in pieces(facts.text, sentence.span):
            text = bare(span.of(facts.text))
            if text in before and stated.search(text) and not _MEANT.search(text) and substance(text) >= _LEAST:
                yield Finding(
                    span,
                    f"与 {year} 年报告一字不差，年份也还是 {year} 年；请核对是不是漏改",
                    (Related(f"{year} 年报告", before[text], previous.origin),),
                    expected=facts.year,
                    actual=year,
                )


RULE = Rule(
    code="D101",
    name="year-carried-over",
    severity=Severity.WARNING,
    summary="整句照搬上年报告，年份也没有改",
    basis=("国办公开办函〔2021〕30号",),
    needs=("previous", "sentences", "year"),
    check=check,
    examples=(
        Bad(
            sections={"problems": "⟦2023年，本镇信息更新不够及时，村公开栏陈旧。⟧2025年将加强督促。"},
            previous=Sample(
                year=2023,
                sections={"problems": "2023年，本镇信息更新不够及时，村公开栏陈旧。2024年将加强督促。"},
            ),
        ),
        Good(
            sections={"problems": "2024年，本镇信息更新不够及时，村公开栏陈旧。2025年将加强督促。"},
            previous=Sample(
                year=2023,
                sections={"problems": "2023年，本镇信息更新不够及时，村公开栏陈旧。2024年将加强督促。"},
            ),
        ),
    ),
)
