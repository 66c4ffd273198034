"""Word documents: what is read, what is left out, and where it stands."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.model.block import Grid, Paragraph
from drafter.model.document import Document
from drafter.model.problem import UnreadableInput
from drafter.model.span import Span
from drafter.ooxml.package import open_package
from drafter.ooxml.xmltree import decode
from drafter.read.docx import read_docx
from tests.support import make_docx as make
from tests.support.spans import check_document, grid, words

CHINESE_NUMBERS = make.part(
    "numbering",
    '<w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/>'
    '<w:lvlText w:val="%1、"/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/>'
    '<w:lvlText w:val="（%2）"/></w:lvl></w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num>',
)


def read(body: str, **parts: str) -> Document:
    data = make.package(body, parts)
    document = read_docx(data, "稿.docx")
    package = open_package(data)
    check_document(document, {n: decode(package.read(n)) for n in package.members if n.endswith(".xml")})
    return document


def numbered(text: str, level: int = 0) -> str:
    return make.para(text, properties=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="3"/></w:numPr>')


def test_runs_are_joined_and_paragraphs_parted() -> None:
    document = read(make.para("云湖", "镇2024年") + make.para() + make.para("一、总体情况"))
    assert document.text == "云湖镇2024年\n\n一、总体情况"
    assert words(document) == ["云湖镇2024年", "一、总体情况"]


def test_insertions_are_taken_and_deletions_left_out() -> None:
    inserted = f'<w:ins w:id="1" w:author="甲">{make.run("新增")}</w:ins>'
    deleted = '<w:del w:id="2" w:author="甲"><w:r><w:delText>旧的</w:delText></w:r></w:del>'
    assert read(make.para("共", deleted, inserted, "3条")).text == "共新增3条"


def test_field_codes_and_hidden_text_are_left_out() -> None:
    field = "<w:r><w:instrText>PAGE</w:instrText></w:r>"
    hidden = make.run("草稿", "<w:vanish/>")
    document = read(make.para("第", field, hidden, "页"))
    assert document.text == "第页"
    assert "隐藏文字" in document.notes[0].message


def test_signs_map_to_their_elements() -> None:
    document = read(make.para("<w:r><w:t>甲&amp;乙</w:t><w:tab/><w:t>丙</w:t><w:br/><w:t>丁</w:t></w:r>"))
    assert document.text == "甲&乙\t丙\n丁"
    assert words(document) == ["甲&乙\t丙", "丁"]
    (home,) = document.source.homes(Span(3, 4))
    (entity,) = document.source.homes(Span(1, 2))
    xml = decode(open_package(make.package(make.para())).read("word/document.xml"))
    assert home.part == "word/document.xml"
    assert home.end - home.start == len("<w:tab/>")
    assert entity.end - entity.start == len("&amp;")
    assert len(xml) > 0


def test_blanks_at_the_ends_count_only_where_preserved() -> None:
    document = read(make.para("<w:r><w:t> 甲 </w:t></w:r>", "<w:r><w:t xml:space='preserve'> 乙</w:t></w:r>"))
    assert document.text == "甲 乙"


def test_automatic_numbers_stand_in_the_text_as_invented() -> None:
    document = read(
        numbered("总体情况") + numbered("主动公开", 1) + numbered("收到", 1) + numbered("附则"),
        numbering=CHINESE_NUMBERS,
    )
    assert words(document) == ["一、总体情况", "（一）主动公开", "（二）收到", "二、附则"]
    assert document.source.homes(Span(0, 2)) == ()


def test_numbers_of_a_style_are_counted() -> None:
    styles = make.part(
        "styles",
        '<w:style w:type="paragraph" w:styleId="a"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="b"><w:name w:val="章"/><w:basedOn w:val="a"/></w:style>',
    )
    body = make.para("甲", properties='<w:pStyle w:val="a"/>') + make.para("乙", properties='<w:pStyle w:val="b"/>')
    document = read(body, styles=styles, numbering=CHINESE_NUMBERS)
    assert words(document) == ["一、甲", "二、乙"]
    first = document.blocks[0]
    assert isinstance(first, Paragraph)
    assert (first.style, first.heading) == ("heading 1", 1)


def test_merged_cells_stand_once() -> None:
    body = make.table(
        [
            [make.cell("头", span=2), make.cell("总计", merge="restart")],
            ["左", "右", make.cell("看不见", merge="continue")],
            ["1", "", make.cell("3")],
        ]
    )
    document = read(body)
    assert grid(document) == {
        (0, 0): "头",
        (0, 2): "总计",
        (1, 0): "左",
        (1, 1): "右",
        (2, 0): "1",
        (2, 1): "",
        (2, 2): "3",
    }
    (block,) = document.blocks
    assert isinstance(block, Grid)
    assert [(c.row_span, c.column_span) for c in block.cells[:2]] == [(1, 2), (2, 1)]
    assert document.text == "头\t总计\n左\t右\n1\t\t3"


def test_a_frame_around_tables_is_layout() -> None:
    inner = make.table([["规章", "0"], ["许可", "1"]])
    document = read(make.table([[make.cell(make.para("一、总体情况") + inner + make.para("二、"))]]))
    assert words(document) == ["一、总体情况", "二、"]
    assert grid(document)[1, 1] == "1"


def test_a_table_inside_a_cell_of_a_real_table_is_read_in_the_cell() -> None:
    inner = make.table([["3", "4"]])
    document = read(make.table([[f"甲{i}", f"{i}"] for i in range(8)] + [["乙", make.cell(inner + make.para())]]))
    assert grid(document)[8, 1] == "3\t4"


def test_prose_inside_a_table_is_read_as_paragraphs() -> None:
    prose = "本镇认真贯彻落实上级部署。" * 15
    document = read(make.table([["规章", "0"], [make.cell(prose, span=2)], ["许可", "1"]]))
    assert words(document) == [prose]
    assert (grid(document, 0), grid(document, 1)) == ({(0, 0): "规章", (0, 1): "0"}, {(0, 0): "许可", (0, 1): "1"})


def test_text_boxes_headers_and_footnotes_have_their_layers() -> None:
    box = f"<w:txbxContent>{make.para('框内')}</w:txbxContent>"
    choice = f'<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>{box}</w:drawing></mc:Choice><mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent>'
    document = read(
        make.para("正文", f"<w:r>{choice}</w:r>"),
        header=make.part("hdr", make.para("页眉")),
        footnotes=make.part(
            "footnotes",
            f'<w:footnote w:type="separator" w:id="0">{make.para("-")}</w:footnote><w:footnote w:id="1">{make.para("注")}</w:footnote>',
        ),
    )
    assert words(document) == ["正文"]
    assert [words(document, layer) for layer in ("textbox", "header", "footnote")] == [["框内"], ["页眉"], ["注"]]


def test_pictures_and_objects_are_reported() -> None:
    body = make.para("<w:r><w:object/></w:r>", "<w:r><w:drawing><a:blip r:embed='rId9'/></w:drawing></w:r>")
    messages = [note.message for note in read(body).notes]
    assert any("1 个嵌入对象" in m for m in messages)
    assert any("1 张图片" in m for m in messages)


@pytest.mark.parametrize(
    ("comment", "codes", "reason"),
    [
        ("drafter:忽略 W101 原因：固定名称", ("W101",), "固定名称"),
        ("drafter：忽略 W101、T3 -- 已核", ("W101", "T3"), "已核"),
        ("drafter: ignore W101", ("W101",), ""),
        ("drafter:忽略 W101", ("W101",), ""),
    ],
)
def test_silencing_comments(comment: str, codes: tuple[str, ...], reason: str) -> None:
    comments = make.part("comments", f'<w:comment w:id="4" w:author="乙">{make.para(comment)}</w:comment>')
    start, end = (
        '<w:commentRangeStart w:id="4"/>',
        '<w:commentRangeEnd w:id="4"/><w:r><w:commentReference w:id="4"/></w:r>',
    )
    document = read(make.para("前", start, "领导", "班子", end, "后"), comments=comments)
    (silencer,) = document.silencers
    assert silencer.scope.of(document.text) == "领导班子"
    assert (silencer.codes, silencer.reason) == (codes, reason)


def test_a_comment_without_a_range_silences_its_paragraph() -> None:
    comments = make.part("comments", f'<w:comment w:id="4">{make.para("drafter:忽略 W101")}</w:comment>')
    document = read(make.para("前") + make.para("整段", '<w:r><w:commentReference w:id="4"/></w:r>'), comments=comments)
    assert [s.scope.of(document.text) for s in document.silencers] == ["整段"]


def test_other_comments_are_no_silencers() -> None:
    comments = make.part("comments", f'<w:comment w:id="4">{make.para("请核对 drafter:忽略")}</w:comment>')
    assert read(make.para("甲", '<w:r><w:commentReference w:id="4"/></w:r>'), comments=comments).silencers == ()


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"", "empty"),
        (b"<html></html>", "wrong_type"),
        (b"PK\x03\x04 broken", "damaged"),
        (make.zipped({"a.txt": b"x"}), "wrong_type"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
    ],
)
def test_what_is_no_readable_word_document_says_so(data: bytes, kind: str) -> None:
    with pytest.raises(UnreadableInput) as caught:
        read_docx(data, "稿.docx")
    assert caught.value.kind == kind


_WORDS = st.text(st.sampled_from("一二公开𠮷😀é1 &<\u3000、\t"), max_size=6)
_SIGNS = st.sampled_from(["<w:r><w:tab/></w:r>", "<w:r><w:br/></w:r>", "<w:r><w:t>&#x4e00;<![CDATA[甲<]]></w:t></w:r>"])
_RUNS = st.lists(st.one_of(_WORDS.map(make.run), _SIGNS), max_size=5)
_PARAGRAPHS = st.lists(_RUNS.map(lambda runs: make.para(*runs)), min_size=1, max_size=5)
_CELLS = st.one_of(_WORDS.map(make.cell), _PARAGRAPHS.map(lambda paras: make.cell("".join(paras))))
_TABLES = st.lists(st.lists(_CELLS, min_size=2, max_size=4), min_size=1, max_size=4).map(make.table)


@settings(max_examples=80, deadline=None)
@given(st.lists(st.one_of(_PARAGRAPHS.map("".join), _TABLES), min_size=1, max_size=4).map("".join))
def test_every_span_maps_home_and_back(body: str) -> None:
    document = read(body)
    xml = decode(open_package(make.package(body)).read("word/document.xml"))
    for piece in document.source.pieces:
        for offset in range(piece.span.start, piece.span.end):
            for home in document.source.homes(Span(offset, offset + 1)):
                back = [
                    p.span.start + (home.start - p.raw_start if p.linear else 0)
                    for p in document.source.pieces
                    if p.part == home.part and p.raw_start <= home.start < p.raw_end
                ]
                assert back == [offset] or not piece.linear
                assert not piece.linear or xml[home.start : home.end].replace("\t", " ") == document.text[offset]
