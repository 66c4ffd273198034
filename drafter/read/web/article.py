"""The article of a page, told from menus, crumbs and footers."""

from __future__ import annotations

import re
from dataclasses import dataclass

from drafter.read.web.elements import NO_CONTAINER, NO_TITLE, UNSEEN
from drafter.read.web.tree import Node

_MARK = re.compile(r"总体情况|第二十条第|勾稽关系|本年新收|结果维持|其他需要报告")
_TITLE = re.compile(r"(?:信息公开|政务公开)[^。]{0,12}(?:报告|年报)")
_TITLE_TAGS = frozenset({"h1", "h2", "h3", "ucaptitle"})
_PREAMBLE = re.compile(r"根据|按照|依据|本报告|为贯彻|现将|现公布")
_CRUMBS = re.compile(r"首页|当前位置|[>＞]")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_MOST, _MORE = 0.8, 0.5
_LEAST = 200
"""Words that make an article; below that a page is read whole."""
_MAX_TITLE = 80


def unseen(node: Node) -> bool:
    """Whether a browser shows nothing of an element."""
    return node.tag in UNSEEN or "hidden" in node.attributes or bool(_HIDDEN.search(node.get("style")))


@dataclass(slots=True)
class _Weight:
    """Words of an element outside links, how many marks of a report stand in them, and its text where it is short."""

    words: int = 0
    marks: int = 0
    text: str = ""


@dataclass(frozen=True, slots=True)
class Article:
    """Where the report stands on the page: its element, its title outside of it, and the words left out."""

    node: Node
    title: Node | None
    outside: int


def find_article(root: Node, source: str) -> Article:
    """The element that holds the report, and the heading before it that names it."""
    weights: dict[int, _Weight] = {}
    _weigh(root, source, weights, shown=True)
    node = root
    while (inner := _heavier(node, weights)) is not None:
        node = inner
    outside = weights[id(root)].words - weights[id(node)].words
    return Article(node, None if _names_itself(node, source) else _title_before(root, node, source, weights), outside)


def _weigh(node: Node, source: str, weights: dict[int, _Weight], shown: bool) -> _Weight:
    weight = weights[id(node)] = _Weight()
    if not node.tag:
        text = "".join(source[node.start : node.end].split())
        weight.text = text[: _MAX_TITLE + 1]
        if shown:
            weight.words = len(text)
            weight.marks = len(_MARK.findall(text))
        return weight
    shown = shown and node.tag != "a" and node.tag not in UNSEEN
    for child in node.children:
        below = _weigh(child, source, weights, shown)
        weight.words += below.words
        weight.marks += below.marks
        weight.text = (weight.text + below.text)[: _MAX_TITLE + 1]
    return weight


def _heavier(node: Node, weights: dict[int, _Weight]) -> Node | None:
    """The child to go down to: it holds all marks of a report and half the words, or nearly all words."""
    inner = [child for child in node.children if child.tag not in NO_CONTAINER]
    if not inner:
        return None
    best = max(inner, key=lambda child: weights[id(child)].words)
    whole, part = weights[id(node)], weights[id(best)]
    if part.marks < whole.marks or part.words < _LEAST or (best.tag == "table" and not _is_layout(best)):
        return None
    return best if part.words >= whole.words * (_MORE if part.marks > 1 else _MOST) else None


def _is_layout(table: Node) -> bool:
    cells = [n for n in table.walk() if n.tag in ("td", "th")]
    return len(cells) == 1 or any(n is not table and n.tag == "table" for n in table.walk())


def _names_itself(article: Node, source: str) -> bool:
    """Whether the title stands among the first words of the article, before any preamble."""
    words = ""
    for node in article.walk():
        if not node.tag and node.parent is not None and node.parent.tag not in UNSEEN:
            words += "".join(source[node.start : node.end].split())
        if len(words) > _MAX_TITLE:
            break
    return not _PREAMBLE.match(words) and _TITLE.search(words[:_MAX_TITLE]) is not None


def _title_before(root: Node, article: Node, source: str, weights: dict[int, _Weight]) -> Node | None:
    """The last heading before the article that names a report; else the last such line; else the page's `<title>`,
    without the site's name behind it."""
    above = set(map(id, _ancestors(article)))
    found: dict[int, Node] = {}
    before = True
    for node in root.walk():
        before = before and node is not article
        words = weights[id(node)].text
        if (
            not (before or node.tag == "title")
            or id(node) in above
            or not _may_be_title(node)
            or not 0 < len(words) <= _MAX_TITLE
        ):
            continue
        if _TITLE.search(words) and not _CRUMBS.search(words):
            found[_rank(node)] = node
    if not found:
        return None
    title = found[max(found)]
    return _without_site(title, source) if title.tag == "title" else title


def _without_site(title: Node, source: str) -> Node:
    text = title.children[0]
    match = _TITLE.search(source, text.start, text.end)
    if match is not None:
        text.end = match.end()
    return title


def _ancestors(node: Node) -> list[Node]:
    found = []
    at = node.parent
    while at is not None:
        found.append(at)
        at = at.parent
    return found


def _may_be_title(node: Node) -> bool:
    return node.tag not in NO_TITLE


def _rank(node: Node) -> int:
    if node.tag in _TITLE_TAGS:
        return 3
    name = (node.get("class") + " " + node.get("id")).lower()
    if re.search(r"titl|\btit\b|\bbt\b|tit\d", name):
        return 2
    return 0 if node.tag == "title" else 1
