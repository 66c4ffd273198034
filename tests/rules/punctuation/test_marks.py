from __future__ import annotations

import re

from drafter.engine import Resources, check
from drafter.model.config import Config
from drafter.model.diagnostic import Diagnostic, Safety
from drafter.read.text import text_document


def found(text: str, code: str) -> tuple[Diagnostic, ...]:
    result = check(text_document(text, "示例.txt"), Resources(), Config(select=(code,), plain=True))
    assert not result.crashed
    return result.diagnostics


def mended(text: str, code: str) -> str:
    (finding,) = found(text, code)
    assert finding.fix is not None
    for edit in sorted(finding.fix.edits, key=lambda e: -e.span.start):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text


def test_half_width_marks_are_one_finding_with_one_safe_fix() -> None:
    text = "公开信息80条,受理申请3件;详见门户网站(县级).\n电话:0000-1234567,网址:http://a.example.cn/x,y?z=1。"
    (finding,) = found(text, "F501")
    assert finding.fix is not None
    assert finding.fix.safety is Safety.SAFE
    assert len(finding.related) == len(finding.fix.edits) - 1
    assert mended(text, "F501") == (
        "公开信息80条，受理申请3件；详见门户网站（县级）。\n电话：0000-1234567，网址：http://a.example.cn/x,y?z=1。"
    )


def test_figures_times_and_addresses_keep_their_marks() -> None:
    text = "共1,234条，增长1.5%，9:30开放，联系a.b@example.cn，见https://a.example.cn/?q=1,2。"
    assert found(text, "F501") == ()


def test_spaces_are_one_finding_and_a_heading_keeps_its_own() -> None:
    text = "2024 年公开信息 80 条，受理 申请 3 件。\n（一）主动公开 2024年公开。"
    assert mended(text, "F502") == "2024年公开信息80条，受理申请3件。\n（一）主动公开 2024年公开。"


def test_wide_gaps_are_no_slip() -> None:
    assert found("青石镇　　　　　　云溪县", "F502") == ()


def test_a_row_with_a_note_keeps_its_commas() -> None:
    assert found("落实《甲办法》（云政发〔2023〕8号）、《乙办法》、《丙办法》。", "F503") == ()
    assert mended("落实《甲办法》、《乙办法》、《丙办法》。", "F503") == "落实《甲办法》《乙办法》《丙办法》。"


def test_a_title_broken_over_two_lines_is_paired() -> None:
    assert found("关于印发《云溪县政府信息公开\n工作办法》的通知", "F508") == ()


def test_both_ends_of_a_broken_pair() -> None:
    (finding,) = found("落实“三审三校制度，做好公开）工作“先审后发”。", "F508")[:1]
    assert finding.span.of("落实“三审三校制度，做好公开）工作“先审后发”。") in "“）"


def test_wrapped_text_may_end_lines_without_marks() -> None:
    line = "公开工作领导小组办公室认真履行职责，加强培训，完善制度，健全机制，明确分工，压实责任"
    assert found("\n".join([line] * 6), "F509") == ()


def test_a_wrong_number_does_not_upset_the_rest_of_the_row() -> None:
    text = "一是培训；三是审核；三是更新；四是考核。"
    assert [d.span.start for d in found(text, "F510")] == [5]


def test_a_row_that_begins_after_a_heading_without_mark() -> None:
    assert found("一是培训；二是审核。（二）平台建设方面一是更新；二是维护。", "F510") == ()


def test_file_numbers_are_shown_and_never_mended() -> None:
    (finding,) = found("根据云政办发【2023】8号文件。", "F520")
    assert finding.fix is not None
    assert finding.fix.safety is Safety.DISPLAY
    assert "〔2023〕" in finding.message


def test_dates_that_exist() -> None:
    every = "，".join(f"{month}月{day}日" for month, day in ((1, 31), (2, 29), (4, 30), (12, 31)))
    assert found(f"截至{every}。", "F610") == ()
    assert len(found("4月31日、2023年2月29日、13月1日、5月0日。", "F610")) == 4


def test_messages_name_no_placeholder() -> None:
    text = "根据云政办发[2023]第8号,二零二四年公开2千余条。。其中:约10几条,占百分之98 。 减少1倍"
    result = check(text_document(text, "示例.txt"), Resources(), Config(select=("F5", "F6"), plain=True))
    assert len(result.diagnostics) > 5
    assert not [d.message for d in result.diagnostics if re.search(r"\{|\}", d.message)]


def test_a_row_of_tabs_is_no_prose() -> None:
    assert found("(单位:件)\t申请人情况\n\t全年公开信息80条。", "F501") == ()
    assert len(found("\t全年公开信息80条,受理申请3件。", "F501")) == 1
