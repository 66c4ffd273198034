"""A file as read: its text, its blocks, and what the reader had to say about it."""

from __future__ import annotations

from dataclasses import dataclass

from drafter.model.block import Block
from drafter.model.source import SourceText
from drafter.model.span import Span


@dataclass(frozen=True, slots=True)
class Note:
    """Something the reader could not use or had to guess, in Chinese."""

    message: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Silencer:
    """A request in the document to say nothing of `codes` on `scope`; `span` is the request itself."""

    span: Span
    scope: Span
    codes: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Document:
    """A readable input. `container` is `txt`, `md`, `docx`, `html`, `pdf`; `encoding` names how a text was decoded.

    `silencers` holds those the container keeps outside the text (Word comments); those in the text are found later.
    """

    name: str
    source: SourceText
    blocks: tuple[Block, ...]
    container: str = "txt"
    encoding: str = "utf-8"
    notes: tuple[Note, ...] = ()
    silencers: tuple[Silencer, ...] = ()

    @property
    def text(self) -> str:
        """The text that all spans refer to."""
        return self.source.text
