"""What a draft is made of, before it is written to any format."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal

from drafter.model.form import Form

OPEN = re.compile(r"【请(?:填写|确认)[^【】]*】")
"""A place that the agency has to fill in or to confirm."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: level 1 for the six sections, 2 for the parts of one."""

    text: str
    level: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text."""

    text: str


@dataclass(frozen=True, slots=True)
class FormTable:
    """The place of the table of that kind."""

    kind: str


Part = Heading | Paragraph | FormTable


@dataclass(frozen=True, slots=True)
class Draft:
    """A whole draft; the title begins with the agency. `cells` are the tables' figures by address, blank cells None."""

    agency: str
    title: str
    form: Form
    parts: tuple[Part, ...]
    cells: dict[str, Decimal | None] = field(default_factory=dict)

    def prose(self) -> str:
        """The paragraphs, one a line."""
        return "\n".join(part.text for part in self.parts if isinstance(part, Paragraph))

    def open_places(self) -> tuple[str, ...]:
        """Everything still to be filled in or confirmed, in order."""
        return tuple(OPEN.findall(self.prose()))


def to_confirm(sentence: str) -> str:
    """A sentence that only the agency can vouch for."""
    return f"【请确认：{sentence}】"
