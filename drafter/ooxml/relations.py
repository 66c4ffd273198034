"""Which part of a package is what."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass

from drafter.model.problem import UnreadableInput
from drafter.ooxml import xmltree
from drafter.ooxml.package import Package


@dataclass(frozen=True, slots=True)
class Relation:
    """A link of a part. `kind` is the last word of its type (`styles`); `target` a member name unless `external`."""

    key: str
    kind: str
    target: str
    external: bool


def relations_part(part: str) -> str:
    """The member that holds the links of `part` (empty for the package itself)."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def relations(package: Package, part: str = "") -> tuple[Relation, ...]:
    """The links of `part`; none are followed outside the package. Raises UnreadableInput."""
    name = relations_part(part)
    if name not in package:
        return ()
    root = xmltree.parse(xmltree.decode(package.read(name)))
    folder = posixpath.dirname(part)
    return tuple(_relation(element, folder) for element in root.children if element.tag == "rel:Relationship")


def _relation(element: xmltree.Element, folder: str) -> Relation:
    target = element.get("Target")
    external = element.get("TargetMode") == "External"
    if not external:
        target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
    return Relation(element.get("Id"), element.get("Type").rpartition("/")[2], target, external)


def main_part(package: Package) -> str:
    """The name of a Word document's main part. Raises UnreadableInput when there is none."""
    for relation in relations(package):
        if relation.kind == "officeDocument" and relation.target in package:
            if relation.target.startswith(("xl/", "ppt/")):
                break
            return relation.target
    if "word/document.xml" in package:
        return "word/document.xml"
    raise UnreadableInput("wrong_type", "文件不是 Word 文档。如果是 Excel、PPT 或压缩包，请先转成 Word 文档（docx）。")
