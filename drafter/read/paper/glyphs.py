"""Glyphs and ruled tables of a PDF's pages, read under limits.

A PDF may ask for far more work than its size tells: streams that unpack a thousandfold, forms drawn over and over. What
is unpacked and what is drawn is counted, and reading stops when an honest report would long be over.
"""

from __future__ import annotations

import io
import logging
import threading
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any

from drafter.model.problem import Problem, UnreadableInput

MAX_PAGES = 200
MAX_UNPACKED = 48 * 1024 * 1024
"""Bytes of one stream; fonts are the largest, with some ten megabytes."""
MAX_DRAWN = 2_500_000
"""Bytes of drawing instructions, a form counted each time it is drawn; a page of the form has about 40 000."""
_MAX_CROSSINGS = 3_000
"""Crossings of rulings on a page; the densest page of the form has about 300."""
_THIN = 2.0
"""Points: a filled bar up to this thick is a ruling, a thicker one a background."""
_ASCENT = 0.88
"""Share of a Chinese character's height above the base line."""
_LOCK = threading.Lock()


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in points from the top left corner of the page."""

    x0: float
    top: float
    x1: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Glyph:
    """A drawn character; `index` counts the page's glyphs in drawing order, `size` is in points."""

    text: str
    index: int
    box: Box
    size: float


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page. `tables` are the cells of each ruled table; `pictures` counts images; `sideways` glyphs are left out."""

    number: int
    width: float
    height: float
    glyphs: tuple[Glyph, ...]
    tables: tuple[tuple[Box, ...], ...]
    pictures: int
    sideways: int


def read_sheets(data: bytes, name: str) -> Iterator[Sheet]:
    """The pages of a PDF. Raises UnreadableInput: missing library, encrypted, damaged, too large."""
    try:
        import pdfplumber
        from pdfminer.pdfdocument import PDFPasswordIncorrect
    except ImportError as error:
        raise UnreadableInput(
            "needs_extra", "读取 PDF 需要安装 pdfplumber，请运行：pip install 'drafter[pdf]'；或把稿件另存为 docx。"
        ) from error
    with _bounded():
        try:
            with pdfplumber.open(io.BytesIO(data)) as pdf:
                yield from _sheets(pdf)
        except Problem:
            raise
        except Exception as error:
            # pdfminer raises anything from KeyError to RecursionError on damaged files.
            if isinstance(_root(error), PDFPasswordIncorrect):
                raise UnreadableInput("encrypted", f"{name} 设有打开密码。请取消密码后再检查。") from error
            if isinstance(_root(error), Problem):
                raise _root(error) from error
            raise UnreadableInput(
                "damaged", f"{name} 不是完好的 PDF（{type(_root(error)).__name__}）。请重新导出，或改用 docx。"
            ) from error


def _root(error: BaseException) -> BaseException:
    """pdfplumber wraps what pdfminer raises in its own exception."""
    inner = error.args[0] if error.args else None
    return inner if isinstance(inner, BaseException) else error


@contextmanager
def _bounded() -> Iterator[None]:
    """While a PDF is read, pdfminer unpacks no stream beyond MAX_UNPACKED, and keeps its remarks on fonts to itself."""
    from pdfminer import pdftypes

    shim = SimpleNamespace(decompress=_unpack, decompressobj=zlib.decompressobj, error=zlib.error)
    remarks = logging.getLogger("pdfminer")
    with _LOCK:
        before, pdftypes.zlib = pdftypes.zlib, shim  # type: ignore[attr-defined,assignment]
        level = remarks.level
        remarks.setLevel(logging.CRITICAL)
        try:
            yield
        finally:
            pdftypes.zlib = before  # type: ignore[attr-defined]
            remarks.setLevel(level)


def _unpack(data: bytes) -> bytes:
    unpacker = zlib.decompressobj()
    unpacked = unpacker.decompress(data, MAX_UNPACKED)
    if unpacker.unconsumed_tail:
        raise UnreadableInput("too_large", "PDF 内有解压后异常巨大的数据，不是正常的报告，已停止读取。")
    if not unpacker.eof:
        raise zlib.error("incomplete stream")
    return unpacked


def _sheets(pdf: Any) -> Iterator[Sheet]:
    spent = [0]
    for count, page in enumerate(pdf.pages):
        if count >= MAX_PAGES:
            raise UnreadableInput("too_large", f"PDF 超过 {MAX_PAGES} 页，不是一份年度报告，已停止读取。")
        _draw(page, spent)
        yield _sheet(page)
        page.close()


def _draw(page: Any, spent: list[int]) -> None:
    """Lay out a page as pdfplumber does, with what is drawn counted."""
    from pdfminer.pdfinterp import PDFPageInterpreter
    from pdfminer.pdftypes import stream_value
    from pdfplumber.page import PDFPageAggregatorWithMarkedContent

    class Counted(PDFPageInterpreter):
        def execute(self, streams: Any) -> None:
            spent[0] += 1000 + sum(len(stream_value(stream).get_data()) for stream in streams)
            if spent[0] > MAX_DRAWN:
                raise UnreadableInput("too_large", "PDF 的绘图内容异常庞大，不是正常的报告，已停止读取。请改用 docx。")
            super().execute(streams)

    device = PDFPageAggregatorWithMarkedContent(pdf_resources := page.pdf.rsrcmgr, pageno=page.page_number)
    Counted(pdf_resources, device).process_page(page.page_obj)
    page._layout = device.get_result()


def _sheet(page: Any) -> Sheet:
    glyphs, sideways = [], 0
    seen: set[tuple[str, int, int]] = set()
    for index, char in enumerate(page.chars):
        text = "\ufffd" if char["text"].startswith("(cid:") else char["text"]
        place = (text, round(char["x0"]), round(char["top"]))
        # Bold is at times faked by drawing a glyph twice.
        if not text or text == "\x00" or place in seen:
            continue
        seen.add(place)
        if not char["upright"]:
            sideways += 1
            continue
        glyphs.append(Glyph(text, index, _box(char), char["size"]))
    return Sheet(
        page.page_number,
        float(page.width),
        float(page.height),
        tuple(glyphs),
        _tables(page),
        len(page.images),
        sideways,
    )


def _box(char: dict[str, Any]) -> Box:
    """The glyph's place by its base line: the height a font declares is at times wrong, and differs between the Chinese
    and the Latin letters of a line."""
    base = char["bottom"] + char["y0"] - char["matrix"][5]
    return Box(char["x0"], base - _ASCENT * char["size"], char["x1"], base + (1 - _ASCENT) * char["size"])


def _tables(page: Any) -> tuple[tuple[Box, ...], ...]:
    from pdfplumber.table import TableFinder, TableSettings, edges_to_intersections, merge_edges

    drawn = [edge for edge in page.filter(_is_ruling).edges if edge["orientation"] in ("h", "v")]
    edges = merge_edges(drawn, 3, 3, 3, 3)
    across = sum(1 for edge in edges if edge["orientation"] == "h")
    if across * (len(edges) - across) > _MAX_CROSSINGS * 40:
        return ()
    edges = merge_edges(edges + closing_edges(edges), 3, 3, 3, 3)
    if len(edges_to_intersections(edges, 3, 3)) > _MAX_CROSSINGS:
        return ()
    explicit = {
        "vertical_strategy": "explicit",
        "horizontal_strategy": "explicit",
        "explicit_vertical_lines": [edge for edge in edges if edge["orientation"] == "v"],
        "explicit_horizontal_lines": [edge for edge in edges if edge["orientation"] == "h"],
    }
    if min(map(len, list(explicit.values())[2:])) < 2:
        return ()
    found = TableFinder(page, TableSettings.resolve(explicit)).tables
    return tuple(tuple(Box(*cell) for cell in table.cells) for table in found if len(table.cells) > 1)


def closing_edges(edges: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Outer edges a table lacks: at a page break its top or bottom is at times not drawn, and open-sided tables have no
    left and right. They stand where at least two rulings end together."""
    added = []
    for upright in _regions([edge for edge in edges if edge["orientation"] == "v"]):
        top, bottom = min(e["top"] for e in upright), max(e["bottom"] for e in upright)
        left, right = min(e["x0"] for e in upright), max(e["x1"] for e in upright)
        flat = [e for e in edges if e["orientation"] == "h" and top - 3 <= e["top"] <= bottom + 3]
        for y, side in ((top, "top"), (bottom, "bottom")):
            if sum(abs(e[side] - y) < 3 for e in upright) > 1:
                added.append(_edge(left, y, right, y, "h"))
        for x, side in (
            (min((e["x0"] for e in flat), default=left), "x0"),
            (max((e["x1"] for e in flat), default=right), "x1"),
        ):
            if sum(abs(e[side] - x) < 3 for e in flat) > 2:
                added.append(_edge(x, top, x, bottom, "v"))
    return added


def _regions(upright: list[dict[str, Any]]) -> list[list[dict[str, Any]]]:
    """Vertical rulings grouped by the stretches of the page they cover together."""
    regions: list[list[dict[str, Any]]] = []
    end = float("-inf")
    for edge in sorted(upright, key=lambda e: float(e["top"])):
        if edge["top"] <= end + 1:
            regions[-1].append(edge)
        else:
            regions.append([edge])
        end = max(end, edge["bottom"])
    return regions


def _edge(x0: float, top: float, x1: float, bottom: float, orientation: str) -> dict[str, Any]:
    sizes = {"width": x1 - x0, "height": bottom - top}
    return {
        "object_type": "line_edge",
        "orientation": orientation,
        "x0": x0,
        "x1": x1,
        "top": top,
        "bottom": bottom,
        **sizes,
    }


def _is_ruling(item: dict[str, Any]) -> bool:
    """Lines, frames and thin bars (mitred ones too); backgrounds of text and cells are not rulings."""
    kind = item["object_type"]
    if kind == "line":
        return not _is_white(item.get("stroking_color"))
    if kind not in ("rect", "curve"):
        return False
    if kind == "rect" and item.get("stroke") and not _is_white(item.get("stroking_color")):
        return True
    thin = min(item["width"], item["height"]) <= _THIN
    return thin and bool(item.get("fill")) and not _is_white(item.get("non_stroking_color"))


def _is_white(color: Any) -> bool:
    values = color if isinstance(color, tuple | list) else (color,)
    return len(values) in (1, 3) and all(isinstance(v, int | float) and v >= 0.99 for v in values)
