"""Edits of the text as tracked changes of a Word document."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

from drafter.model.diagnostic import Edit
from drafter.model.document import Document
from drafter.model.source import Home
from drafter.model.span import Span
from drafter.ooxml.xmltree import Element
from drafter.render.word.comments import AUTHOR
from drafter.render.word.places import part_homes
from drafter.render.word.runs import RunChange, Runs, contents, declaration, rebuild

_WORDS = frozenset({"w:t", "w:tab", "w:br", "w:cr", "w:noBreakHyphen", "w:ptab", "w:lastRenderedPageBreak"})


@dataclass(frozen=True, slots=True)
class Placed:
    """An edit in a part: stretches to delete, and words to insert at a place."""

    part: str
    deleted: tuple[Home, ...]
    at: int
    text: str


def place(document: Document, edit: Edit) -> Placed | None:
    """Where an edit goes, cut down to what changes; None where the document cannot carry it (a paragraph's end, an
    automatic number, a text box)."""
    edit = shortened(document.text, edit)
    boxes = [block.span for block in document.blocks if block.layer == "textbox"]
    if any(box.start <= edit.span.start <= box.end for box in boxes):
        return None
    homes = part_homes(document, edit.span) if len(edit.span) else []
    if homes is None or len({home.part for home in homes}) > 1:
        return None
    if homes:
        return Placed(homes[0].part, tuple(homes), homes[-1].end, edit.text)
    home = _neighbour(document, edit.span.start)
    return None if home is None else Placed(home[0].part, (), home[0].end if home[1] else home[0].start, edit.text)


def shortened(text: str, edit: Edit) -> Edit:
    """The edit without what stays the same at both ends."""
    old, new, start = edit.span.of(text), edit.text, edit.span.start
    head = 0
    while head < min(len(old), len(new)) and old[head] == new[head]:
        head += 1
    old, new = old[head:], new[head:]
    tail = 0
    while tail < min(len(old), len(new)) and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    return Edit(Span(start + head, start + head + len(old) - tail), new[: len(new) - tail])


def _neighbour(document: Document, offset: int) -> tuple[Home, bool] | None:
    """The character that an insertion goes behind (True), or in front of."""
    for span, behind in ((Span(max(offset - 1, 0), offset), True), (Span(offset, offset + 1), False)):
        if len(span) == 1 and span.end <= len(document.text) and (homes := document.source.homes(span)):
            return homes[0], behind
    return None


class Tracker:
    """Collects placed edits of one part and writes them."""

    def __init__(self, xml: str, root: Element) -> None:
        self._xml, self._runs = xml, Runs(root)
        self._declared = declaration(xml)
        keys = (e.get("w:id") for e in root.walk())
        self._key = max((int(key) for key in keys if key.isdecimal() and len(key) < 10), default=0)
        self._changes: dict[int, tuple[Element, RunChange]] = {}

    def add(self, placed: Placed) -> bool:
        """Take an edit; False where its words stand in no run, or with more than words between them."""
        ends = [(home, self._runs.at(home.start)) for home in placed.deleted]
        runs = [(home, run) for home, run in ends if run is not None]
        target = runs[-1][1] if runs else self._run_for_insertion(placed.at)
        if target is None or len(runs) < len(ends) or len({id(_paragraph(run)) for _, run in runs}) > 1:
            return False
        if any(_in_the_way(run, placed.deleted) for _, run in runs):
            return False
        for home, run in runs:
            self._change(run).deleted.append((home.start, home.end))
        if placed.text:
            self._change(target).mark(placed.at, self._insertion(target, placed.text))
        return True

    def replacements(self) -> Iterable[tuple[int, int, str]]:
        """The runs to replace in the part."""
        for run, change in self._changes.values():
            yield run.start, run.end, rebuild(self._xml, run, change, self._attributes)

    def _run_for_insertion(self, at: int) -> Element | None:
        return self._runs.at(at - 1) or self._runs.at(at)

    def _change(self, run: Element) -> RunChange:
        return self._changes.setdefault(run.start, (run, RunChange()))[1]

    def _insertion(self, run: Element, text: str) -> str:
        properties = run.child("w:rPr")
        style = self._xml[properties.start : properties.end] if properties is not None else ""
        words = _run_content(text)
        if _is_inserted(run):
            return f"<w:r{self._declared}>{style}{words}</w:r>"
        return f"<w:ins{self._attributes()}><w:r>{style}{words}</w:r></w:ins>"

    def _attributes(self) -> str:
        self._key += 1
        return f'{self._declared} w:id="{self._key}" w:author="{AUTHOR}"'


def _run_content(text: str) -> str:
    """Words as the inside of a run: tabs and line breaks are elements."""
    out = []
    for line_number, line in enumerate(text.split("\n")):
        out.append("<w:br/>" if line_number else "")
        for part_number, part in enumerate(line.split("\t")):
            out.append("<w:tab/>" if part_number else "")
            out.append(f'<w:t xml:space="preserve">{escape(part)}</w:t>' if part else "")
    return "".join(out)


def _is_inserted(run: Element) -> bool:
    at = run.parent
    while at is not None and at.tag != "w:p":
        if at.tag in ("w:ins", "w:moveTo"):
            return True
        at = at.parent
    return False


def _paragraph(run: Element) -> Element | None:
    at: Element | None = run
    while at is not None and at.tag != "w:p":
        at = at.parent
    return at


def _in_the_way(run: Element, deleted: Sequence[Home]) -> bool:
    """Whether something other than words stands between the first and last deleted place."""
    first, last = deleted[0].start, deleted[-1].end
    return any(child.tag not in _WORDS and first < child.start < last for child in contents(run))
