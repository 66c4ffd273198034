"""XML with positions: every element knows where it starts and ends in the decoded text of its part.

Positions are code points, so that a stretch of text maps to the XML character by character. A DOCTYPE is refused, so no
entity is declared, expanded or fetched.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.parsers import expat

from drafter.model.problem import UnreadableInput

MAX_DEPTH = 160
MAX_ELEMENTS = 250_000
"""A report has about 10 000."""
_W = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
_R = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "http://purl.oclc.org/ooxml/officeDocument/relationships",
)
NAMESPACES = {
    **dict.fromkeys(_W, "w"),
    **dict.fromkeys(_R, "r"),
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
    "http://schemas.openxmlformats.org/package/2006/relationships": "rel",
    "http://schemas.openxmlformats.org/package/2006/content-types": "ct",
    "http://schemas.openxmlformats.org/drawingml/2006/main": "a",
    "http://schemas.microsoft.com/office/word/2010/wordml": "w14",
    "http://schemas.microsoft.com/office/word/2012/wordml": "w15",
    "http://www.w3.org/XML/1998/namespace": "xml",
    "urn:schemas-microsoft-com:vml": "v",
}
_TEXT_ELEMENTS = frozenset({"w:t", "w:delText"})
_DECLARED = re.compile(r"^(<\?xml[^>]*?)\s+encoding\s*=\s*(?:\"[^\"]*\"|'[^']*')")


class Text:
    """A stretch of character data. `linear` is false for a character written as a reference."""

    __slots__ = ("end", "linear", "start", "text")

    def __init__(self, text: str, start: int, end: int, linear: bool) -> None:
        self.text, self.start, self.end, self.linear = text, start, end, linear


class Element:
    """An element. `tag` and attribute names carry the usual prefixes whatever the file calls them (`w:p`).

    It stands at `start`..`end`, its content at `inner`..`inner_end`; for `<w:tab/>` all but `start` are equal.
    `texts` is kept for the elements that hold words only.
    """

    __slots__ = ("attributes", "children", "end", "inner", "inner_end", "parent", "start", "tag", "texts")

    def __init__(self, tag: str, attributes: dict[str, str], start: int, parent: Element | None) -> None:
        self.tag, self.attributes, self.start, self.parent = tag, attributes, start, parent
        self.inner = self.inner_end = self.end = -1
        self.children: list[Element] = []
        self.texts: list[Text] = []

    def get(self, name: str, default: str = "") -> str:
        """An attribute's value."""
        return self.attributes.get(name, default)

    def child(self, tag: str) -> Element | None:
        """The first child of that tag."""
        return next((c for c in self.children if c.tag == tag), None)

    def value(self, tag: str, default: str = "") -> str:
        """The `w:val` of the first child of that tag."""
        child = self.child(tag)
        return default if child is None else child.get("w:val", default)

    def walk(self) -> Iterator[Element]:
        """This element and all below it, in document order."""
        stack = [self]
        while stack:
            element = stack.pop()
            yield element
            stack.extend(reversed(element.children))


def decode(data: bytes) -> str:
    """The text of an XML part, its byte order mark left out. Raises UnreadableInput."""
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableInput("damaged", "Word 文档内的 XML 不是合法的文字编码，文件可能已损坏。") from error


def encode(text: str) -> bytes:
    """The bytes of an XML part: UTF-8, whatever its declaration said before."""
    return _DECLARED.sub(r'\1 encoding="UTF-8"', text, count=1).encode("utf-8")


def parse(text: str) -> Element:
    """The root element. Raises UnreadableInput for malformed, hostile or oversized XML."""
    return _Parser(text).run()


class _Parser:
    def __init__(self, text: str) -> None:
        self._text = text
        self._data = text.encode("utf-8")
        self._byte = self._char = 0
        self._names: dict[str, str] = {}
        self._root: Element | None = None
        self._open: Element | None = None
        self._fresh: Element | None = None
        self._cdata: Text | None = None
        self._depth = self._count = 0
        self._expat = expat.ParserCreate("utf-8", namespace_separator=" ")
        self._expat.buffer_text = False
        self._expat.StartElementHandler = self._start
        self._expat.EndElementHandler = self._end
        self._expat.CharacterDataHandler = self._words
        self._expat.CommentHandler = self._other
        self._expat.ProcessingInstructionHandler = self._other
        self._expat.StartCdataSectionHandler = self._start_cdata
        self._expat.EndCdataSectionHandler = self._end_cdata
        self._expat.StartDoctypeDeclHandler = self._refuse

    def run(self) -> Element:
        """The root element."""
        try:
            self._expat.Parse(self._data, True)
        except expat.ExpatError as error:
            raise UnreadableInput("damaged", f"Word 文档内的 XML 有错，文件可能已损坏（{error}）。") from error
        if self._root is None:
            raise UnreadableInput("damaged", "Word 文档内的 XML 是空的，文件可能已损坏。")
        return self._root

    def _here(self) -> int:
        """The current event's place in code points; events come in order, so each byte is decoded once."""
        byte = self._expat.CurrentByteIndex
        self._char += len(self._data[self._byte : byte].decode("utf-8"))
        self._byte = byte
        if self._fresh is not None:
            self._fresh.inner = self._char
            self._fresh = None
        return self._char

    def _name(self, raw: str) -> str:
        name = self._names.get(raw)
        if name is None:
            namespace, _, local = raw.rpartition(" ")
            prefix = NAMESPACES.get(namespace, namespace and f"{{{namespace}}}")
            name = self._names[raw] = f"{prefix}:{local}" if prefix in NAMESPACES.values() else f"{prefix}{local}"
        return name

    def _start(self, raw: str, attributes: dict[str, str]) -> None:
        here = self._here()
        self._depth += 1
        self._count += 1
        if self._depth > MAX_DEPTH or self._count > MAX_ELEMENTS:
            raise UnreadableInput("too_large", "Word 文档的结构层数或元素数量异常，不是正常的报告，已停止读取。")
        named = {self._name(key): value for key, value in attributes.items()}
        element = Element(self._name(raw), named, here, self._open)
        if self._open is None:
            self._root = element
        else:
            self._open.children.append(element)
        self._open = self._fresh = element

    def _end(self, raw: str) -> None:
        element = self._open
        assert element is not None
        empty = self._fresh is element
        here = self._here()
        element.inner_end = here
        self_closed = empty and self._text[here - 2 : here] == "/>"
        element.end = here if self_closed else self._text.index(">", here) + 1
        self._open = element.parent
        self._depth -= 1

    def _words(self, data: str) -> None:
        start = self._here()
        if self._cdata is not None:
            self._cdata.text += data
        elif self._open is not None and self._open.tag in _TEXT_ELEMENTS:
            reference = self._text[start] == "&"
            end = self._text.index(";", start) + 1 if reference else start + len(data)
            self._open.texts.append(Text(data, start, end, linear=not reference))

    def _start_cdata(self) -> None:
        # Nothing may be put inside a CDATA section, so it counts as one indivisible reference.
        self._cdata = Text("", self._here(), -1, linear=False)

    def _end_cdata(self) -> None:
        cdata = self._cdata
        assert cdata is not None
        cdata.end = self._here() + len("]]>")
        if self._open is not None and self._open.tag in _TEXT_ELEMENTS:
            self._open.texts.append(cdata)
        self._cdata = None

    def _other(self, *_: str) -> None:
        self._here()

    def _refuse(self, *_: object) -> None:
        raise UnreadableInput("hostile", "Word 文档内的 XML 含有 DOCTYPE 声明，可能是恶意文件，已拒绝读取。")
