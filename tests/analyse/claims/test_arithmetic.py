"""What the prose works out itself: amounts, lists, sums, shares, changes, work done."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.analyse.claims import survey
from drafter.analyse.claims.arithmetic.amounts import amounts
from drafter.model.claim import Survey
from drafter.model.report import Report
from drafter.model.view import squeezed


def surveyed(text: str) -> Survey:
    return survey(text, Report(), 2024)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("公开信息1,240条、公文三十份", [("count", "1240", "条", "eq"), ("count", "30", "份", "eq")]),
        ("推送20余条，约5万次", [("count", "20", "条", "ge"), ("count", "50000", "次", "about")]),
        ("占22.1%，提高3个百分点", [("percent", "22.1", "%", "eq"), ("points", "3", "百分点", "eq")]),
        ("由64增至80个", [("bare", "64", "", "eq"), ("count", "80", "个", "eq")]),
        ("2024年8月3日，第2批，国办发〔2019〕14号，《三项5条》，PM2.5", []),
        ("3至5件，6-8件，12345热线", [("count", "5", "件", "about")]),
        ("每3件、每一条", [("count", "3", "件", "eq")]),
        ("两项合计5个", [("count", "5", "个", "eq")]),
    ],
)
def test_amounts(text: str, found: list[tuple[str, str, str, str]]) -> None:
    read = [(a.kind, f"{a.value:f}", a.unit, a.relation) for a in amounts(squeezed(text))]
    assert read == found


def test_words_marks_and_brackets_of_amounts() -> None:
    first, inner, second, last = amounts(squeezed("2024年收信9件（投诉类2件）、来电4件次，共13件"), 2024)
    assert (first.label, inner.label, second.label, last.label) == ("收信", "投诉类", "来电", "共")
    assert (inner.bracket, inner.host, second.bracket, second.cut, last.cut) == (1, 0, 0, "、", "，")
    assert second.measure == first.measure == "件"


@pytest.mark.parametrize(
    ("text", "total", "parts", "closed", "sure"),
    [
        ("印发文件30件，包括通知12件、函20件。", 30, [12, 20], False, True),
        ("印发文件30件。其中，通知12件、函20件。", 30, [12, 20], False, False),
        ("审核公文30件，属性分别为主动公开12件、不予公开17件。", 30, [12, 17], True, True),
        ("来信30封（咨询12封，建议9封，投诉8封）。", 30, [12, 9, 8], True, False),
        ("召开会议3次，印发文件30件，其中通知12件、函20件。", 30, [12, 20], False, True),
        ("发布信息30条，其中网站12条、公众号20条。", 30, [12, 20], False, False),
    ],
)
def test_lists(text: str, total: int, parts: list[int], closed: bool, sure: bool) -> None:
    (found,) = surveyed(text).breakdowns
    assert (found.total.value, [p.value for p in found.parts]) == (total, parts)
    assert (found.closed, found.sure) == (closed, sure)


def test_sums_behind_are_read_where_no_choice_of_terms_gives_them() -> None:
    (found,) = surveyed("办理建议12件、提案9件，共计23件。").sums
    assert (found.total.value, [p.value for p in found.parts]) == (23, [12, 9])
    assert not surveyed("办理建议12件，其中会办3件，提案9件，共计21件。").sums


def test_shares_and_rates_know_their_wholes() -> None:
    share, rate = surveyed("印发文件40件，公开10件，占25%。征集意见8条，采纳6条，采纳率75%。").shares
    assert (share.part.value, [w.value for w in share.wholes], share.percent, share.sure) == (10, [40], 25, True)
    assert (rate.part.value, [w.value for w in rate.wholes], rate.percent, rate.sure) == (6, [8], 75, True)


def test_shares_of_all_applications_name_their_cells() -> None:
    (share,) = surveyed("同一申请人提出的达到3件，占申请总量的60%。").shares
    assert share.cells[0] == ("requests.new.total",)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("栏目由64个精简到38个，压减26个，压减40.6%。", ("down", 64, [38], 26, "40.6")),
        ("简报77期，比上年的92期减少15期，下降16.3%。", ("down", 92, [77], 15, "16.3")),
        ("培训93次，比2023年减少22次，降幅为19.1%。", ("down", None, [93], 22, "19.1")),
        ("来信58封，较上年的71封下降18.3%。", ("down", 71, [58], None, "18.3")),
    ],
)
def test_changes(text: str, found: tuple[str, int | None, list[int], int | None, str | None]) -> None:
    (shift,) = surveyed(text).shifts
    direction, before, after, difference, percent = found
    assert shift.direction == direction
    assert (shift.before.value if shift.before else None) == before
    assert [a.value for a in shift.after] == after
    assert (shift.difference.value if shift.difference else None) == difference
    assert (shift.percent.value if shift.percent else None) == (Decimal(percent) if percent else None)


def test_work_done() -> None:
    (found,) = surveyed("征集建议83条，已采纳56条，未采纳的27条作了说明。").progress
    assert found.left is not None
    assert (found.whole.value, found.done.value, found.left.value, found.may_exceed) == (83, 56, 27, False)
    assert not surveyed("全年受理工单200件，上年结转9件，办结205件。").progress


_WORDS = [
    "公开",
    "12条",
    "，",
    "。",
    "其中",
    "占",
    "30%",
    "（",
    "）",
    "、",
    "合计",
    "由",
    "增至",
    "上年的",
    "共",
    "３件",
    "\n",
]


@settings(deadline=None, max_examples=150)
@given(st.lists(st.sampled_from(_WORDS), max_size=16).map("".join))
def test_spans_are_those_of_the_figures(text: str) -> None:
    found = surveyed(text)
    figures = [f for b in (*found.breakdowns, *found.sums) for f in (b.total, *b.parts)]
    figures += [f for s in found.shifts for f in (s.before, *s.after, s.difference, s.percent) if f]
    figures += [f for s in found.shares for f in (s.part, *s.wholes)]
    for figure in figures:
        assert figure.number_span.of(text).translate(str.maketrans("３", "3")).strip("%") == f"{figure.value:f}"
