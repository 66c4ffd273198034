"""Parts of totals, shares, rates and changes."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.analyse.claims import survey
from drafter.model.claim import Survey
from drafter.model.report import Report


def surveyed(text: str) -> Survey:
    return survey(text, Report(), 2024)


@pytest.mark.parametrize(
    ("text", "kind", "total", "parts", "closed"),
    [
        ("公开信息21条，其中政策文件14条、财政信息5条、其他信息4条。", "label", 21, [14, 5, 4], True),
        ("公开信息42条（政策文件30条，财政信息15条）。", "label", 42, [30, 15], False),
        ("收到申请20件，其中自然人15件、法人或其他组织5件。", "applicant", 20, [15, 5], True),
        ("收到申请20件，其中当面申请5件、网络申请15件。", "channel", 20, [5, 15], True),
        ("办结申请9件，其中予以公开5件，不予公开1件。", "outcome", 9, [5, 1], False),
        ("行政复议5件，其中维持3件、纠正1件、尚未审结1件。", "result", 5, [3, 1, 1], True),
        ("公开信息40条，人事信息7条，财政信息20条，其他信息13条。", "label", 40, [7, 20, 13], True),
    ],
)
def test_breakdowns(text: str, kind: str, total: int, parts: list[int], closed: bool) -> None:
    (found,) = surveyed(text).breakdowns
    assert (found.kind, found.total.value, [p.value for p in found.parts], found.closed) == (kind, total, parts, closed)


def test_other_deeds_are_no_parts() -> None:
    (found,) = surveyed("公开信息20条，其中政策文件14条、财政信息6条，公众号发布信息50条，举办培训3次。").breakdowns
    assert [p.value for p in found.parts] == [14, 6]


def test_two_lists_of_one_total() -> None:
    found = surveyed(
        "收到申请20件，其中自然人15件、法人或其他组织5件；按渠道分，当面申请4件、网络申请16件。"
    ).breakdowns
    assert [(b.kind, b.total.value) for b in found] == [("applicant", 20), ("channel", 20)]


def test_shares_know_their_wholes() -> None:
    first, second = surveyed("办结申请8件，其中予以公开5件，占62.5%；不予公开3件，占38%。").shares
    assert (first.part.value, first.percent, first.places, {w.value for w in first.wholes}) == (
        5,
        Decimal("62.5"),
        1,
        {8},
    )
    assert (second.part.value, second.percent, second.places) == (3, 38, 0)


def test_rates_and_changes() -> None:
    found = surveyed("收到政府信息公开申请12件，同比下降20%，较上年减少3件，办结率100%。")
    assert [(c.direction, c.amount, c.unit) for c in found.changes] == [("down", 20, "%"), ("down", 3, "件")]
    assert [(r.kind, r.percent) for r in found.rates] == [("answered", 100)]


_WORDS = [
    "收到",
    "申请",
    "12件",
    "，",
    "。",
    "其中",
    "自然人",
    "3件",
    "（",
    "）",
    "、",
    "均",
    "办结",
    "未收到",
    "行政复议",
    "分别为",
    "各",
    "\n",
    " ",
    "１件",
]


@settings(deadline=None, max_examples=150)
@given(st.lists(st.sampled_from(_WORDS), max_size=16).map("".join))
def test_spans_lie_in_the_text(text: str) -> None:
    for claim in surveyed(text).claims:
        assert 0 <= claim.span.start < claim.span.end <= len(text)
        assert claim.text == claim.span.of(text)
        if claim.number_span:
            assert any(char.isdigit() for char in claim.number_span.of(text))
