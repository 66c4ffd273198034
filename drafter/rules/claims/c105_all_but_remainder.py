"""说“均”“全部”“百分之百”，表里却还有剩下的。

“均获维持”而表四还有尚未审结、纠正或其他结果；“全部办结”“办结率100%”而表三还有结转下年度；
一件申请也没有却写“均已办结”。
“均按时答复”“按期答复率100%”不算：年末尚在期限内的申请不在其列。
改法：按表中数字改写，例如“已审结的均获维持，尚未审结 2 件”。
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from drafter.model.claim import Claim, Rate
from drafter.model.diagnostic import Related, Severity
from drafter.model.facts import Facts
from drafter.rules.base import Bad, Finding, Good, Rule
from drafter.rules.claims.places import amount, number, places

_IN_TIME = re.compile("按时|按期|及时|限时|准时|期限|法定|时限")
_OTHER_WORK = re.compile("建议|提案|议案|留言|信箱|来信|信件|热线|工单|信访|咨询|诉求|投诉|问题")
_REQUESTS = re.compile("申请|依申请公开")
_FULL = Decimal(100)


def check(facts: Facts) -> Iterator[Finding]:
    """均 and 全部 against what the tables leave over."""
    for claim in facts.claims:
        if claim.relation == "all":
            yield from _whole(facts, claim)
    yield from _rates(facts)


def _whole(facts: Facts, claim: Claim) -> Iterator[Finding]:
    quoted = "".join(claim.text.split())
    if claim.verdict == "contradicted":
        rest = _remainder(facts, claim)
        yield Finding(
            claim.span,
            f"叙述“{quoted}”，{facts.form.sum_name(claim.readings[0])}为 {amount(claim.found)}，还有"
            + "、".join(r.message for r in rest),
            places(facts, claim) + rest,
            claim.cell,
            actual=number(claim.found),
            severity=Severity.WARNING if claim.soft or _IN_TIME.search(claim.text) else None,
        )
    elif (
        claim.cell == "requests.total.total"
        and claim.verdict == "holds"
        and claim.found == 0
        and claim.value in (None, 0)
    ):
        yield Finding(
            claim.span,
            f"一件申请也没有，不必写“{quoted}”",
            places(facts, claim),
            claim.cell,
            actual=0,
            severity=Severity.INFO,
        )


def _remainder(facts: Facts, claim: Claim) -> tuple[Related, ...]:
    """The cells beside the claimed one that are not nothing."""
    table, row, *rest = claim.readings[0][0].split(".")
    if table == "review":
        rows = ("litigation_direct", "litigation_after") if row == "litigation" else (row,)
        claimed = {a.rsplit(".", 1)[1] for a in claim.readings[0]}
        addresses = [
            f"review.{r}.{c}" for r in rows for c in ("upheld", "corrected", "other", "pending") if c not in claimed
        ]
    elif row == "total":
        addresses = ["requests.carried_out.total"]
    elif row == "new":
        addresses = [
            f"requests.new.{c}"
            for c in ("natural", "business", "research", "nonprofit", "legal", "other")
            if c not in rest
        ]
    else:
        addresses = [c.address for t in facts.report.tables if t.kind == "requests" for c in t.cells]
        addresses = [
            a
            for a in addresses
            if a.endswith(".total") and a.split(".")[1] not in ("new", "carried_in", "carried_out", "total", row)
        ]
    found = [(a, facts.report.cell(a)) for a in addresses]
    return tuple(
        Related(f"{facts.form.name(a)} {amount(c.value)}", c.span) for a, c in found if c is not None and c.value
    )


def _rates(facts: Facts) -> Iterator[Finding]:
    left = facts.report.cell("requests.carried_out.total")
    if left is None or not left.value:
        return
    for rate in facts.survey.rates:
        if (
            rate.kind == "answered"
            and rate.percent == _FULL
            and not _IN_TIME.search(rate.text)
            and _of_requests(facts, rate)
        ):
            yield Finding(
                rate.span,
                f"写“{rate.text}”，但{facts.form.name(left.address)}为 {amount(left.value)}",
                (Related(f"{facts.form.name(left.address)}：{amount(left.value)}", left.span),),
                left.address,
                actual=100,
                severity=Severity.WARNING if rate.text.startswith("办结率") else Severity.INFO,
            )


def _of_requests(facts: Facts, rate: Rate) -> bool:
    """Whether the sentence, as far as the rate, does not speak of proposals, letters or calls after any requests."""
    start = max(facts.text.rfind(mark, 0, rate.span.start) for mark in "。；\n") + 1
    before = facts.text[start : rate.span.start]
    other = max((m.start() for m in _OTHER_WORK.finditer(before)), default=-1)
    return other < 0 or max((m.start() for m in _REQUESTS.finditer(before)), default=-1) > other


RULE = Rule(
    code="C105",
    name="all-but-remainder",
    severity=Severity.ERROR,
    summary="“均”“全部”“100%”与表中的剩余相符",
    basis=("国办公开办函〔2021〕30号",),
    needs=("tables.requests", "claims"),
    check=check,
    reach="claims",
    examples=(
        Bad(
            sections={"overview": "因政府信息公开被申请行政复议2件，⟦均获维持⟧。"},
            cells={
                "review.reconsideration.upheld": "1",
                "review.reconsideration.pending": "1",
                "review.reconsideration.total": "2",
            },
        ),
        Bad(sections={"overview": "应办理政府信息公开申请6件，⟦均已办结⟧。"}),
        Bad(sections={"overview": "新收政府信息公开申请5件，上年结转1件，⟦办结率100%⟧。"}),
        Good(sections={"overview": "新收政府信息公开申请5件，均在法定期限内答复，按期答复率100%。"}),
        Good(
            sections={
                "other": "承办代表建议42件，政协提案36件，办结率均为100%。处理留言13条，其中建议5条，答复率100%。"
            }
        ),
        Good(
            sections={"overview": "收到申请4件，其中予以公开2件；不予公开2件，均属行政执法案卷。"},
            cells={
                "requests.new.natural": "4",
                "requests.new.total": "4",
                "requests.granted.natural": "2",
                "requests.granted.total": "2",
                "requests.refused.case_file.natural": "2",
                "requests.refused.case_file.total": "2",
                "requests.total.natural": "4",
                "requests.total.total": "4",
            },
        ),
        Good(
            sections={"overview": "县本级新收的3件申请全部在年内办结，其中予以公开2件、无法提供1件。"},
            title="云溪县人民政府2024年政府信息公开工作年度报告",
        ),
        Good(
            sections={
                "overview": "引发复议2件、诉讼1件；到年底，复议案件还有1件未审结，诉讼案件已经审结，判决结果为维持。"
                "前一件的申请人不服复议决定，已提起诉讼，年底前审结。"
            },
            cells={
                "review.reconsideration.upheld": "1",
                "review.reconsideration.pending": "1",
                "review.reconsideration.total": "2",
                "review.litigation_after.upheld": "1",
                "review.litigation_after.total": "1",
            },
        ),
        Bad(
            sections={"overview": "引发复议2件、诉讼1件；到年底，⟦复议案件已经审结⟧。"},
            cells={
                "review.reconsideration.upheld": "1",
                "review.reconsideration.pending": "1",
                "review.reconsideration.total": "2",
                "review.litigation_after.upheld": "1",
                "review.litigation_after.total": "1",
            },
        ),
        Good(
            sections={"overview": "因政府信息公开被申请行政复议2件，均获维持。"},
            cells={"review.reconsideration.upheld": "2", "review.reconsideration.total": "2"},
        ),
    ),
)
