"""Tokens to a tree, with the end tags that HTML lets one leave out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from drafter.read.web.elements import BLOCK, VOID
from drafter.read.web.tokens import Token, tokenize

MAX_DEPTH = 150
"""Deeper elements become siblings; pages pasted from Word reach about 60."""
_CLOSES_P = BLOCK - {"tbody", "td", "tfoot", "th", "thead", "tr", "caption", "body", "html"}
_CELL = frozenset({"td", "th"})
_ROW = _CELL | {"tr"}
_GROUP = _ROW | {"tbody", "thead", "tfoot", "caption"}
_IMPLIED = {
    "li": (frozenset({"li"}), frozenset({"ul", "ol", "menu", "dir"})),
    "dt": (frozenset({"dt", "dd"}), frozenset({"dl"})),
    "dd": (frozenset({"dt", "dd"}), frozenset({"dl"})),
    "option": (frozenset({"option"}), frozenset({"select"})),
    "td": (_CELL, frozenset({"tr", "table"})),
    "th": (_CELL, frozenset({"tr", "table"})),
    "tr": (_ROW, frozenset({"table"})),
    "tbody": (_GROUP, frozenset({"table"})),
    "thead": (_GROUP, frozenset({"table"})),
    "tfoot": (_GROUP, frozenset({"table"})),
}
"""Start tag: the open elements it ends, and where the search for them stops."""
_TABLE_PARTS = _GROUP | {"table"}


class Node:
    """An element, or some text when `tag` is empty; `start`..`end` is the start tag, or the text."""

    __slots__ = ("attributes", "children", "end", "parent", "start", "tag")

    def __init__(self, tag: str, start: int, end: int, attributes: dict[str, str], parent: Node | None) -> None:
        self.tag, self.start, self.end, self.attributes, self.parent = tag, start, end, attributes, parent
        self.children: list[Node] = []

    def get(self, name: str) -> str:
        """An attribute's value."""
        return self.attributes.get(name, "")

    def walk(self) -> Iterator[Node]:
        """This node and all below it, in document order."""
        stack = [self]
        while stack:
            node = stack.pop()
            yield node
            stack.extend(reversed(node.children))


def build(source: str) -> Node:
    """The tree of a page. Raises UnreadableInput when it has too many tags."""
    builder = _Builder()
    for token in tokenize(source):
        builder.take(token)
    return builder.root


class _Builder:
    def __init__(self) -> None:
        self.root = Node("html", 0, 0, {}, None)
        self._open = [self.root]
        self._counts: Counter[str] = Counter()

    def take(self, token: Token) -> None:
        """Add a token."""
        if not token.name:
            self._append("", token)
        elif token.name.startswith("/"):
            self._end(token)
        elif token.name not in ("html", "body", "head"):
            self._start(token)

    def _append(self, tag: str, token: Token) -> Node:
        parent = self._open[-1]
        node = Node(tag, token.start, token.end, dict(reversed(token.attributes)), parent)
        parent.children.append(node)
        return node

    def _start(self, token: Token) -> None:
        name = token.name
        if name in _CLOSES_P:
            self._close(frozenset({"p"}), _TABLE_PARTS)
        if name in _IMPLIED:
            self._close(*_IMPLIED[name])
        node = self._append(name, token)
        if name not in VOID and len(self._open) < MAX_DEPTH:
            self._open.append(node)
            self._counts[name] += 1

    def _end(self, token: Token) -> None:
        name = token.name[1:]
        if name == "br":
            self._append("br", token)
        elif name in _TABLE_PARTS:
            self._close(frozenset({name}), frozenset() if name == "table" else frozenset({"table"}))
        else:
            self._close(frozenset({name}), _TABLE_PARTS)

    def _close(self, names: frozenset[str], barriers: frozenset[str]) -> None:
        """End the outermost of `names` that is open this side of a barrier, and all inside it."""
        if not any(self._counts[name] for name in names):
            return
        found = 0
        for index in range(len(self._open) - 1, 0, -1):
            tag = self._open[index].tag
            if tag in names:
                found = index
                if len(names) == 1:
                    break
            elif tag in barriers:
                break
        if found:
            self._counts.subtract(node.tag for node in self._open[found:])
            del self._open[found:]
