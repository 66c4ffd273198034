"""A draft as a Word document, set as GB/T 9704—2012 asks: 仿宋 16 pt, 28 pt lines, headings 黑体 and 楷体.

Fonts are named with fall-backs for machines that lack them. Open places are highlighted.
"""

from __future__ import annotations

import io
import re
from typing import Any
from xml.sax.saxutils import quoteattr

from drafter.compose.draft import OPEN, Draft, Heading, Paragraph
from drafter.compose.layout import Layout, Place, layout_of
from drafter.compose.scribe import plain
from drafter.model.problem import Problem

_BODY, _FIRST, _SECOND, _TITLE, _TABLE = "仿宋", "黑体", "楷体", "方正小标宋简体", "宋体"
_FALLBACKS = {
    _BODY: "仿宋_GB2312,FangSong,STFangsong,Noto Serif CJK SC",
    _FIRST: "SimHei,STHeiti,Noto Sans CJK SC",
    _SECOND: "楷体_GB2312,KaiTi,STKaiti,Noto Serif CJK SC",
    _TITLE: "小标宋体,宋体,SimSun,Noto Serif CJK SC",
    _TABLE: "SimSun,STSong,Noto Serif CJK SC",
}
_PAGE = {"top": 37, "bottom": 35, "left": 28, "right": 26}
"""Margins in millimetres on A4, which leave the 156 mm × 225 mm of the standard."""
_TEXT_WIDTH = 156
_ROW_HEIGHT = 6
_TABLE_SIZE = {"disclosure": 12, "requests": 9, "review": 9}


def as_word(draft: Draft) -> bytes:
    """A .docx. Raises Problem when python-docx is not installed."""
    try:
        from docx import Document
    except ImportError as error:
        raise Problem("missing_extra", "写 docx 需要 python-docx：请安装 drafter[docx]") from error
    document = Document()
    _set_page(document)
    _set_styles(document)
    _set_properties(document, draft.title)
    _add_title(document, draft)
    for part in draft.parts:
        if isinstance(part, Heading):
            document.add_paragraph(part.text, style=f"Heading {part.level}")
        elif isinstance(part, Paragraph):
            _add_text(document.add_paragraph(), part.text)
        else:
            _add_table(document, draft, layout_of(draft.form, part.kind))
    _name_fallbacks(document)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _set_page(document: Any) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Mm, Pt

    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(_PAGE["top"]), Mm(_PAGE["bottom"])
    section.left_margin, section.right_margin = Mm(_PAGE["left"]), Mm(_PAGE["right"])
    footer = section.footer.paragraphs[0]
    footer.alignment = WD_ALIGN_PARAGRAPH.CENTER
    footer.paragraph_format.first_line_indent = Pt(0)
    footer.add_run("— ")
    _add_page_field(footer)
    footer.add_run(" —")
    for run in footer.runs:
        run.font.size = Pt(14)


def _add_page_field(paragraph: Any) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    for kind, words in (("begin", ""), ("", "PAGE"), ("end", "")):
        run = paragraph.add_run()
        if kind:
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
        else:
            mark = OxmlElement("w:instrText")
            mark.text = words
        run._r.append(mark)


def _set_styles(document: Any) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
    from docx.shared import Pt

    for name, font, size, indent in (
        ("Normal", _BODY, 16, 32),
        ("Title", _TITLE, 22, 0),
        ("Heading 1", _FIRST, 16, 32),
        ("Heading 2", _SECOND, 16, 32),
    ):
        style = document.styles[name]
        _set_font(style, font, size)
        form = style.paragraph_format
        form.first_line_indent = Pt(indent)
        form.space_before = form.space_after = Pt(0)
        form.line_spacing_rule = WD_LINE_SPACING.EXACTLY
        form.line_spacing = Pt(28)
    title = document.styles["Title"].paragraph_format
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    title.line_spacing = Pt(32)
    title.space_after = Pt(28)
    borders = document.styles["Title"].element.pPr.find(_q("w:pBdr"))
    if borders is not None:
        document.styles["Title"].element.pPr.remove(borders)


def _set_font(style: Any, font: str, size: int) -> None:
    from docx.shared import Pt, RGBColor

    style.font.name = "Times New Roman"
    style.font.size = Pt(size)
    style.font.bold = False
    style.font.color.rgb = RGBColor(0, 0, 0)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for attribute in [a for a in fonts.attrib if a.endswith("Theme")]:
        del fonts.attrib[attribute]
    fonts.set(_q("w:eastAsia"), font)


def _set_properties(document: Any, title: str) -> None:
    properties = document.core_properties
    properties.title, properties.author, properties.comments = title, "", ""
    properties.language = "zh-CN"


def _add_title(document: Any, draft: Draft) -> None:
    """On two lines, so that no word is broken: whose report, then of which year."""
    paragraph = document.add_paragraph(draft.agency, style="Title")
    paragraph.add_run().add_break()
    paragraph.add_run(draft.title.removeprefix(draft.agency))


def _add_text(paragraph: Any, text: str) -> None:
    """The text with its open places highlighted."""
    from docx.enum.text import WD_COLOR_INDEX

    at = 0
    for match in OPEN.finditer(text):
        if match.start() > at:
            paragraph.add_run(text[at : match.start()])
        paragraph.add_run(match.group()).font.highlight_color = WD_COLOR_INDEX.YELLOW
        at = match.end()
    if at < len(text):
        paragraph.add_run(text[at:])


def _add_table(document: Any, draft: Draft, layout: Layout) -> None:
    from docx.enum.table import WD_TABLE_ALIGNMENT
    from docx.shared import Mm

    table = document.add_table(layout.height, len(layout.widths), style="Table Grid")
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    table.autofit = False
    grid = [list(row.cells) for row in table.rows]
    total = sum(layout.widths)
    for i, width in enumerate(layout.widths):
        table.columns[i].width = Mm(_TEXT_WIDTH * width / total)
        for row in grid:
            row[i].width = Mm(_TEXT_WIDTH * width / total)
    for place in layout.places:
        cell = grid[place.row][place.column]
        if place.rows > 1 or place.columns > 1:
            cell = cell.merge(grid[place.row + place.rows - 1][place.column + place.columns - 1])
        _fill(cell, draft, place, _TABLE_SIZE[layout.kind])
    for number, row in enumerate(table.rows):
        _keep_row(row, repeat=layout.kind == "requests" and number < 3)


def _fill(cell: Any, draft: Draft, place: Place, size: int) -> None:
    from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT
    from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
    from docx.shared import Pt

    value = draft.cells.get(place.address) if place.address else None
    paragraph = cell.paragraphs[0]
    run = paragraph.add_run(place.text if not place.address else "" if value is None else str(plain(value)))
    run.font.size = Pt(size)
    run._r.get_or_add_rPr().get_or_add_rFonts().set(_q("w:eastAsia"), _TABLE)
    form = paragraph.paragraph_format
    form.first_line_indent = Pt(0)
    form.line_spacing_rule = WD_LINE_SPACING.SINGLE
    left = place.style == "row" and place.rows == 1
    paragraph.alignment = WD_ALIGN_PARAGRAPH.LEFT if left else WD_ALIGN_PARAGRAPH.CENTER
    cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER


def _keep_row(row: Any, *, repeat: bool) -> None:
    """A row does not break over pages; heads are repeated on the next."""
    from docx.oxml import OxmlElement
    from docx.shared import Mm

    row.height = Mm(_ROW_HEIGHT)
    properties = row._tr.get_or_add_trPr()
    properties.append(OxmlElement("w:cantSplit"))
    if repeat:
        properties.append(OxmlElement("w:tblHeader"))


def _name_fallbacks(document: Any) -> None:
    """Writes w:altName into the font table, which python-docx leaves as its template has it."""
    fonts = "".join(
        f"<w:font w:name={quoteattr(name)}><w:altName w:val={quoteattr(others)}/></w:font>"
        for name, others in _FALLBACKS.items()
    )
    for part in document.part.package.iter_parts():
        if str(part.partname) == "/word/fontTable.xml":
            table = part.blob.decode("utf-8")
            part._blob = re.sub(r"(?=</w:fonts>)", lambda _: fonts, table, count=1).encode("utf-8")


def _q(name: str) -> str:
    from docx.oxml.ns import qn

    return str(qn(name))
