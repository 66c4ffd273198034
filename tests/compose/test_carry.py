"""Last year's sentences: what moves on, what is replaced, what is left behind."""

from __future__ import annotations

from decimal import Decimal

import pytest

from drafter.compose.carry import MARK, Change, carried
from drafter.compose.last import read_last
from drafter.compose.years import dated_titles, is_comparison, is_event, moved
from drafter.data.form import load_forms
from drafter.data.sample import compose
from drafter.read.text import text_document

OVERVIEW = """
2024年，青石镇把政府信息公开列入重点工作，比2021年起步时更有条理。
（一）主动公开。{sentence}
（二）依申请公开。{requests}
（三）政府信息管理。拟稿时注明公开属性，不予公开的写明理由。
（四）政府信息公开平台建设。核对专栏栏目，更换失效链接7处。
（五）监督保障。政府信息公开纳入站所年度考核，未发生责任追究的情形。
"""
REQUESTS = "2024年，青石镇新收政府信息公开申请5件，上年结转1件。"


def changes(sentence: str = "按季核对栏目。", requests: str = REQUESTS, **cells: int) -> list[Change]:
    text = compose(sections={"overview": OVERVIEW.format(sentence=sentence, requests=requests)})
    last, _, _ = read_last(text_document(text, "去年.txt"), load_forms())
    values = {k.replace("__", "."): Decimal(v) for k, v in cells.items()}
    return list(carried(last, {**last.cells, **values}))


def only(found: list[Change], section: str) -> Change:
    (change,) = [c for c in found if c.section == section]
    return change


def test_sentence_without_figures_stays_and_is_marked() -> None:
    change = only(changes("坚持线上线下同步公开惠民补贴信息。"), "proactive")
    assert change.after == "坚持线上线下同步公开惠民补贴信息。" + MARK


def test_figures_of_the_tables_are_replaced_through_their_claims() -> None:
    change = only(changes(requests__new__total=9, requests__carried_in__total=2), "on_request")
    assert change.after == "2025年，青石镇新收政府信息公开申请9件，上年结转2件。" + MARK
    assert frozenset({"requests.new.total"}) in change.told


def test_figure_that_became_zero_is_not_carried() -> None:
    assert not only(changes(requests__new__total=0), "on_request").after


def test_other_figures_become_open_places() -> None:
    change = only(changes("通过县政府门户网站青石镇专栏发布信息1260余条、2.9万次阅读。"), "proactive")
    assert "【请填写：今年条数】条" in change.after
    assert "【请填写：今年次数】次" in change.after
    assert not any(c.isdigit() for c in change.after)


@pytest.mark.parametrize(
    "sentence",
    [
        "5月20日举办政府开放日活动。",
        "全年发布信息126条，较2023年增长12%。",
        "发布信息数量同比上升，群众满意。",
    ],
)
def test_events_and_comparisons_stay_behind(sentence: str) -> None:
    assert not only(changes(sentence), "proactive").after


def test_title_of_last_years_document_is_asked_for() -> None:
    change = only(changes("对照《云溪县2024年政务公开工作要点》逐项落实。"), "proactive")
    assert change.after == "对照【请填写：今年的文件名称】逐项落实。" + MARK


def test_fee_sentence_is_written_anew() -> None:
    assert not only(changes(), "other").after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("2024年，青石镇", "2025年，青石镇"),
        ("截至2024年底", "截至2025年底"),
        ("2024年以来，青石镇", "2025年以来，青石镇"),
        ("公开2024年度预算和2023年度决算", "公开2025年度预算和2024年度决算"),
        ("2025年将继续", "2026年将继续"),
        ("自2024年1月1日起至2024年12月31日止", "自2025年1月1日起至2025年12月31日止"),
        ("自2023年起推行", "自2023年起推行"),
        ("国办公开办函〔2024〕30号", "国办公开办函〔2024〕30号"),
        ("2019年修订的《条例》", "2019年修订的《条例》"),
        ("2024年修订的办法", "2024年修订的办法"),
        ("《云溪县2024年要点》", "《云溪县2024年要点》"),
        ("规划（2023—2025年）", "规划（2023—2025年）"),
        ("电话0000-2024", "电话0000-2024"),
    ],
)
def test_years_move_only_where_they_should(before: str, after: str) -> None:
    text = before
    for span, new in sorted(moved(before, 2025), reverse=True):
        text = text[: span.start] + new + text[span.end :]
    assert text == after


def test_kinds_of_sentences() -> None:
    assert is_event("4月召开推进会")
    assert not is_event("自2024年1月1日起至2024年12月31日止")
    assert not is_event("每月检查一次，连续3个月")
    assert is_comparison("较上年多公开信息30条")
    assert not is_comparison("上年结转1件")
    assert dated_titles("落实《2024年要点》和《2021年办法》", 2025) == [
        s for s, _ in [(dated_titles("落实《2024年要点》", 2025)[0], 0)]
    ]


def test_last_years_problems() -> None:
    problems = """
2024年工作有进展，但仍有不足。主要问题：一是补贴信息更新偏慢；二是经办人员更换较快，业务不熟。
改进情况：一是按月核对台账；二是跟班学习。
"""
    text = compose(sections={"problems": problems})
    _, found, agency = read_last(text_document(text, "去年.txt"), load_forms())
    assert found == ("补贴信息更新偏慢", "经办人员更换较快，业务不熟")
    assert agency == "云溪县青石镇人民政府"
