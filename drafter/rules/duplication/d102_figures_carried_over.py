"""一句话与上年报告相同，里面的工作量数字也与上年完全一样。

各年的发布条数、培训人次等很少恰好相等，多半是照搬上年后没有更新。请按本年台账核对数字；确实相同的可以不改。
只看发布、培训、办理一类当年做了多少的数字；机构数、账号数等本来就不常变的不看。
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from drafter.model.diagnostic import Related, Severity
from drafter.model.facts import Facts
from drafter.rules.base import Bad, Finding, Good, Rule, Sample
from drafter.rules.duplication.carried import carried, wording

_DONE = re.compile(
    r"(?:公开|发布|发出|发放|编发|转发|更新|上传|推送|举办|开展|组织|召开|培训|收到|受理|办理|办结|答复|回复|解读|回应|处理|整改|检查|通报|接待|采纳|征集)"
    r"[^，。；\d]{0,18}?(\d+(?:\.\d+)?)余?(?:件次|人次|场次|件|条|篇|次|期|场|份|项|人|个|起|宗)"
)
_LARGE = 10


def check(facts: Facts) -> Iterator[Finding]:
    """Carried sentences whose figures of work done are last year's: one of ten and more, or two above one."""
    previous = facts.previous
    year = previous.report.year if previous else None
    if previous is None or year is None or facts.year is None or year >= facts.year:
        return
    for found in carried(facts, previous):
        if wording(found.text, facts.year) != wording(found.text_before, year):
            continue
        figures = [Decimal(n) for n in _DONE.findall(wording(found.text, facts.year))]
        if any(n >= _LARGE for n in figures) or sum(n > 1 for n in figures) > 1:
            shown = "、".join(str(n) for n in figures)
            yield Finding(
                found.sentence.span,
                f"数字 {shown} 与 {year} 年报告同一句完全相同；请按本年台账核对",
                (Related(f"{year} 年报告", found.before, previous.origin),),
                actual=shown,
            )


RULE = Rule(
    code="D102",
    name="figures-carried-over",
    severity=Severity.WARNING,
    summary="整句照搬上年报告，工作量数字也没有变",
    basis=("国办公开办函〔2021〕30号",),
    needs=("previous", "sentences", "year"),
    check=check,
    examples=(
        Bad(
            sections={"problems": "⟦全年更新公开栏147条，走访群众听取意见。⟧仍有更新慢的问题，2025年加以改进。"},
            previous=Sample(
                year=2023,
                sections={
                    "overview": "全年发布信息98条。",
                    "problems": "全年更新公开栏147条，走访群众听取意见。人手不足的问题突出，2024年加以改进。",
                },
            ),
        ),
        Good(
            sections={"problems": "全年更新公开栏163条，走访群众听取意见。仍有更新慢的问题，2025年加以改进。"},
            previous=Sample(
                year=2023,
                sections={
                    "overview": "全年发布信息98条。",
                    "problems": "全年更新公开栏147条，走访群众听取意见。人手不足的问题突出，2024年加以改进。",
                },
            ),
        ),
    ),
)
