"""做完的不会比要做的多：任务57项，已完成62项；做完的加上剩下的，要等于要做的：征集建议83条，采纳65条，未采纳27条。

“办结”“答复”里可能有上年结转来的，只比收到的多而没写还剩多少时，只提示。政府信息公开申请另按表三核对。
改法：核对台账，改总数、完成数或剩余数。
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.model.claim import Figure, Progress
from drafter.model.diagnostic import Related, Severity
from drafter.model.facts import Facts
from drafter.rules.base import Bad, Finding, Good, Rule
from drafter.rules.claims.places import amount, number


def check(facts: Facts) -> Iterator[Finding]:
    """Work done that does not fit what there was to do."""
    asked = {c.number_span for c in facts.claims if c.cell.startswith(("requests.", "review."))}
    for work in facts.survey.progress:
        if work.whole.number_span in asked or work.done.number_span in asked:
            continue
        if work.left is not None and work.done.value + work.left.value != work.whole.value:
            yield _unequal(work, work.left)
        elif work.left is None and work.done.value > work.whole.value:
            yield _exceeds(work)


def _exceeds(work: Progress) -> Finding:
    whole, done = work.whole, work.done
    return Finding(
        done.number_span,
        f"“{whole.label}”共 {amount(whole.value)}{whole.unit}，“{done.label}”却有 {amount(done.value)}{done.unit}",
        _places(whole, done),
        expected=number(whole.value),
        actual=number(done.value),
        severity=Severity.INFO if work.may_exceed else None,
    )


def _unequal(work: Progress, left: Figure) -> Finding:
    whole, done = work.whole, work.done
    total = done.value + left.value
    return Finding(
        done.number_span,
        f"“{done.label}”{amount(done.value)}＋“{left.label}”{amount(left.value)}＝{amount(total)}，"
        f"不等于“{whole.label}”{amount(whole.value)}",
        _places(whole, done, left),
        expected=number(whole.value - left.value) if whole.value >= left.value else None,
        actual=number(done.value),
    )


def _places(*figures: Figure) -> tuple[Related, ...]:
    return tuple(Related(f"{f.label}：{amount(f.value)}{f.unit}", f.number_span) for f in figures)


RULE = Rule(
    code="C111",
    name="more-done-than-due",
    severity=Severity.WARNING,
    summary="完成数与任务数、剩余数相符",
    basis=("国办公开办函〔2021〕30号",),
    needs=("claims",),
    check=check,
    reach="claims",
    examples=(
        Bad(sections={"overview": "督察反馈的57项整改任务，已完成⟦62⟧项。"}),
        Bad(sections={"overview": "征集意见建议83条，已采纳⟦65⟧条，未采纳的27条均说明了理由。"}),
        Bad(sections={"overview": "针对反馈的5个问题，镇政府建立台账，已整改⟦6⟧个，剩余1个计划下年完成。"}),
        Bad(sections={"other": "热线转办工单517件，办结⟦525⟧件，正在办理2件。"}),
        Bad(sections={"overview": "组织满意度测评，参评的86人中满意的⟦94⟧人。"}),
        Good(sections={"overview": "组织满意度测评，参评的86人中满意的84人，其中3个中心小学120人。"}),
        Good(sections={"overview": "督察反馈的57项整改任务，已完成52项。征集建议83条，采纳56条，未采纳27条。"}),
        Good(sections={"overview": "针对反馈的5个问题，已整改4个，剩余1个计划下年完成。"}),
        Good(sections={"other": "热线转办工单517件，上年结转9件，办结525件，正在办理1件。"}),
        Good(sections={"overview": "新收政府信息公开申请5件，上年结转1件，办结5件，结转下年度1件。"}),
        Good(sections={"overview": "收集意见建议15条，答复问题40个，整改问题20个。"}),
    ),
)
