"""Word documents (.docx), from Word or WPS.

The part of a position is the member of the zip (`word/document.xml`); raw offsets count code points of its XML,
decoded, without a byte order mark, so that a comment or change can be put exactly there.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from drafter.model.document import Document, Note
from drafter.model.problem import UnreadableInput
from drafter.ooxml import xmltree
from drafter.ooxml.package import Package, open_package
from drafter.ooxml.relations import main_part, relations
from drafter.read.flow import Item, Para, lay_out
from drafter.read.limits import check_size
from drafter.read.ole import is_encrypted_package
from drafter.read.word.body import Seen, Walker
from drafter.read.word.numbering import Counter, read_numbering
from drafter.read.word.silencers import read_silencers
from drafter.read.word.styles import read_styles

_NOTE_TYPES = frozenset({"separator", "continuationSeparator", "continuationNotice"})


def read_docx(data: bytes, name: str) -> Document:
    """Read a Word document: body first, then footnotes, headers and footers.

    Raises UnreadableInput for what is no Word document, or is encrypted, damaged, hostile or too large.
    """
    check_size(data)
    if is_encrypted_package(data):
        raise UnreadableInput("encrypted", f"{name} 设有打开密码。请在 Word 或 WPS 中取消密码后另存，再检查。")
    if not data.startswith(b"PK"):
        raise UnreadableInput(
            "wrong_type", f"{name} 的扩展名是 docx，内容却不是 Word 文档。请核对文件，或改成真实的扩展名。"
        )
    parts = _Parts(open_package(data))
    items = tuple(parts.items())
    source, blocks = lay_out(items)
    silencers = read_silencers(parts.related("comments"), parts.body, source, parts.main)
    return Document(name, source, blocks, "docx", "utf-8", tuple(_notes(parts.walker.seen)), silencers)


class _Parts:
    """The parts of a package as its relationships name them."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self.main = main_part(package)
        self._relations = relations(package, self.main)
        root = xmltree.parse(xmltree.decode(package.read(self.main)))
        body = root.child("w:body")
        if body is None:
            raise UnreadableInput(
                "wrong_type", "文件不是 Word 文档（没有正文）。如果是表格或演示文稿，请先转成 Word 文档。"
            )
        self.body = body
        numbering = read_numbering(self.related("numbering"))
        self.walker = Walker(read_styles(self.related("styles")), Counter(numbering))

    def _named(self, kind: str) -> list[str]:
        found = [posixpath.normpath(r.target) for r in self._relations if r.kind == kind and not r.external]
        return [name for name in dict.fromkeys(found) if name in self._package]

    def related(self, kind: str) -> xmltree.Element | None:
        """The root of the first part of that kind, or None."""
        names = self._named(kind)
        return xmltree.parse(xmltree.decode(self._package.read(names[0]))) if names else None

    def items(self) -> Iterator[Item]:
        """All paragraphs and tables."""
        yield from self.walker.items(self.body, self.main)
        for kind, layer in (
            ("footnotes", "footnote"),
            ("endnotes", "footnote"),
            ("header", "header"),
            ("footer", "footer"),
        ):
            for name in self._named(kind):
                yield from self._side(name, layer)

    def _side(self, name: str, layer: str) -> Iterator[Item]:
        root = xmltree.parse(xmltree.decode(self._package.read(name)))
        root.children = [c for c in root.children if c.get("w:type") not in _NOTE_TYPES]
        for item in self.walker.items(root, name, layer):
            if not isinstance(item, Para) or item.text.strip():
                yield item


def _notes(seen: Seen) -> Iterator[Note]:
    if seen.objects:
        yield Note(f"文档内有 {seen.objects} 个嵌入对象（如 Excel 表格），其中的内容没有检查。请改成 Word 表格。")
    if seen.pictures:
        yield Note(f"文档内有 {seen.pictures} 张图片，图片里的文字没有检查。")
    if seen.hidden:
        yield Note(f"文档内有 {seen.hidden} 处隐藏文字，没有检查。")
