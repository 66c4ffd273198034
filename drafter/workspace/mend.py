"""Applies fixes to a file's bytes until nothing is left to fix, keeping encoding, byte order mark and line breaks."""

from __future__ import annotations

import codecs
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from drafter.engine.fixes import apply_edits, plan
from drafter.model.diagnostic import Diagnostic, Edit
from drafter.model.document import Document
from drafter.model.problem import UnreadableInput
from drafter.model.result import Result

Check = Callable[[bytes], Result]

_ROUNDS = 12
_BOMS = {"utf-8": codecs.BOM_UTF8, "utf-16-le": codecs.BOM_UTF16_LE, "utf-16-be": codecs.BOM_UTF16_BE}


@dataclass(frozen=True, slots=True)
class Mended:
    """The new bytes, what was applied, and the check of the new bytes. `before` is the check of the old ones."""

    data: bytes
    applied: tuple[Diagnostic, ...]
    before: Result
    after: Result


def mend(data: bytes, check: Check, *, unsafe: bool = False) -> Mended:
    """Fix and check again until no applicable fix is left. Fixes of rules that undo each other are left out, so that
    mending twice changes nothing more.

    Raises UnreadableInput when the bytes cannot be read or their container cannot be written.
    """
    before = check(data)
    disputed: frozenset[str] = frozenset()
    while True:
        mended, cycle = _settle(data, before, check, unsafe, disputed)
        if not cycle:
            return mended
        disputed |= cycle


def _settle(
    data: bytes, before: Result, check: Check, unsafe: bool, disputed: frozenset[str]
) -> tuple[Mended, frozenset[str]]:
    """Rounds until nothing changes; the second value names rules whose fixes never come to rest."""
    result, applied = before, list[Diagnostic]()
    seen: list[tuple[bytes, frozenset[str]]] = []
    for _ in range(_ROUNDS):
        chosen = plan(result.diagnostics, unsafe=unsafe, without=disputed)
        if not chosen.edits:
            return Mended(data, tuple(applied), before, result), frozenset()
        seen.append((data, frozenset(d.code for d in chosen.chosen)))
        data = rewrite(data, result.document, chosen.edits)
        applied += chosen.chosen
        again = next((i for i, (old, _) in enumerate(seen) if old == data), None)
        if again is not None:
            return Mended(data, (), before, before), frozenset().union(*(codes for _, codes in seen[again:]))
        result = check(data)
    return Mended(data, (), before, before), frozenset().union(*(codes for _, codes in seen[-1:]))


def rewrite(data: bytes, document: Document, edits: Sequence[Edit]) -> bytes:
    """The bytes of `document` with edits applied. Raises UnreadableInput for containers that cannot be written."""
    if document.container == "docx":
        from drafter.render.docx import apply_tracked

        return apply_tracked(data, document, edits)
    if document.container not in ("txt", "md"):
        raise UnreadableInput("not_writable", "网页和 PDF 不能自动改；请改原稿（docx、txt、md）")
    mark = _BOMS.get(document.encoding, b"")
    bom = mark if mark and data.startswith(mark) else b""
    if bom + document.text.encode(document.encoding) != data:
        raise UnreadableInput("not_writable", f"按 {document.encoding} 写回会改变没有动过的字；请先另存为 UTF-8")
    return bom + apply_edits(document.text, edits).encode(document.encoding)
