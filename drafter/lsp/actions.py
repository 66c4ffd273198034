"""What can be done about a finding: fix it, silence it, accept the word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from lsprotocol import types

from drafter.engine.fixes import apply_edits, newline_of, plan
from drafter.lsp.buffer import Buffer
from drafter.lsp.convert import SOURCE, range_of, span_of, text_edit
from drafter.lsp.desk import Checked
from drafter.model.diagnostic import Diagnostic, Edit, Safety
from drafter.model.result import Result
from drafter.model.span import Span

ACCEPT = "drafter.acceptWord"
"""The command that records a word in the settings; arguments: address of the draft, word."""
FIX_ALL = "source.fixAll.drafter"

_QUICK = types.CodeActionKind.QuickFix


def actions(checked: Checked, uri: str, params: types.CodeActionParams) -> list[types.CodeAction]:
    """The actions for a range of a draft, of the kinds that were asked for."""
    outcome = checked.outcome
    if not isinstance(outcome, Result):
        return []
    wanted = params.context.only
    found: list[types.CodeAction] = []
    if _asked(_QUICK, wanted):
        at = span_of(params.range, checked.buffer)
        for diagnostic in outcome.diagnostics:
            if _meets(diagnostic.span, at):
                found += _for(diagnostic, checked, outcome, uri, params.context.diagnostics)
    if _asked(FIX_ALL, wanted):
        found += _fix_all(outcome.diagnostics, checked.buffer, uri)
    return found


def _asked(kind: str, wanted: Sequence[types.CodeActionKind | str] | None) -> bool:
    return not wanted or any(kind == w or kind.startswith(f"{_text(w)}.") for w in map(_text, wanted))


def _text(kind: types.CodeActionKind | str) -> str:
    return kind.value if isinstance(kind, types.CodeActionKind) else kind


def _meets(span: Span, at: Span) -> bool:
    return span.start <= at.end and at.start <= span.end


def _for(
    d: Diagnostic, checked: Checked, result: Result, uri: str, shown: Iterable[types.Diagnostic]
) -> Iterator[types.CodeAction]:
    told = [s for s in shown if s.code == d.code and s.range == range_of(d.span, checked.buffer)] or None
    if d.fix is not None and d.fix.edits and d.fix.safety is not Safety.DISPLAY:
        safe = d.fix.safety is Safety.SAFE
        title = d.fix.title if safe else f"{d.fix.title}（请看过再用）"
        yield _edit(title, d.fix.edits, checked.buffer, uri, told, preferred=safe)
    yield _edit(f"此处忽略 {d.code}", [_silencer(d, checked.buffer, result)], checked.buffer, uri, told)
    if d.code.startswith("W") and d.excerpt.strip():
        word = "".join(d.excerpt.split())
        title = f"接受“{word}”（记入 drafter.toml）"
        command = types.Command(title, ACCEPT, arguments=[uri, word])
        yield types.CodeAction(title, _QUICK, told, command=command)


def _edit(
    title: str,
    edits: Sequence[Edit],
    buffer: Buffer,
    uri: str,
    told: list[types.Diagnostic] | None,
    *,
    preferred: bool = False,
) -> types.CodeAction:
    newline = newline_of(buffer.text)
    placed = [text_edit(Edit(e.span, e.text.replace("\n", newline)), buffer) for e in edits]
    return types.CodeAction(
        title, _QUICK, told, is_preferred=preferred or None, edit=types.WorkspaceEdit({uri: placed})
    )


def _silencer(d: Diagnostic, buffer: Buffer, result: Result) -> Edit:
    """A request on a line of its own above the paragraph, or above the table."""
    tables = result.report.tables if result.report else ()
    start = next((t.span.start for t in tables if t.span.start <= d.span.start < t.span.end), d.span.start)
    line = buffer.line_start(start)
    if result.document.container == "md":
        return Edit(Span(line, line), f"<!-- drafter: ignore {d.code} -- 原因 -->\n")
    return Edit(Span(line, line), f"【drafter:忽略 {d.code} 原因：……】\n")


def _fix_all(found: Sequence[Diagnostic], buffer: Buffer, uri: str) -> Iterator[types.CodeAction]:
    edits = plan(found).edits
    if not edits or apply_edits(buffer.text, edits) == buffer.text:
        return
    action = _edit("改正所有可以放心改的地方", edits, buffer, uri, None)
    yield types.CodeAction(f"{SOURCE}：{action.title}", FIX_ALL, edit=action.edit)
