"""Figures that the words around them narrow to some of what a cell counts are not held against it."""

from __future__ import annotations

from decimal import Decimal

import pytest

from drafter.analyse.claims.wording import narrowed
from drafter.model.claim import Claim
from drafter.model.span import Span

AGENCY = "云溪县青石镇人民政府"
NEW, GRANTED, WITHDRAWN = "requests.new.total", "requests.granted.total", "requests.other.other.total"


def why(text: str, words: str, number: str, cell: str = NEW) -> str:
    at, place = text.index(words), text.index(number)
    span, number_span = Span(at, at + len(words)), Span(place, place + len(number))
    claim = Claim(words, span, cell, "eq", Decimal(3), ((cell,),), "contradicted", number_span=number_span)
    return narrowed(claim, text, AGENCY)


@pytest.mark.parametrize(
    ("text", "words", "number", "cell"),
    [
        ("同一申请人提交5件以上的有2人，共3件。", "共3件", "3", NEW),
        ("2家企业（均为建筑业），合计3件。", "合计3件", "3", NEW),
        (
            "7件复议案件和3件诉讼案件被纠正。",
            "复议案件和3件诉讼案件被纠正",
            "3",
            "review.reconsideration.corrected+review.litigation.corrected",
        ),
        (
            "涉及执法案卷材料3件、监控视频44件、户籍信息37件、其他72件。",
            "涉及执法案卷材料3件",
            "3",
            "requests.refused.case_file.total",
        ),
        ("提起10件以上复议的有5人，共计8件，其中3件被维持。", "其中3件被维持", "3件", "review.reconsideration.upheld"),
        ("每百件申请引发行政复议4.5件、行政诉讼3件。", "行政诉讼3件", "3", "review.litigation.total"),
        ("“十四五”以来制发文件61件、废止3件。", "废止3件", "3", "disclosure.normative.repealed"),
        ("已作出复议决定或终止3件。", "已作出复议决定或终止3件", "3", "review.reconsideration.other"),
        ("那3件由申请人自行撤回。", "那3件由申请人自行撤回", "3", WITHDRAWN),
        ("其中申请人撤回3件。", "其中申请人撤回3件", "3", WITHDRAWN),
        ("余下3件予以公开。", "余下3件予以公开", "3", GRANTED),
        ("予以公开的3件中，有1件附了说明。", "予以公开的3件", "3", GRANTED),
        ("各高校受理的信息公开申请3件。", "各高校受理的信息公开申请3件", "3", NEW),
        ("实际有效的申请为3件。", "实际有效的申请为3件", "3", NEW),
        ("网友推荐来的申请3件。", "网友推荐来的申请3件", "3", NEW),
        ("由企业提出的3件，当天答复。", "由企业提出的3件", "3", "requests.new.business"),
    ],
)
def test_narrowed(text: str, words: str, number: str, cell: str) -> None:
    assert why(text, words, number, cell)


@pytest.mark.parametrize(
    ("text", "words", "cell"),
    [
        ("2024年，青石镇共收到政府信息公开申请3件。", "青石镇共收到政府信息公开申请3件", NEW),
        ("青石镇人民政府新收申请3件。", "青石镇人民政府新收申请3件", NEW),
        ("全县各级行政机关共收到申请3件。", "全县各级行政机关共收到申请3件", NEW),
        ("目前收到申请3件。", "收到申请3件", NEW),
        ("予以公开的3件，部分公开的1件。", "予以公开的3件", GRANTED),
    ],
)
def test_plain(text: str, words: str, cell: str) -> None:
    assert why(text, words, "3", cell) == ""
