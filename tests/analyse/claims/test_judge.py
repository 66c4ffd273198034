"""Claims held against cells."""

from __future__ import annotations

from decimal import Decimal

import pytest

from drafter.analyse.claims import find_claims, judge
from drafter.data.form import form_for
from drafter.model.claim import Claim
from drafter.model.report import Report
from drafter.model.span import Span
from drafter.model.table import Cell, Table

FORM = form_for(2024)


def report(**cells: str | None) -> Report:
    """A report with these cells; `requests_new_total="5"`, None for a blank. Dots are written `__`."""
    made = []
    for name, text in cells.items():
        value = Decimal(text) if text is not None else None
        made.append(Cell(name.replace("__", "."), Span(0, 1), text or "", value, "number" if text else "blank"))
    kinds = sorted({c.address.split(".")[0] for c in made})
    tables = tuple(Table(k, Span(0, 1), tuple(c for c in made if c.address.startswith(k + "."))) for k in kinds)
    return Report(tables=tables, year=2024)


def judged(text: str, against: Report) -> list[Claim]:
    return list(judge(find_claims(text, Report(), FORM, 2024), against, FORM))


def verdicts(text: str, against: Report) -> list[str]:
    return [c.verdict for c in judged(text, against)]


NEW_AND_OLD = report(requests__new__total="5", requests__carried_in__total="1", requests__total__total="6")


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("收到政府信息公开申请5件。", "holds"),
        ("收到政府信息公开申请6件。", "holds"),
        ("收到政府信息公开申请7件。", "contradicted"),
        ("本年新收政府信息公开申请6件。", "contradicted"),
        ("收到政府信息公开申请超过3件。", "holds"),
        ("收到政府信息公开申请10余件。", "contradicted"),
        ("未收到政府信息公开申请。", "contradicted"),
        ("因政府信息公开被申请行政复议2件。", "unchecked"),
    ],
)
def test_two_readings(text: str, verdict: str) -> None:
    assert verdicts(text, NEW_AND_OLD) == [verdict]


def test_why_unchecked_is_told() -> None:
    (claim,) = judged("因政府信息公开被申请行政复议2件。", NEW_AND_OLD)
    assert claim.why == "表四未识别"


def test_blank_cell_is_not_nought() -> None:
    (claim,) = judged("未收到政府信息公开申请。", report(requests__new__total=None, requests__new__natural="0"))
    assert (claim.verdict, claim.found) == ("unchecked", None)


def test_blank_total_is_the_sum_of_its_row() -> None:
    row = {f"requests__new__{c}": None for c in ("business", "research", "nonprofit", "legal", "other", "total")}
    assert verdicts("收到政府信息公开申请4件。", report(requests__new__natural="4", **row)) == ["holds"]


def test_named_sums() -> None:
    cells = report(requests__refused__law__total="2", requests__refused__process__total="3")
    assert verdicts("不予公开5件。", cells) == ["holds"]
    assert verdicts("不予公开4件。", cells) == ["contradicted"]


def test_two_words_for_one_cell() -> None:
    cells = report(requests__unavailable__not_held__total="8")
    assert verdicts("答复申请8件，信息不存在5件，非本机关职责3件。", cells)[1:] == ["holds", "holds"]


def test_all_against_the_remainder() -> None:
    cells = report(
        review__reconsideration__upheld="1", review__reconsideration__pending="1", review__reconsideration__total="2"
    )
    assert verdicts("因政府信息公开被申请行政复议2件，均获维持。", cells) == ["holds", "contradicted"]


def test_fees_may_be_rounded() -> None:
    cells = report(disclosure__fees__amount="4166.241619")
    assert verdicts("行政事业性收费4166.24万元。", cells) == ["holds"]
    assert verdicts("行政事业性收费4161万元。", cells) == ["contradicted"]


def test_published_documents_are_never_contradicted() -> None:
    cells = report(disclosure__normative__made="1", disclosure__normative__valid="9")
    assert verdicts("公开行政规范性文件3件。", cells) == ["unchecked"]


@pytest.mark.parametrize(
    ("text", "repealed", "verdict"),
    [
        ("对规范性文件进行评估，宣布失效3件。", "3", "holds"),
        ("对规范性文件进行评估，宣布失效3件。", "2", "contradicted"),
        ("对规范性文件进行评估，宣布失效1件。", "2", "unchecked"),
        ("对规范性文件进行评估，宣布失效3件。", "0", "unchecked"),
    ],
)
def test_lapsed_documents_are_at_most_those_repealed(text: str, repealed: str, verdict: str) -> None:
    (found,) = judged(text, report(**{"disclosure.normative.repealed": repealed}))
    assert found.verdict == verdict
