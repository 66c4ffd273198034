"""A document's paragraphs and tables as HTML."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from itertools import groupby

from drafter.model.block import Block, Grid, GridCell
from drafter.model.document import Document
from drafter.model.report import Report
from drafter.model.span import Span
from drafter.render.page.marks import Marker

_LAYERS = {"header": "页眉", "footer": "页脚", "footnote": "脚注", "textbox": "文本框", "furniture": "网页导航"}


def document_html(document: Document, report: Report | None, marker: Marker) -> str:
    """The whole text; what stands between blocks is shown where a finding speaks of it."""
    headings = _headings(report)
    out: list[str] = []
    at = 0
    for block in sorted(document.blocks, key=lambda block: block.span.start):
        out += _gap(document, Span(at, max(block.span.start, at)), marker)
        out.append(_block(block, marker, headings))
        at = max(at, block.span.end)
    out += _gap(document, Span(at, len(document.text)), marker)
    return "\n".join(out)


def _headings(report: Report | None) -> tuple[Span, ...]:
    if report is None:
        return ()
    return (*((report.title,) if report.title else ()), *(section.heading for section in report.sections))


def _gap(document: Document, span: Span, marker: Marker) -> Iterator[str]:
    if len(span) and (span.of(document.text).strip() or any(span.contains(m.span) for m in marker.touching(span))):
        yield f'<p class="gap">{marker.html(span)}</p>'


def _block(block: Block, marker: Marker, headings: tuple[Span, ...]) -> str:
    layer = _LAYERS.get(block.layer, "")
    label = f'<small class="layer">{escape(layer)}</small>' if layer else ""
    if isinstance(block, Grid):
        return f'{label}<div class="scroll"><table>{_rows(block, marker)}</table></div>'
    heading = any(block.span.overlaps(span) and span.start <= block.span.start for span in headings)
    inside = marker.html(block.span)
    return f"<h3>{label}{inside}</h3>" if heading else f"<p>{label}{inside}</p>"


def _rows(grid: Grid, marker: Marker) -> str:
    ordered = sorted(grid.cells, key=lambda cell: (cell.row, cell.column))
    rows = ("".join(_cell(cell, marker) for cell in row) for _, row in groupby(ordered, key=lambda cell: cell.row))
    return "".join(f"<tr>{row}</tr>" for row in rows)


def _cell(cell: GridCell, marker: Marker) -> str:
    spans = "".join(
        f' {name}="{value}"' for name, value in (("rowspan", cell.row_span), ("colspan", cell.column_span)) if value > 1
    )
    levels = {mark.level for mark in marker.touching(cell.span)}
    worst = next((level for level in ("error", "warning", "info", "other") if level in levels), "")
    return f"<td{spans}{f' class={chr(34)}{worst}{chr(34)}' if worst else ''}>{marker.html(cell.span)}</td>"
