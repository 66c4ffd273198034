"""当面、信函、网络、传真等渠道的件数加起来，应等于收到的申请件数。

总数取正文前面最近写到的收到数和表三的收到数、应办数、办结数，有一个对得上就不报；只写了一种渠道的不核对。
改法：核对登记台账，改总数或改分渠道的数字；有其他渠道的补上。
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from drafter.model.claim import Breakdown, Claim
from drafter.model.diagnostic import Related, Severity
from drafter.model.facts import Facts
from drafter.rules.base import Bad, Finding, Good, Rule
from drafter.rules.claims.places import amount, apart, number

_BESIDE = 30
_PARAGRAPH = re.compile(r"\n\s*\S[^\n]*\n")
_ROWS = (("new",), ("new", "carried_in"), ("total",))


def check(facts: Facts) -> Iterator[Finding]:
    """Lists of channels that make up none of the totals there are."""
    exceeded = {p.number_span for b in facts.survey.breakdowns if _told_by_others(facts, b) for p in b.parts}
    for run in _runs(facts):
        if len({c.topic for c in run}) < len(run) or any(c.relation != "eq" or c.value is None for c in run):
            continue
        total = sum((c.value for c in run if c.value is not None), Decimal(0))
        told = _told(facts, run[0])
        if told is not None and _unread(facts, run, told, total):
            continue
        if told is None or total == told.value or total in _tables(facts) or run[0].number_span in exceeded:
            continue
        yield _finding(run, told, total)


def _told_by_others(facts: Facts, found: Breakdown) -> bool:
    """Whether C101 tells of the list already."""
    over = sum((p.value for p in found.parts), Decimal(0)) > found.total.value
    return found.kind == "channel" and over and not apart(facts, found)


def _runs(facts: Facts) -> Iterator[tuple[Claim, ...]]:
    """The channels told in one sentence, two at least."""
    ways = [c for c in facts.claims if c.topic.startswith("channel.") and c.number_span]
    for sentence in facts.sentences if len(ways) > 1 else ():
        run = tuple(c for c in ways if sentence.span.contains(c.span))
        if len(run) > 1:
            yield run


def _told(facts: Facts, first: Claim) -> Claim | None:
    """The number of applications received that the prose tells last before the channels, in the same paragraph or the
    one before."""
    found: Claim | None = None
    for claim in facts.claims:
        before = claim.span.end <= first.span.start
        near = before and not _PARAGRAPH.search(facts.text, claim.span.end, first.span.start)
        if near and claim.relation == "eq" and any(_is_received(r) for r in claim.readings) and claim.number_span:
            found = claim
    return found


def _is_received(reading: Sequence[str]) -> bool:
    return reading in [tuple(f"requests.{row}.total" for row in rows) for rows in _ROWS[:2]]


def _unread(facts: Facts, run: Sequence[Claim], told: Claim, total: Decimal) -> bool:
    """Whether other figures beside the channels, which no word tells to be one, make up what is missing."""
    known = {c.number_span for c in facts.claims if (c.cell and c.verdict != "unchecked") or c.topic}
    start, end = told.span.end, run[-1].span.end
    beside = [
        f.value
        for f in facts.survey.figures
        if f.number_span not in known and start <= f.number_span.start and f.number_span.end <= end + _BESIDE
    ]
    missing = (told.value or Decimal(0)) - total
    return missing in (*beside, sum(beside, Decimal(0))) and bool(beside)


def _tables(facts: Facts) -> Iterator[Decimal]:
    """The totals of table three that the channels may make up."""
    for rows in _ROWS:
        cells = [facts.report.cell(f"requests.{row}.total") for row in rows]
        values = [c.value for c in cells if c is not None and c.value is not None]
        if len(values) == len(rows):
            yield sum(values, Decimal(0))


def _finding(run: Sequence[Claim], told: Claim, total: Decimal) -> Finding:
    sums = "＋".join(amount(c.value) for c in run)
    return Finding(
        told.number_span or told.span,
        f"收到 {amount(told.value)} 件，各渠道 {sums}＝{amount(total)}",
        tuple(Related(f"{''.join(c.text.split())}：{amount(c.value)}", c.number_span or c.span) for c in run),
        told.cell,
        expected=number(total),
        actual=number(told.value),
    )


RULE = Rule(
    code="C302",
    name="channel-sum",
    severity=Severity.WARNING,
    summary="分渠道的申请件数之和等于收到件数",
    basis=("《中华人民共和国政府信息公开条例》第五十条第（二）项",),
    needs=("claims",),
    check=check,
    reach="claims",
    examples=(
        Bad(sections={"overview": "收到政府信息公开申请⟦5⟧件，其中当面申请1件、信函申请1件、网络申请2件。"}),
        Bad(sections={"overview": "收到政府信息公开申请⟦5⟧件。从申请方式看，通过互联网提交的3件，通过信函提交的4件。"}),
        Bad(sections={"overview": "收到政府信息公开申请⟦5⟧件。其中，网络申请3件，信函申请4件。"}),
        Good(sections={"overview": "收到政府信息公开申请5件，其中当面申请1件、信函申请2件、网络申请2件。"}),
        Good(sections={"overview": "收到政府信息公开申请5件。从渠道看，网络申请4件、信函申请2件（含上年结转1件）。"}),
        Good(sections={"overview": "收到政府信息公开申请5件，其中网络申请2件。"}),
        Good(sections={"overview": "收到政府信息公开申请5件。按来源分为：县级窗口3件、信函1件、当面1件。"}),
    ),
)
