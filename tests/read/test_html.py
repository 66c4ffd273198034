"""Web pages: what is read, what is left out, and where it stands."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.model.block import Grid
from drafter.model.document import Document
from drafter.model.problem import UnreadableInput
from drafter.model.span import Span
from drafter.read.html import read_html
from tests.support import make_html as make
from tests.support.spans import check_document, grid, words

TITLE = "云湖镇2024年政府信息公开工作年度报告"
REPORT = "".join(
    make.para(p)
    for p in ("根据条例编制本报告。", "一、总体情况", "本镇认真落实。" * 40, "六、其他需要报告的事项", "无。")
)


def read(body: str) -> Document:
    data = make.page(body)
    document = read_html(data, "页.html")
    check_document(document, {"": data.decode()})
    return document


def test_white_space_collapses_as_in_a_browser() -> None:
    assert read("<p>\n  甲  乙\n   丙 A\n B </p><p>丁</p>").text == "甲 乙丙 A B\n丁"


def test_words_split_over_spans_are_joined() -> None:
    document = read("<p><span>收</span><font>到</font><b> 4 </b>件</p>")
    assert document.text == "收到 4 件"
    assert [len(p.span) for p in document.source.pieces if p.raw_start >= 0] == [1, 1, 1, 1, 1, 1]


def test_entities_map_to_their_whole() -> None:
    data = make.page("<p>甲&nbsp;&lt;乙&#x4e19;&amp</p>")
    document = read_html(data, "页.html")
    assert document.text == "甲\u00a0<乙丙&"
    (home,) = document.source.homes(Span(4, 5))
    assert data.decode()[home.start : home.end] == "&#x4e19;"


def test_a_line_break_parts_lines() -> None:
    assert words(read("<p>一、总体情况<br/>2024年，<br></p>")) == ["一、总体情况", "2024年，"]


def test_left_out_end_tags_are_understood() -> None:
    document = read("<p>甲<p>乙<table><tr><td>1<td>2<tr><td>3<td>4</table><ul><li>丙<li>丁</ul>")
    assert words(document) == ["甲", "乙", "丙", "丁"]
    assert grid(document) == {(0, 0): "1", (0, 1): "2", (1, 0): "3", (1, 1): "4"}


def test_merged_and_empty_cells() -> None:
    rows = '<tr><td rowspan="2">甲</td><td colspan=2>乙</td></tr><tr><td>&nbsp;</td><td></td></tr>'
    document = read(f"<table>{rows}</table>")
    assert grid(document) == {(0, 0): "甲", (0, 1): "乙", (1, 1): "\u00a0", (1, 2): ""}
    (block,) = document.blocks
    assert isinstance(block, Grid)
    assert [(c.row_span, c.column_span) for c in block.cells] == [(2, 1), (1, 2), (1, 1), (1, 1)]


def test_spans_beyond_the_table_are_cut() -> None:
    document = read(
        '<table><tr><td rowspan="99999999">甲</td><td colspan="99999999">乙</td></tr><tr><td>丙</td></tr></table>'
    )
    (block,) = document.blocks
    assert isinstance(block, Grid)
    assert [(c.row, c.column, c.row_span) for c in block.cells] == [(0, 0, 2), (0, 1, 1), (1, 1, 1)]


def test_a_page_laid_out_with_tables_is_unwrapped() -> None:
    inner = make.table([["规章", "0"], ["许可", "1"]])
    document = read(f"<table><tr><td>{make.para(TITLE)}</td></tr><tr><td>{REPORT}{inner}</td></tr></table>")
    assert words(document)[:2] == [TITLE, "根据条例编制本报告。"]
    assert grid(document)[1, 1] == "1"


def test_menus_and_footers_are_left_out_and_noted() -> None:
    menu = "<div class=nav><ul><li><a href=/>首页</a><li><a href=/b>机构职能</a></ul></div>"
    crumbs = f"<div>当前位置：首页 > 年报 > {TITLE}</div>"
    foot = "<div class=foot><p>主办单位：云湖镇人民政府 网站标识码：0000000000 联系我们</p></div>"
    document = read(f"{menu}{crumbs}<h1>{TITLE}</h1><div id=zoom>{REPORT}</div>{foot}")
    assert words(document)[:2] == [TITLE, "根据条例编制本报告。"]
    assert words(document)[-1] == "无。"
    assert "导航" in document.notes[0].message


def test_parts_of_a_report_beside_its_largest_part_are_kept() -> None:
    body = f"<div><div>{make.para('一、总体情况')}</div><div>{make.para('长文。' * 100)}</div><div>{make.para('六、其他需要报告的事项')}</div></div>"
    assert words(read(body))[0] == "一、总体情况"


def test_the_page_title_serves_where_no_heading_does() -> None:
    document = read_html(make.page(REPORT, title=f"{TITLE}-云湖镇"), "页.html")
    assert words(document)[0] == TITLE


def test_hidden_things_and_scripts_are_left_out() -> None:
    body = f"<script>var a = '<p>码</p>';</script><style>p{{}}</style><div style='display: none'>藏</div><!-- 注 --><p hidden>藏</p>{REPORT}"
    assert words(read(body))[0] == "根据条例编制本报告。"


def test_numbered_lists_show_their_numbers() -> None:
    document = read("<ol><li>甲</li><li>乙</li></ol>")
    assert words(document) == ["1.甲", "2.乙"]


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [("gb2312", "gb18030"), ("GBK", "gb18030"), ("utf-8", "gb18030"), ("gb2312", "utf-8"), ("", "gb18030")],
)
def test_encodings(declared: str, encoding: str) -> None:
    head = f'<meta http-equiv="Content-Type" content="text/html; charset={declared}">' if declared else ""
    data = f"<html><head>{head}</head><body>{REPORT}</body></html>".encode(encoding)
    document = read_html(data, "页.html")
    assert document.encoding == encoding
    assert words(document)[1] == "一、总体情况"


def test_an_empty_page_says_so() -> None:
    with pytest.raises(UnreadableInput) as caught:
        read_html(make.page("<script>document.write('正文')</script><div></div>"), "页.html")
    assert caught.value.kind == "no_text"


def test_broken_markup_is_read() -> None:
    assert "丙" in read("<p title='甲>乙 < 3<!-- <p>丙</p><b").text


_WORDS = st.text(st.sampled_from("一二公开𠮷😀é1 &<\u3000、\t\n"), max_size=6)
_INLINE = st.recursive(
    st.one_of(
        _WORDS.map(lambda w: make.para(w, "span")),
        st.sampled_from(["&nbsp;", "&#x20BB7;", "<br>", "<!-- x -->", "&amp;"]),
    ),
    lambda inner: st.lists(inner, max_size=3).map(lambda parts: f"<b>{''.join(parts)}</b>"),
    max_leaves=8,
)
_CELL = _INLINE.map(lambda inside: f"<td>{inside}</td>")
_TABLE = st.lists(st.lists(_CELL, min_size=1, max_size=3), min_size=1, max_size=3).map(make.table)
_BLOCK = st.one_of(_INLINE.map(lambda inside: f"<p>{inside}</p>"), _TABLE)


@settings(max_examples=100, deadline=None)
@given(st.lists(_BLOCK, min_size=1, max_size=5).map("".join))
def test_every_span_maps_home_and_back(body: str) -> None:
    document = read(body + "<p>末</p>")
    source = make.page(body + "<p>末</p>").decode()
    for piece in document.source.pieces:
        for offset in range(piece.span.start, piece.span.end):
            for home in document.source.homes(Span(offset, offset + 1)):
                assert not piece.linear or source[home.start : home.end] == document.text[offset]
                back = [p.span.start for p in document.source.pieces if p.raw_start <= home.start < p.raw_end]
                assert back == [piece.span.start]


@given(st.text(st.sampled_from("<>!-/pdivtable =\"'&;#x甲乙\n"), max_size=200))
def test_any_text_is_read_or_refused(body: str) -> None:
    document = read(f"<p>首</p>{body}<p>末</p>")
    assert "首" in document.text
