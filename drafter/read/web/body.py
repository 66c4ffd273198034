"""The article of a page as paragraphs and tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from drafter.read.flow import Item, Para, Slot, Tabular
from drafter.read.limits import MAX_COLUMN_SPAN, MAX_ROW_SPAN, check_columns
from drafter.read.web.article import unseen
from drafter.read.web.elements import BLOCK
from drafter.read.web.tree import Node
from drafter.read.web.words import Line, preformatted

_HEADINGS = {f"h{level}": level for level in range(1, 7)}


class Walker:
    """Reads elements of a page. Positions count code points of the decoded source."""

    def __init__(self, source: str) -> None:
        self._source = source
        self.pictures = 0

    def items(self, nodes: Iterable[Node], style: str = "", number: str = "") -> Iterator[Item]:
        """The paragraphs and tables of `nodes`, in order."""
        line = Line()
        if number:
            line.invent(number)
        yield from self._flow(nodes, line, style)
        yield from _finished(line, style)

    def _flow(self, nodes: Iterable[Node], line: Line, style: str) -> Iterator[Item]:
        for node in nodes:
            if not node.tag:
                line.words(self._source, node.start, node.end)
            elif node.tag == "br":
                line.line_break(node.start, node.end)
            elif node.tag == "table":
                yield from _finished(line, style)
                yield from self._table(node)
            elif node.tag == "pre":
                yield from _finished(line, style)
                yield from self._preformatted(node)
            elif node.tag in BLOCK:
                yield from _finished(line, style)
                if not unseen(node):
                    yield from self._block(node)
            elif not unseen(node):
                self.pictures += node.tag == "img"
                yield from self._flow(node.children, line, style)

    def _block(self, node: Node) -> Iterator[Item]:
        if node.tag == "ol":
            start = node.get("start")
            count = int(start) if start.isdecimal() and len(start) < 5 else 1
            for child in node.children:
                if child.tag == "li":
                    yield from self.items(child.children, "li", f"{count}.")
                    count += 1
                else:
                    yield from self.items((child,), "ol")
        else:
            yield from self.items(node.children, node.tag)

    def _preformatted(self, node: Node) -> Iterator[Item]:
        line = Line()
        for text in (n for n in node.walk() if not n.tag):
            for words, start, end in preformatted(self._source, text.start, text.end):
                if words[0] in "\r\n":
                    line.line_break(start, end)
                else:
                    line.words(self._source, start, end)
        yield from _finished(line, "pre")

    def _table(self, table: Node) -> Iterator[Item]:
        rows: list[list[Node]] = []
        stray: list[Node] = []
        _sort(table, rows, stray)
        # What stands in a table but in no cell is shown before it.
        yield from self.items(stray)
        slots: list[Slot] = []
        until: dict[int, int] = {}
        for row, cells in enumerate(rows):
            column = 0
            for cell in cells:
                while until.get(column, 0) > row:
                    column += 1
                check_columns(column)
                width = _extent(cell.get("colspan"), MAX_COLUMN_SPAN)
                height = min(_extent(cell.get("rowspan"), MAX_ROW_SPAN, len(rows)), len(rows) - row)
                slots.append(Slot(row, column, height, width, tuple(self.items(cell.children))))
                for covered in range(column, column + width):
                    until[covered] = row + height
                column += width
        if slots:
            yield Tabular(tuple(slots))


def _finished(line: Line, style: str) -> Iterator[Item]:
    chunks = line.take()
    if chunks and not all(chunk.start < 0 for chunk in chunks):
        yield Para(chunks, style, _HEADINGS.get(style, 0))


def _sort(node: Node, rows: list[list[Node]], stray: list[Node]) -> None:
    """The cells of a table by row, and what stands outside of cells."""
    for child in node.children:
        if child.tag == "tr":
            rows.append([cell for cell in child.children if cell.tag in ("td", "th") and not unseen(cell)])
            stray.extend(c for c in child.children if c.tag not in ("td", "th"))
        elif child.tag in ("tbody", "thead", "tfoot", "form"):
            _sort(child, rows, stray)
        elif child.tag in ("td", "th"):
            if not rows:
                rows.append([])
            rows[-1].append(child)
        else:
            stray.append(child)


def _extent(value: str, most: int, zero: int = 1) -> int:
    value = value.strip()
    if not value.isdecimal():
        return 1
    return min(int(value[:6]) or zero, most)
