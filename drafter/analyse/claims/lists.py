"""Which figure is being divided into parts while a sentence is read."""

from __future__ import annotations

from dataclasses import dataclass, field

from drafter.analyse.claims.lexer import Node


@dataclass(frozen=True, slots=True)
class _Frame:
    parent: int
    scope: int
    bracket: bool
    listed: bool
    buffer: list[Node]
    counted: bool


@dataclass(slots=True)
class Lists:
    """The open list. Brackets nest.

    `parent` is the index of the figure divided (-1 for none), `scope` numbers the list, `bracket` says that brackets
    hold it, `listed` that 其中 stood.
    """

    parent: int = -1
    scope: int = 0
    bracket: bool = False
    listed: bool = False
    _made: int = 0
    _stack: list[_Frame] = field(default_factory=list)

    @property
    def open(self) -> bool:
        """Whether parts are being told."""
        return self.parent >= 0

    @property
    def number(self) -> int:
        """The number of the open list, 0 for none."""
        return self.scope if self.open else 0

    @property
    def nested(self) -> bool:
        """Whether a bracket is open."""
        return bool(self._stack)

    @property
    def host(self) -> Node | None:
        """The word that the open bracket stands behind; None behind a figure or punctuation, or without a bracket."""
        frame = self._stack[-1] if self._stack else None
        return frame.buffer[-1] if frame and frame.buffer and not frame.counted else None

    def begin(self, goes_on: bool) -> None:
        """Start a sentence, which goes on with the list of the one before or not."""
        self._stack, self.bracket, self.listed = [], False, False
        if not goes_on:
            self.close()

    def divide(self, parent: int) -> None:
        """Open a list of the parts of a figure."""
        self._made += 1
        self.parent, self.scope = parent, self._made

    def close(self) -> None:
        """No parts are being told any more."""
        self.parent, self.scope = -1, 0

    def enter(self, parent: int, buffer: list[Node], counted: bool) -> None:
        """A bracket opens, with parts of the figure `parent` when it is not negative; what was read is kept."""
        self._stack.append(_Frame(self.parent, self.scope, self.bracket, self.listed, buffer, counted))
        if parent >= 0:
            self.divide(parent)
            self.bracket, self.listed = True, False

    def leave(self) -> tuple[list[Node], bool]:
        """The bracket closes; what was kept when it opened."""
        frame = self._stack.pop()
        self.parent, self.scope, self.bracket, self.listed = frame.parent, frame.scope, frame.bracket, frame.listed
        return frame.buffer, frame.counted
