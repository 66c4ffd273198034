"""The comments of a Word document: those drafter wrote before give way, everybody else's stay."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

from drafter.ooxml.package import Package
from drafter.ooxml.relations import relations, relations_part
from drafter.ooxml.xmltree import Element, decode, parse
from drafter.render.word.runs import declaration, replaced

AUTHOR = "drafter"
_SILENCER = re.compile(r"\W*drafter\s*[:：]", re.IGNORECASE)
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_EMPTY = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"></w:comments>'
)
_EMPTY_LINKS = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
)


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment to write: its id in the document and its paragraphs."""

    key: int
    lines: tuple[str, ...]


class Comments:
    """The comments part of a package, there or to be made."""

    def __init__(self, package: Package, main: str) -> None:
        self._package, self._main = package, main
        found = [r.target for r in relations(package, main) if r.kind == "comments" and r.target in package]
        self._name = found[0] if found else _free_name(package, main)
        self._is_new = not found
        self._xml = decode(package.read(self._name)) if found else _EMPTY
        self._root = parse(self._xml)
        answered = _answered(package, main)
        comments = [c for c in self._root.children if c.tag == "w:comment"]
        self._stale = [c for c in comments if _is_own(c) and not answered.intersection(_paragraph_ids(c))]
        self.kept = tuple(_lines(c) for c in comments if _is_own(c) and c not in self._stale)
        """Words of comments drafter wrote that somebody answered."""
        taken = [int(key) for c in comments if c not in self._stale and (key := c.get("w:id")).isdecimal()]
        self.next_key = max(taken, default=-1) + 1

    @property
    def stale(self) -> frozenset[str]:
        """Ids of the comments to take out of the document."""
        return frozenset(c.get("w:id") for c in self._stale)

    def written(self, remarks: Sequence[Remark]) -> dict[str, str]:
        """The parts that change, by member name."""
        if not remarks and not self._stale:
            return {}
        added = "".join(_comment(remark, declaration(self._xml)) for remark in remarks)
        changes = [(c.start, c.end, "") for c in self._stale]
        root = self._root
        if root.inner == root.end:  # the part holds a single empty tag
            opened = self._xml[root.start : root.end - 2].rstrip()
            name = opened[1:].split()[0]
            parts = {self._name: replaced(self._xml, [(root.start, root.end, f"{opened}>{added}</{name}>")])}
        else:
            parts = {self._name: replaced(self._xml, [*changes, (root.inner_end, root.inner_end, added)])}
        return parts | self._announced() if self._is_new else parts

    def _announced(self) -> dict[str, str]:
        """A new part needs a content type and a link from the main part."""
        types = decode(self._package.read("[Content_Types].xml"))
        links_name = relations_part(self._main)
        links = decode(self._package.read(links_name)) if links_name in self._package else _EMPTY_LINKS
        keys = {r.key for r in relations(self._package, self._main)}
        key = next(k for i in range(1, len(keys) + 2) if (k := f"rIdDrafter{i}") not in keys)
        folder = self._main.rpartition("/")[0]
        target = self._name.removeprefix(f"{folder}/")
        override = f'<Override PartName="/{self._name}" ContentType="{_TYPE}"/>'
        link = f'<Relationship Id="{key}" Type="{_RELATIONS}/comments" Target="{target}"/>'
        return {"[Content_Types].xml": _appended(types, override), links_name: _appended(links, link)}


def _appended(xml: str, element: str) -> str:
    """The element as the root's last, in the root's own prefix."""
    root = parse(xml)
    opened = xml[root.start : root.inner]
    prefix = opened[1:].split()[0].rstrip("/>").rpartition(":")[0]
    element = f"<{prefix}:{element[1:]}" if prefix else element
    if root.inner == root.end:
        name = opened[1:].split()[0].rstrip("/>")
        return replaced(xml, [(root.start, root.end, f"{opened[:-2]}>{element}</{name}>")])
    return replaced(xml, [(root.inner_end, root.inner_end, element)])


def _free_name(package: Package, main: str) -> str:
    folder = main.rpartition("/")[0]
    names = (f"{folder}/comments{i or ''}.xml".lstrip("/") for i in range(len(package.members) + 1))
    return next(name for name in names if name not in package)


def _is_own(comment: Element) -> bool:
    return comment.get("w:author") == AUTHOR and not _SILENCER.match("".join(_lines(comment)))


def _lines(comment: Element) -> tuple[str, ...]:
    paragraphs = (e for e in comment.walk() if e.tag == "w:p")
    return tuple("".join(t.text for e in p.walk() if e.tag == "w:t" for t in e.texts) for p in paragraphs)


def _paragraph_ids(comment: Element) -> set[str]:
    return {e.get("w14:paraId") for e in comment.walk() if e.tag == "w:p"}


def _answered(package: Package, main: str) -> frozenset[str]:
    """Paragraph ids of comments that have an answer."""
    names = [r.target for r in relations(package, main) if r.kind == "commentsExtended" and r.target in package]
    roots = [parse(decode(package.read(name))) for name in names]
    return frozenset(e.get("w15:paraIdParent") for root in roots for e in root.children) - {""}


def _comment(remark: Remark, declared: str) -> str:
    paragraphs = "".join(
        f'<w:p><w:r><w:t xml:space="preserve">{_plain(line)}</w:t></w:r></w:p>' for line in remark.lines
    )
    return f'<w:comment{declared} w:id="{remark.key}" w:author="{AUTHOR}" w:initials="df">{paragraphs}</w:comment>'


def _plain(line: str) -> str:
    """The words escaped; characters XML cannot hold are left out."""
    return escape("".join(c for c in line if c >= " " and not "\ud800" <= c <= "\udfff" and c not in "\ufffe\uffff"))
