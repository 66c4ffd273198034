"""The Word draft: styles of the standard, fall-back fonts, merged tables, open places in sight."""

from __future__ import annotations

import io
import zipfile

from docx import Document
from docx.enum.text import WD_COLOR_INDEX
from docx.oxml.ns import qn

from drafter.compose.draft import OPEN
from drafter.compose.word import as_word
from tests.support.make_drafts import draft

DATA = as_word(draft("云溪县青石镇人民政府", 3, busy=1.0))
DOCUMENT = Document(io.BytesIO(DATA))


def test_styles_follow_the_standard() -> None:
    fonts = {"Normal": "仿宋", "Heading 1": "黑体", "Heading 2": "楷体", "Title": "方正小标宋简体"}
    for name, font in fonts.items():
        assert DOCUMENT.styles[name].element.rPr.rFonts.get(qn("w:eastAsia")) == font
    body = DOCUMENT.styles["Normal"]
    assert (body.font.size.pt, body.paragraph_format.line_spacing.pt) == (16, 28)
    section = DOCUMENT.sections[0]
    assert [round(v.mm) for v in (section.page_width, section.top_margin, section.left_margin)] == [210, 37, 28]


def test_fonts_have_fallbacks() -> None:
    with zipfile.ZipFile(io.BytesIO(DATA)) as archive:
        table = archive.read("word/fontTable.xml").decode()
    for font, other in (("仿宋", "FangSong"), ("黑体", "SimHei"), ("楷体", "KaiTi")):
        assert f'<w:font w:name="{font}"><w:altName w:val="' in table
        assert other in table


def test_three_tables_with_merged_labels() -> None:
    disclosure, requests, review = DOCUMENT.tables
    assert [len(t.rows) for t in (disclosure, requests, review)] == [14, 28, 4]
    assert requests.cell(5, 0)._tc is requests.cell(26, 0)._tc
    assert requests.cell(0, 3)._tc is requests.cell(0, 9)._tc
    assert review.cell(0, 5)._tc is review.cell(0, 14)._tc


def test_open_places_are_highlighted_and_nothing_else() -> None:
    for paragraph in DOCUMENT.paragraphs:
        lit = [r.text for r in paragraph.runs if r.font.highlight_color == WD_COLOR_INDEX.YELLOW]
        assert lit == OPEN.findall(paragraph.text)


def test_properties_tell_nothing_but_the_title() -> None:
    properties = DOCUMENT.core_properties
    assert properties.title.endswith("政府信息公开工作年度报告")
    assert (properties.author, properties.comments) == ("", "")
