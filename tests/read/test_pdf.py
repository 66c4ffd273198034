"""PDF documents: lines to paragraphs, rulings to tables, and the way back to the page."""

from __future__ import annotations

import sys

import pytest

from drafter.model.document import Document
from drafter.model.problem import UnreadableInput
from drafter.model.span import Span
from drafter.read.pdf import boxes, read_pdf
from tests.support.make_pdf import LEFT, Page, assemble, pdf, stream
from tests.support.spans import grid, words

FULL = "本镇认真贯彻落实上级关于政府信息公开的各项工作部署并持续推进有关工作取得新进展"[:36]
"""A line that fills the text area at 12 points."""


def read(*pages: Page) -> Document:
    return read_pdf(pdf(*pages), "稿.pdf")


def body(page: Page, top: float, *lines: str) -> Page:
    for index, line in enumerate(lines):
        indent = 24 if line.startswith("\u3000") else 0
        page.words(line.lstrip("\u3000"), LEFT + indent, top + index * 20)
    return page


def test_lines_are_joined_to_paragraphs() -> None:
    document = read(
        body(Page(), 100, "\u3000一、总体情况", "\u3000" + FULL[:-2], FULL, "收到4件。", "\u3000（一）主动公开")
    )
    assert words(document) == ["一、总体情况", FULL[:-2] + FULL + "收到4件。", "（一）主动公开"]


def test_paragraphs_go_on_over_a_page_break_without_the_page_number() -> None:
    first = body(Page(), 700, "\u3000" + FULL[:-2], FULL).words("- 1 -", 280, 790)
    second = body(Page(), 80, FULL, "完。").words("第2页", 280, 790)
    assert words(read(first, second)) == [FULL[:-2] + FULL * 2 + "完。"]


def test_spread_letters_are_no_blanks() -> None:
    page = Page().spread("地址：１２", LEFT, 100, 24).words("Word", LEFT, 140).words("Excel", LEFT + 60, 140)
    assert words(read(body(page, 200, FULL)))[:2] == ["地址：１２", "Word Excel"]


def test_paragraphs_set_apart_by_space_are_told_apart() -> None:
    page = body(Page(), 60, FULL, FULL, FULL, FULL, FULL)
    assert words(read(body(page, 60 + 5 * 20 + 15, FULL, FULL))) == [FULL * 5, FULL * 2]


def test_running_heads_and_feet_of_a_printed_page_are_left_out() -> None:
    pages = [
        body(
            Page().words("2024/1/31 云湖镇年报", LEFT, 20, 8).words(f"https://a/b {n}/3", LEFT, 820, 8), 100, FULL, FULL
        )
        for n in (1, 2, 3)
    ]
    assert words(read(*pages)) == [FULL * 6]


def test_rows_without_rulings_keep_their_figures_apart() -> None:
    page = Page().words("规章", LEFT, 100).words("1", LEFT + 40, 100).words("22", LEFT + 80, 100)
    assert words(read(body(page, 200, FULL)))[0] == "规章 1 22"


def test_radicals_are_left_as_they_are() -> None:
    assert read(body(Page(), 100, FULL, "⺠⻅")).text.endswith("⺠⻅")


def test_ruled_cells() -> None:
    page = Page().grid([80, 200, 300, 400], [100, 120, 140], [["规章", "1", "2"], ["许可", "", "44"]])
    document = read(page)
    assert grid(document) == {(0, 0): "规章", (0, 1): "1", (0, 2): "2", (1, 0): "许可", (1, 1): "", (1, 2): "44"}
    assert document.text == "规章\t1\t2\n许可\t\t44"


def test_shaded_lines_are_no_table() -> None:
    page = Page()
    for top in range(90, 290, 20):
        page.shade(LEFT, top, 515, top + 20)
    assert words(read(body(page, 95, "\u3000甲", "\u3000乙", "\u3000丙" + FULL[:-2]))) == ["甲", "乙", "丙" + FULL[:-2]]


def test_a_label_written_downwards() -> None:
    page = Page().line(80, 100, 300, 100).line(80, 200, 300, 200).line(100, 150, 300, 150)
    for x in (80, 100, 200, 300):
        page.line(x, 100, x, 200)
    page.upright("办理结果", 84, 110).words("公开", 110, 115, 10).words("3", 210, 115, 10).words(
        "不予公开", 110, 165, 10
    ).words("5", 210, 165, 10)
    document = read(page)
    assert grid(document) == {(0, 0): "办理结果", (0, 1): "公开", (0, 2): "3", (1, 1): "不予公开", (1, 2): "5"}


def test_a_figure_broken_in_its_cell_is_one_figure() -> None:
    page = Page().grid([80, 140, 200], [100, 140], [["规章", ""]]).words("4472", 145, 104, 10).words("28", 145, 120, 10)
    assert grid(read(page))[0, 1] == "447228"


def test_a_table_goes_on_over_a_page_break() -> None:
    xs = [80, 200, 300, 400]
    first = (
        body(Page(), 60, FULL)
        .grid(xs, [700, 720, 740], [["一、新收", "1", "2"], ["1.公开", "3", "4"]])
        .words("- 1 -", 280, 800)
    )
    second = body(Page().grid(xs, [60, 80], [["2.不公开", "5", "6"]]), 200, FULL)
    document = read(first, second)
    assert grid(document)[2, 0] == "2.不公开"
    assert grid(document)[2, 2] == "6"
    assert words(document) == [FULL, FULL]


def test_a_row_cut_by_a_page_break_is_one_row() -> None:
    xs = [80, 260, 340, 420]
    first = Page().grid(xs, [700, 720, 740], [["1.国家秘密", "1", "2"], ["2.申请人无正当理由", "", ""]])
    second = Page().grid(xs, [60, 80, 100], [["逾期不补正", "5", "6"], ["3.其他", "7", "8"]])
    assert grid(read(first, second)) == {
        (0, 0): "1.国家秘密", (0, 1): "1", (0, 2): "2",
        (1, 0): "2.申请人无正当理由逾期不补正", (1, 1): "5", (1, 2): "6",
        (2, 0): "3.其他", (2, 1): "7", (2, 2): "8",
    }  # fmt: skip


def test_column_heads_cut_by_a_page_break_are_one_row() -> None:
    xs = [80, 140, 200, 260, 320, 380]
    first = Page().grid(xs, [700, 720], [["结果", "结果", "其他", "尚未", "总"]])
    second = Page().grid(xs, [60, 80, 100], [["维持", "纠正", "结果", "审结", "计"], ["1", "2", "3", "4", "10"]])
    cells = grid(read(first, second))
    assert [cells[0, column] for column in range(5)] == ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
    assert cells[1, 4] == "10"


def test_a_merged_label_cut_by_a_page_break_is_one_cell() -> None:
    xs = [80, 160, 300, 400]
    first = Page().grid(xs, [700, 720], [["（四）无法", "1.不掌握", "1"]])
    second = Page().grid(xs[1:], [60, 80, 100], [["2.另行制作", "5"], ["3.不明确", "6"]])
    second.line(80, 60, 160, 60).line(80, 100, 160, 100).line(80, 60, 80, 100).words("提供", 83, 63, 10)
    document = read(first, second)
    assert grid(document)[0, 0] == "（四）无法提供"
    assert (1, 0) not in grid(document)


def test_edges_not_drawn_at_a_page_break_are_closed() -> None:
    page = Page().line(80, 720, 400, 720)
    for x in (80, 200, 300, 400):
        page.line(x, 700, x, 740)
    for top, row in ((702, ("甲", "1", "2")), (722, ("乙", "3", "4"))):
        for x, text in zip((84, 204, 304), row, strict=True):
            page.words(text, x, top, 10)
    assert grid(read(page)) == {(0, 0): "甲", (0, 1): "1", (0, 2): "2", (1, 0): "乙", (1, 1): "3", (1, 2): "4"}


def test_spans_have_boxes_on_their_pages() -> None:
    first, second = body(Page(), 100, FULL), body(Page(), 100, "\u3000收到4件")
    data = pdf(first, second)
    document = read_pdf(data, "稿.pdf")
    at = document.text.index("4件")
    (found,) = boxes(data, document, Span(at, at + 2))
    assert found.page == 2
    assert found.box.x0 == pytest.approx(LEFT + 24 + 24)
    assert found.box.x1 == pytest.approx(LEFT + 24 + 48)


def test_every_glyph_maps_home() -> None:
    page = body(Page(), 60, FULL, "\u3000完。").grid([80, 200, 300], [200, 220], [["规章", "12"]])
    document = read(page)
    indices = []
    for piece in document.source.pieces:
        assert piece.raw_start < 0 or piece.part == "page/1"
        indices += [home.start for home in document.source.homes(piece.span)]
    assert len(indices) == len(set(indices))


def test_a_scan_says_that_it_has_no_text() -> None:
    with pytest.raises(UnreadableInput) as caught:
        read(Page())
    assert caught.value.kind == "no_text"


def test_a_missing_library_names_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pdfplumber", None)
    with pytest.raises(UnreadableInput) as caught:
        read(body(Page(), 100, FULL))
    assert caught.value.kind == "needs_extra"
    assert "drafter[pdf]" in caught.value.message


@pytest.mark.parametrize("data", [b"%PDF-1.7\n", b"%PDF-1.7\ngarbage\n%%EOF", pdf(body(Page(), 100, FULL))[:700]])
def test_damaged_files_are_refused(data: bytes) -> None:
    with pytest.raises(UnreadableInput):
        read_pdf(data, "坏.pdf")


def test_a_stream_that_unpacks_without_end_is_refused() -> None:
    bomb = stream("", b"0" * 60_000_000)
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] /Contents 4 0 R /Resources << >> >>"
    data = assemble([b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>", page, bomb])
    with pytest.raises(UnreadableInput) as caught:
        read_pdf(data, "弹.pdf")
    assert caught.value.kind == "too_large"


def test_forms_drawn_over_and_over_are_refused() -> None:
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"]
    objects.append(
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] /Contents 4 0 R /Resources << /XObject << /A 5 0 R >> >> >>"
    )
    objects.append(stream("", b"/A Do " * 20))
    for level in range(12):
        inside = f"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /A {6 + level} 0 R >> >>"
        objects.append(stream(inside, b"/A Do " * 20))
    objects.append(stream("/Type /XObject /Subtype /Form /BBox [0 0 9 9]", b"0 0 1 1 re f"))
    with pytest.raises(UnreadableInput) as caught:
        read_pdf(assemble(objects), "弹.pdf")
    assert caught.value.kind == "too_large"


def test_mitred_borders_are_rulings() -> None:
    page = Page().words("规章", 84, 103, 10).words("1", 204, 103, 10)
    for y in (100, 120):
        page.content.append(f"0 0 0 rg 80 {842 - y} m 300 {842 - y} l 299.5 {841.5 - y} l 80.5 {841.5 - y} l h f")
    for x in (80, 200, 300):
        page.content.append(f"{x} 742 m {x} 722 l {x + 0.5} 722.5 l {x + 0.5} 741.5 l h f")
    assert grid(read(page)) == {(0, 0): "规章", (0, 1): "1"}
