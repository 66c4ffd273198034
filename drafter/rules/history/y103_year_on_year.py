"""“同比增长（下降、持平）……”按去年报告的数字重算。

今年的数用正文写的，去年的数用去年报告表里的。百分数差 0.05 个百分点以内的只提示；方向写反的一定要改。
改法：以两年报告的表为准重算；去年数字后来有更正的，写明更正后的数字。
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from drafter.model.claim import Change, Claim
from drafter.model.diagnostic import Related, Severity
from drafter.model.facts import Facts
from drafter.rules.base import Bad, Finding, Good, Rule, Sample
from drafter.rules.history.years import last_cell, last_sum, one_year_apart

_LEAST = Decimal("0.05")
_HUNDRED = Decimal(100)
_WORDS = {"up": "增加", "down": "减少", "same": "持平", "fold": "翻番"}
_FLAT = Decimal(5)


def check(facts: Facts) -> Iterator[Finding]:
    """Changes told in the prose that last year's cells do not bear out."""
    if not one_year_apart(facts):
        return
    claims = {c.number_span: c for c in facts.claims if c.number_span}
    for change in facts.survey.changes:
        claim = claims.get(change.figure.number_span)
        if claim is None or not claim.readings or change.figure.relation != "eq" or change.relation != "eq":
            continue
        olds = [(r, old) for r in claim.readings if (old := last_sum(facts, r)) is not None]
        if not olds or any(_fits(change, old) for _, old in olds):
            continue
        reading, old = min(olds, key=lambda one: _distance(change, one[1]))
        yield _finding(facts, change, claim, reading, old)


def _fits(change: Change, old: Decimal) -> bool:
    new = change.figure.value
    if change.direction == "same":
        return abs(new - old) * _HUNDRED <= _FLAT * max(new, old)
    if change.direction == "fold":
        return new >= 2 * old
    if (new > old) != (change.direction == "up") or new == old:
        return change.amount == 0 and new == old
    if change.amount is None:
        return True
    if change.unit == "%":
        return bool(old) and _distance(change, old) <= Decimal(10) ** -change.places
    return abs(new - old) == change.amount


def _distance(change: Change, old: Decimal) -> Decimal:
    """How far the stated percentage is from the right one, in points; the difference of the counts for counts."""
    if change.unit != "%" or not old:
        return abs(abs(change.figure.value - old) - (change.amount or 0))
    return abs(abs(change.figure.value - old) * _HUNDRED / old - (change.amount or 0))


def _finding(facts: Facts, change: Change, claim: Claim, reading: tuple[str, ...], old: Decimal) -> Finding:
    new = change.figure.value
    way = "增加" if new > old else "减少" if new < old else "持平"
    share = f"，合 {abs(new - old) * _HUNDRED / old:.2f}%" if old else ""
    right_way = (new > old) == (change.direction == "up") and new != old
    slight = bool(old) and right_way and change.unit == "%" and _distance(change, old) <= _LEAST
    cell = last_cell(facts, reading[0])
    origin = facts.previous.origin if facts.previous else ""
    related: tuple[Related, ...] = (Related(f"今年：{new}", change.figure.number_span),)
    if cell is not None:
        related = (*related, Related(f"去年{facts.form.name(reading[0])}：{cell.value}", cell.span, origin))
    return Finding(
        change.span,
        f"去年 {old}、今年 {new}，{way} {abs(new - old)}{share}；文中写“{change.span.of(facts.text)}”",
        related,
        claim.cell,
        expected=round(float((new - old) * _HUNDRED / old), 2) if old else None,
        actual=float(change.amount) if change.amount is not None else _WORDS[change.direction],
        severity=Severity.INFO if slight else None,
    )


RULE = Rule(
    code="Y103",
    name="year-on-year",
    severity=Severity.WARNING,
    summary="同比的方向和幅度与去年报告相符",
    basis=("国办公开办函〔2021〕30号",),
    needs=("claims", "previous"),
    check=check,
    reach="claims",
    examples=(
        Bad(
            sections={"overview": "2024年新收政府信息公开申请5件，⟦同比下降20%⟧。"},
            previous=Sample(year=2023, cells={"requests.new.total": "4"}),
        ),
        Bad(
            sections={"overview": "2024年新收政府信息公开申请5件，⟦较上年增加3件⟧，结转下年度1件。"},
            previous=Sample(year=2023, cells={"requests.new.total": "4"}),
        ),
        Good(
            sections={"overview": "2024年新收政府信息公开申请5件，同比增长25%，较上年增加1件。"},
            previous=Sample(year=2023, cells={"requests.new.total": "4"}),
        ),
        Good(
            sections={"overview": "2024年公开信息150条，同比增长30%。"},
            previous=Sample(year=2023, cells={"requests.new.total": "4"}),
        ),
    ),
)
