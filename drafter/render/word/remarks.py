"""What a comment says about a finding."""

from __future__ import annotations

from drafter.model.diagnostic import Diagnostic, Related
from drafter.model.document import Document
from drafter.render.summary import LEVEL_NAMES

_MOST = 40


def remark(diagnostic: Diagnostic, document: Document, *, here: bool) -> tuple[str, ...]:
    """The paragraphs of a comment: code and message, the other places, the remedy, the authority.

    `here` says that the comment stands on the words themselves; otherwise it quotes them.
    """
    lines = [f"{diagnostic.code} {LEVEL_NAMES[diagnostic.severity]}：{diagnostic.message}"]
    if not here:
        lines.append(f"位置：“{_quoted(diagnostic.span.of(document.text))}”（此处不能加批注，注在前文）")
    lines += [_other(related, document) for related in diagnostic.related]
    fix = diagnostic.fix
    if fix is not None:
        new = f"：改为“{fix.edits[0].text}”" if len(fix.edits) == 1 and fix.edits[0].text else ""
        lines.append(f"建议：{fix.title}{new if new[4:-1] not in fix.title else ''}")
    if diagnostic.basis:
        lines.append(f"依据：{'；'.join(diagnostic.basis)}")
    return tuple(lines)


def _other(related: Related, document: Document) -> str:
    if related.origin:
        return f"另见（{related.origin}）：{related.message}"
    quoted = f"：“{_quoted(related.span.of(document.text))}”" if related.span is not None and len(related.span) else ""
    return f"另见：{related.message}{quoted}"


def _quoted(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _MOST else f"{text[: _MOST - 1]}…"
