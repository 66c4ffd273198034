"""The running text of a Word part: paragraphs, tables, text boxes.

Tracked insertions are read and deletions left out, as if all changes were accepted; hidden text and field codes
are left out. Positions count code points of the part's decoded XML.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from drafter.ooxml.xmltree import Element
from drafter.read.flow import Chunk, Item, Para, Slot, Tabular
from drafter.read.limits import MAX_COLUMN_SPAN
from drafter.read.word.numbering import Counter
from drafter.read.word.styles import Style, numbering_of, outline_level

_WRAPPERS = "ins moveTo hyperlink smartTag sdt sdtContent fldSimple customXml dir bdo ruby rubyBase"
_THROUGH = frozenset(f"w:{name}" for name in _WRAPPERS.split())
_GONE = frozenset({"w:del", "w:moveFrom", "w:rPr", "w:rt", "w:sdtPr", "w:sdtEndPr"})
_SIGNS = {"w:tab": "\t", "w:ptab": "\t", "w:br": "\n", "w:cr": "\n", "w:noBreakHyphen": "‑"}
_FRAMES = frozenset({"w:drawing", "w:pict", "w:object", "mc:AlternateContent"})
_SPACE = re.compile(r"\r\n|[\r\n\t]")
_PLAIN = Style()


@dataclass(slots=True)
class Seen:
    """What the walk met that words cannot show."""

    pictures: int = 0
    objects: int = 0
    hidden: int = 0


class Walker:
    """Reads one part after another; numbers run through the whole document."""

    def __init__(self, styles: dict[str, Style], counter: Counter) -> None:
        self._styles = styles
        self._counter = counter
        self._part = ""
        self._layer = "body"
        self._boxes: list[Element] = []
        self.seen = Seen()

    def items(self, root: Element, part: str, layer: str = "body") -> Iterator[Item]:
        """The paragraphs and tables below `root`, each text box after the paragraph or table that holds it."""
        self._part, self._layer = part, layer
        for item in self._blocks(root):
            yield item
            boxes, self._boxes = self._boxes, []
            self._layer = "textbox"
            for box in boxes:
                yield from tuple(self._blocks(box))
            self._layer = layer

    def _blocks(self, parent: Element) -> Iterator[Item]:
        for child in parent.children:
            if child.tag == "w:p":
                yield self._paragraph(child)
            elif child.tag == "w:tbl":
                yield self._table(child)
            elif child.tag == "w:altChunk":
                self.seen.objects += 1
            elif child.tag not in _GONE:
                yield from self._blocks(child)

    def _paragraph(self, element: Element) -> Para:
        properties = element.child("w:pPr")
        style = self._styles.get(properties.value("w:pStyle") if properties is not None else "", _PLAIN)
        outline = outline_level(properties)
        chunks = [c for child in element.children for c in self._inline(child)]
        key, level = numbering_of(properties, style)
        if key and (chunks or self._layer == "body"):
            number = self._counter.next(key, level)
            if number and any(c.text.strip() for c in chunks):
                chunks.insert(0, Chunk(number))
        layer = "furniture" if style.is_contents else self._layer
        return Para(tuple(chunks), style.name, style.outline if outline is None else outline, layer)

    def _inline(self, element: Element) -> Iterator[Chunk]:
        if element.tag == "w:r":
            yield from self._run(element)
        elif element.tag in _THROUGH:
            for child in element.children:
                yield from self._inline(child)

    def _run(self, run: Element) -> Iterator[Chunk]:
        properties = run.child("w:rPr")
        vanish = properties.child("w:vanish") if properties is not None else None
        if vanish is not None and vanish.get("w:val", "1") not in ("0", "false", "off"):
            self.seen.hidden += 1
            return
        for child in run.children:
            if child.tag == "w:t":
                yield from self._words(child)
            elif child.tag in _SIGNS:
                yield Chunk(_SIGNS[child.tag], self._part, child.start, child.end, linear=False)
            elif child.tag in _FRAMES:
                self._frame(child)
            elif child.tag in _THROUGH:
                yield from self._inline(child)

    def _words(self, element: Element) -> Iterator[Chunk]:
        """The text of a `w:t`; blanks at its ends count only where the file says so, as in Word."""
        chunks = [
            c for text in element.texts for c in _chunks(text.text, text.start, text.end, text.linear, self._part)
        ]
        if element.get("xml:space") == "preserve":
            return iter(chunks)
        return iter(_trimmed(chunks))

    def _frame(self, element: Element) -> None:
        """Note pictures and objects, and keep text boxes for later; of alternatives only the first is taken."""
        if element.tag == "mc:AlternateContent":
            first = element.child("mc:Choice") or element.child("mc:Fallback")
            for child in first.children if first is not None else ():
                self._frame(child)
            return
        boxes = [e for e in element.walk() if e.tag == "w:txbxContent"]
        outer = [b for b in boxes if not any(o is not b and o.start < b.start < o.end for o in boxes)]
        self._boxes.extend(outer)
        self.seen.objects += element.tag == "w:object"
        if element.tag != "w:object" and any(e.tag in ("a:blip", "v:imagedata") for e in element.walk()):
            self.seen.pictures += 1

    def _table(self, element: Element) -> Tabular:
        slots: dict[tuple[int, int], Slot] = {}
        above: dict[int, tuple[int, int]] = {}
        for row, line in enumerate(_rows(element)):
            column = _number(line.child("w:trPr"), "w:gridBefore")
            for cell in _cells(line):
                properties = cell.child("w:tcPr")
                width = min(max(_number(properties, "w:gridSpan"), 1), MAX_COLUMN_SPAN)
                merge = properties.child("w:vMerge") if properties is not None else None
                items = tuple(self._blocks(cell))
                if merge is not None and merge.get("w:val") != "restart" and column in above:
                    _extend(slots, above[column], row)
                else:
                    slots[row, column] = Slot(row, column, 1, width, items)
                    above[column] = (row, column)
                    for covered in range(column + 1, column + width):
                        above.pop(covered, None)
                column += width
        return Tabular(tuple(slots.values()), self._layer)


def _rows(element: Element) -> Iterator[Element]:
    for child in element.children:
        if child.tag == "w:tr":
            properties = child.child("w:trPr")
            if properties is None or properties.child("w:del") is None:
                yield child
        elif child.tag in _THROUGH:
            yield from _rows(child)


def _cells(element: Element) -> Iterator[Element]:
    for child in element.children:
        if child.tag == "w:tc":
            yield child
        elif child.tag in _THROUGH:
            yield from _cells(child)


def _number(properties: Element | None, tag: str) -> int:
    value = properties.value(tag) if properties is not None else ""
    return min(int(value), MAX_COLUMN_SPAN) if value.isdecimal() and len(value) < 7 else 0


def _extend(slots: dict[tuple[int, int], Slot], at: tuple[int, int], row: int) -> None:
    slot = slots[at]
    slots[at] = Slot(slot.row, slot.column, row - slot.row + 1, slot.column_span, slot.items)


def _chunks(text: str, start: int, end: int, linear: bool, part: str) -> Iterator[Chunk]:
    """Text as Word shows it: a line break or tab inside the XML text is a blank."""
    if not linear:
        yield Chunk(_SPACE.sub(" ", text), part, start, end, linear=False)
    elif text == "\n":
        yield Chunk(" ", part, start, end, linear=False)
    else:
        yield Chunk(_SPACE.sub(" ", text), part, start, start + len(text))


def _trimmed(chunks: list[Chunk]) -> list[Chunk]:
    while chunks and not chunks[-1].text.strip(" "):
        chunks.pop()
    while chunks and not chunks[0].text.strip(" "):
        chunks.pop(0)
    if chunks and chunks[0].linear:
        first = chunks[0]
        lead = len(first.text) - len(first.text.lstrip(" "))
        chunks[0] = Chunk(first.text[lead:], first.part, first.start + lead, first.end)
    if chunks and chunks[-1].linear:
        last = chunks[-1]
        kept = last.text.rstrip(" ")
        chunks[-1] = Chunk(kept, last.part, last.start, last.start + len(kept))
    return chunks
