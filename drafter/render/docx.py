"""Word out: findings as comments on the words themselves, fixes as tracked changes.

Only the runs concerned are cut; every other byte of every part stays, and parts that do not change are copied packed.
"""

from __future__ import annotations

from collections.abc import Sequence

from drafter.model.diagnostic import Diagnostic, Edit
from drafter.model.document import Document
from drafter.model.result import Result
from drafter.ooxml.package import open_package, rewrite
from drafter.ooxml.relations import main_part
from drafter.ooxml.xmltree import Element, decode, encode, parse
from drafter.render.word.comments import Comments, Remark
from drafter.render.word.places import Places
from drafter.render.word.remarks import remark
from drafter.render.word.runs import RunChange, Runs, declaration, rebuild, replaced
from drafter.render.word.tracked import Tracker, place


def annotate(original: bytes, document: Document, result: Result) -> bytes:
    """A copy of the .docx `document` was read from, with a comment of author drafter for each finding.

    Comments that drafter wrote before and nobody answered are taken out first, so that annotating twice is annotating
    once. Raises UnreadableInput when `original` is no Word document.
    """
    package = open_package(original)
    main = main_part(package)
    xml = decode(package.read(main))
    root = parse(xml)
    comments = Comments(package, main)
    annotator = _Annotator(xml, root, document, main, comments)
    for diagnostic in result.diagnostics:
        annotator.add(diagnostic)
    parts = comments.written(annotator.remarks)
    if not parts:
        return original
    changes = [*annotator.replacements(), *_removals(root, comments.stale)]
    return rewrite(
        package, {name: encode(text) for name, text in parts.items()} | {main: encode(replaced(xml, changes))}
    )


class _Annotator:
    def __init__(self, xml: str, root: Element, document: Document, main: str, comments: Comments) -> None:
        self._xml, self._runs, self._document = xml, Runs(root), document
        self._places = Places(document, main)
        self._declared = declaration(xml)
        self._kept = list(comments.kept)
        self._key = comments.next_key
        self._changes: dict[int, tuple[Element, RunChange]] = {}
        self.remarks: list[Remark] = []

    def add(self, diagnostic: Diagnostic) -> None:
        """Comment on a finding, unless its comment from before was kept."""
        anchor = self._places.anchor(diagnostic.span)
        if anchor is None:
            return
        first, last, here = anchor
        start, end = self._runs.at(first.start), self._runs.at(last.end - 1)
        lines = remark(diagnostic, self._document, here=here)
        if start is None or end is None:
            return
        if lines in self._kept:
            self._kept.remove(lines)
            return
        key = f'{self._declared} w:id="{self._key}"'
        self._change(start).mark(first.start, f"<w:commentRangeStart{key}/>")
        reference = f'<w:r{self._declared}><w:commentReference w:id="{self._key}"/></w:r>'
        self._change(end).mark(last.end, f"<w:commentRangeEnd{key}/>{reference}")
        self.remarks.append(Remark(self._key, lines))
        self._key += 1

    def _change(self, run: Element) -> RunChange:
        return self._changes.setdefault(run.start, (run, RunChange()))[1]

    def replacements(self) -> list[tuple[int, int, str]]:
        """The runs to replace in the main part."""
        return [(run.start, run.end, rebuild(self._xml, run, change)) for run, change in self._changes.values()]


def _removals(root: Element, stale: frozenset[str]) -> list[tuple[int, int, str]]:
    """Markers and references of comments that are taken out."""
    gone = []
    for element in root.walk() if stale else ():
        if element.get("w:id") not in stale:
            continue
        if element.tag in ("w:commentRangeStart", "w:commentRangeEnd"):
            gone.append((element.start, element.end, ""))
        elif element.tag == "w:commentReference" and element.parent is not None:
            alone = all(c is element or c.tag == "w:rPr" for c in element.parent.children)
            whole = element.parent if alone else element
            gone.append((whole.start, whole.end, ""))
    return gone


def apply_tracked(original: bytes, document: Document, edits: Sequence[Edit]) -> bytes:
    """A copy of the .docx `document` was read from, with `edits` as changes that can be accepted or refused.

    Edits must not overlap. Those that Word cannot carry (over a paragraph's end, an automatic number, a text box) are
    left out. Raises UnreadableInput when `original` is no Word document.
    """
    package = open_package(original)
    placed = [p for edit in sorted(edits, key=lambda e: e.span) if (p := place(document, edit)) is not None]
    parts: dict[str, bytes] = {}
    for name in dict.fromkeys(p.part for p in placed):
        xml = decode(package.read(name))
        tracker = Tracker(xml, parse(xml))
        taken = [tracker.add(p) for p in placed if p.part == name]
        if any(taken):
            parts[name] = encode(replaced(xml, tracker.replacements()))
    return rewrite(package, parts) if parts else original
