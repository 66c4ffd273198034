"""Chooses fixes that do not get in each other's way and applies their edits."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from drafter.model.diagnostic import Diagnostic, Edit, Fix, Safety


@dataclass(frozen=True, slots=True)
class Plan:
    """The findings whose fixes are to be applied, and their edits in order of place, none overlapping."""

    chosen: tuple[Diagnostic, ...]
    edits: tuple[Edit, ...]


def plan(diagnostics: Sequence[Diagnostic], *, unsafe: bool = False, without: Collection[str] = ()) -> Plan:
    """Choose fixes whole: safe ones before unsafe ones, then by place; one that overlaps an earlier choice is left for
    the next round. `without` are codes of rules whose fixes are not wanted."""
    wanted = [d for d in diagnostics if d.code not in without and applicable(d.fix, unsafe=unsafe)]
    wanted.sort(key=lambda d: (_fix(d).safety is not Safety.SAFE, d.span, d.code))
    chosen: list[Diagnostic] = []
    taken: list[Edit] = []
    for diagnostic in wanted:
        new = [e for e in _fix(diagnostic).edits if e not in taken]
        if not any(_clash(a, b) for a in new for b in taken):
            chosen.append(diagnostic)
            taken += new
    return Plan(tuple(sorted(chosen, key=lambda d: (d.span, d.code))), tuple(sorted(taken, key=lambda e: e.span)))


def applicable(fix: Fix | None, *, unsafe: bool = False) -> bool:
    """Whether a fix may be applied: never one for display, an unsafe one only when asked for."""
    if fix is None or not fix.edits:
        return False
    return fix.safety is Safety.SAFE or (unsafe and fix.safety is Safety.UNSAFE)


def _fix(diagnostic: Diagnostic) -> Fix:
    assert diagnostic.fix is not None
    return diagnostic.fix


def _clash(a: Edit, b: Edit) -> bool:
    """Overlapping, or touching at a place where something is put in: then their order would matter."""
    if a.span.overlaps(b.span):
        return True
    empty = not len(a.span) or not len(b.span)
    return empty and a.span.start <= b.span.end and b.span.start <= a.span.end


def apply_edits(text: str, edits: Iterable[Edit]) -> str:
    """The text with edits applied from the end backwards. Line breaks in their texts become those of `text`.

    Raises ValueError when edits overlap.
    """
    newline = newline_of(text)
    limit = len(text)
    for edit in sorted(edits, key=lambda e: e.span, reverse=True):
        if edit.span.end > limit:
            raise ValueError(f"edits overlap at {edit.span}")
        new = edit.text.replace("\r\n", "\n").replace("\n", newline) if "\n" in edit.text else edit.text
        text = text[: edit.span.start] + new + text[edit.span.end :]
        limit = edit.span.start
    return text


def newline_of(text: str) -> str:
    """The line break a text uses: that of its first line."""
    first = text.find("\n")
    if first > 0 and text[first - 1] == "\r":
        return "\r\n"
    return "\r" if first < 0 and "\r" in text else "\n"
