"""Styles of a Word document: their names, outline levels and numbering."""

from __future__ import annotations

import re
from dataclasses import dataclass

from drafter.ooxml.xmltree import Element

_MAX_CHAIN = 20
_HEADING = re.compile(r"(?:heading|标题)\s*([1-9])$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph style. `outline` is 0 for body text; `numbering` and `level` name an automatic number."""

    name: str = ""
    outline: int = 0
    numbering: str = ""
    level: int = 0

    @property
    def is_contents(self) -> bool:
        """Whether it belongs to a table of contents."""
        return bool(re.match(r"(?:toc|目录)\s*\d", self.name, re.IGNORECASE))


def outline_level(properties: Element | None) -> int | None:
    """The outline level a `w:pPr` sets, counted from 1; 0 for body text; None where it sets none."""
    value = properties.value("w:outlineLvl") if properties is not None else ""
    if not value.isdigit():
        return None
    return int(value) + 1 if int(value) < 9 else 0


def read_styles(root: Element | None) -> dict[str, Style]:
    """Styles by id, what they inherit filled in."""
    if root is None:
        return {}
    elements = {e.get("w:styleId"): e for e in root.children if e.tag == "w:style"}
    return {key: _style(key, elements) for key in elements}


def _style(key: str, elements: dict[str, Element]) -> Style:
    name = elements[key].value("w:name")
    heading = _HEADING.match(name)
    outline: int | None = int(heading[1]) if heading else None
    numbering, level = "", 0
    at: str = key
    for _ in range(_MAX_CHAIN):
        element = elements.get(at)
        if element is None:
            break
        properties = element.child("w:pPr")
        if outline is None:
            outline = outline_level(properties)
        numbered = properties.child("w:numPr") if properties is not None else None
        if numbered is not None and not numbering:
            numbering = numbered.value("w:numId")
            level = _level(numbered)
        at = element.value("w:basedOn")
    return Style(name, outline or 0, numbering, level)


def _level(numbered: Element) -> int:
    value = numbered.value("w:ilvl", "0")
    return min(int(value), 8) if value.isdigit() else 0


def numbering_of(properties: Element | None, style: Style) -> tuple[str, int]:
    """The numbering id and level of a paragraph: its own, else its style's; an empty id for none."""
    numbered = properties.child("w:numPr") if properties is not None else None
    if numbered is None:
        return style.numbering, style.level
    own = numbered.value("w:numId")
    if own == "0":
        return "", 0
    level = _level(numbered) if numbered.child("w:ilvl") is not None else style.level
    return own or style.numbering, level
