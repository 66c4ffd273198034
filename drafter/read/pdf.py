"""PDF documents with a text layer. Part `page/N`, raw offsets count the page's glyphs in drawing order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from drafter.model.document import Document, Note
from drafter.model.problem import UnreadableInput
from drafter.model.span import Span
from drafter.read.flow import lay_out
from drafter.read.limits import check_size
from drafter.read.paper.glyphs import Box, Sheet, read_sheets
from drafter.read.paper.pages import assemble

_FEW = 20
"""Glyphs: a page with fewer and a picture is a scan."""


@dataclass(frozen=True, slots=True)
class PageBox:
    """A rectangle on a page counted from 1; points from the top left corner."""

    page: int
    box: Box


def read_pdf(data: bytes, name: str) -> Document:
    """Read a PDF: paragraphs and tables are joined over page breaks, page numbers left out.

    Raises UnreadableInput when it is scanned, encrypted, damaged or too large, or the pdf extra is not installed.
    """
    check_size(data)
    sheets = tuple(read_sheets(data, name))
    _refuse_scans(sheets, name)
    text, blocks = lay_out(assemble(sheets))
    return Document(name, text, blocks, "pdf", "utf-8", tuple(_notes(sheets)))


def boxes(data: bytes, document: Document, span: Span) -> tuple[PageBox, ...]:
    """Where `span` of a document read from `data` stands: a rectangle for each stretch of glyphs on one line."""
    homes = document.source.homes(span)
    wanted = {(home.part, index) for home in homes for index in range(home.start, home.end)}
    found: list[PageBox] = []
    for sheet in read_sheets(data, document.name):
        for glyph in sheet.glyphs:
            if (f"page/{sheet.number}", glyph.index) in wanted:
                _extend(found, PageBox(sheet.number, glyph.box))
    return tuple(found)


def _extend(found: list[PageBox], added: PageBox) -> None:
    last = found[-1] if found else None
    if last is None or last.page != added.page or not _side_by_side(last.box, added.box):
        found.append(added)
        return
    a, b = last.box, added.box
    found[-1] = PageBox(last.page, Box(a.x0, min(a.top, b.top), max(a.x1, b.x1), max(a.bottom, b.bottom)))


def _side_by_side(a: Box, b: Box) -> bool:
    return a.x0 <= b.x0 and min(a.bottom, b.bottom) - max(a.top, b.top) > (b.bottom - b.top) / 2


def _scans(sheets: Sequence[Sheet]) -> list[int]:
    return [sheet.number for sheet in sheets if len(sheet.glyphs) < _FEW and sheet.pictures]


def _refuse_scans(sheets: Sequence[Sheet], name: str) -> None:
    glyphs = [glyph for sheet in sheets for glyph in sheet.glyphs]
    if not glyphs or (len(glyphs) < _FEW * len(sheets) and len(_scans(sheets)) * 2 > len(sheets)):
        raise UnreadableInput(
            "no_text", f"{name} 没有文字层（多半是扫描件或图片），无法检查。请用原来的 Word 稿，或先做文字识别。"
        )
    if sum(glyph.text == "\ufffd" for glyph in glyphs) * 3 > len(glyphs):
        raise UnreadableInput("no_text", f"{name} 的字体没有文字编码，读不出文字。请用原来的 Word 稿，或重新导出 PDF。")


def _notes(sheets: Sequence[Sheet]) -> list[Note]:
    notes = []
    if scans := _scans(sheets):
        notes.append(Note(f"第 {'、'.join(map(str, scans))} 页是图片，没有文字，没有检查。"))
    if any(glyph.text == "\ufffd" for sheet in sheets for glyph in sheet.glyphs):
        notes.append(Note("PDF 里有无法还原的字（�），请核对原稿。"))
    if sideways := sum(sheet.sideways for sheet in sheets):
        notes.append(Note(f"PDF 里有 {sideways} 个斜放或横放的字（如水印），没有检查。"))
    return notes
