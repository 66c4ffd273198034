"""Findings and their fixes."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from enum import Enum

from drafter.model.span import Span


class Severity(Enum):
    """How certain and how grave: an error is two stated facts that cannot both be right, or a mandated form broken."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """3 for an error, 1 for an info."""
        return {"error": 3, "warning": 2, "info": 1}[self.value]


class Safety(Enum):
    """Whether a fix may be applied: SAFE by `drafter fix`, UNSAFE when asked for, DISPLAY never."""

    SAFE = "safe"
    UNSAFE = "unsafe"
    DISPLAY = "display"


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace `span` by `text`."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Fix:
    """A remedy: a Chinese title and edits that do not overlap."""

    title: str
    edits: tuple[Edit, ...]
    safety: Safety = Safety.UNSAFE


@dataclass(frozen=True, slots=True)
class Related:
    """The other place a finding speaks of. `origin` names another document (a past report); then `span` counts there.
    `same` marks a further place of the very same slip, which a finding at its first place reports along."""

    message: str
    span: Span | None = None
    origin: str = ""
    same: bool = False


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding. `span` is in the source text; an empty span marks a place where something is missing."""

    code: str
    name: str
    severity: Severity
    span: Span
    message: str
    related: tuple[Related, ...] = ()
    cell: str = ""
    expected: str | int | float | None = None
    actual: str | int | float | None = None
    fix: Fix | None = None
    basis: tuple[str, ...] = ()
    excerpt: str = ""
    section: str = ""

    def fingerprint(self) -> str:
        """A key from code, words and cell, not from line or offset, so that it survives edits elsewhere."""
        words = "\x1f".join(("1", self.code, self.section, "".join(self.excerpt.split()), self.cell, self.message))
        return hashlib.sha256(words.encode()).hexdigest()[:16]
