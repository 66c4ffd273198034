"""Values of drafter as values of the protocol."""

from __future__ import annotations

from collections.abc import Callable

from lsprotocol import types

from drafter.lsp.buffer import Buffer
from drafter.lsp.desk import Checked
from drafter.model.diagnostic import Diagnostic, Edit, Related, Severity
from drafter.model.result import Failure, Result
from drafter.model.span import Span

SOURCE = "drafter"
_SEVERITIES = {
    Severity.ERROR: types.DiagnosticSeverity.Error,
    Severity.WARNING: types.DiagnosticSeverity.Warning,
    Severity.INFO: types.DiagnosticSeverity.Information,
}

Page = Callable[[str], str | None]
"""The address of a rule's page, where there is one."""


def range_of(span: Span, buffer: Buffer) -> types.Range:
    """A span as a range."""
    start, end = buffer.place(span.start), buffer.place(span.end)
    return types.Range(types.Position(*start), types.Position(*end))


def span_of(given: types.Range, buffer: Buffer) -> Span:
    """A range as a span of the buffer."""
    return buffer.span((given.start.line, given.start.character), (given.end.line, given.end.character))


def offset_of(position: types.Position, buffer: Buffer) -> int:
    """A position as an offset of the buffer."""
    return buffer.offset((position.line, position.character))


def text_edit(edit: Edit, buffer: Buffer) -> types.TextEdit:
    """An edit."""
    return types.TextEdit(range_of(edit.span, buffer), edit.text)


def diagnostics_of(checked: Checked, uri: str, page: Page = lambda code: None) -> list[types.Diagnostic]:
    """What a check found; where it could not be made, why."""
    outcome = checked.outcome
    if isinstance(outcome, Failure):
        return [_failure(outcome, checked.buffer)]
    found = [_diagnostic(d, checked.buffer, uri, page) for d in outcome.diagnostics]
    return found + _unchecked(outcome, checked.buffer)


def _diagnostic(d: Diagnostic, buffer: Buffer, uri: str, page: Page) -> types.Diagnostic:
    href = page(d.code)
    return types.Diagnostic(
        range=range_of(d.span, buffer),
        message=d.message,
        severity=_SEVERITIES[d.severity],
        code=d.code,
        code_description=types.CodeDescription(href) if href else None,
        source=SOURCE,
        related_information=[_related(r, d.span, buffer, uri) for r in d.related] or None,
    )


def _related(related: Related, own: Span, buffer: Buffer, uri: str) -> types.DiagnosticRelatedInformation:
    """The other place; one in another document is told at the finding itself."""
    here = related.span is not None and not related.origin
    span = related.span if here and related.span is not None else own
    message = f"{related.origin}：{related.message}" if related.origin else related.message
    return types.DiagnosticRelatedInformation(types.Location(uri, range_of(span, buffer)), message)


def _failure(failure: Failure, buffer: Buffer) -> types.Diagnostic:
    severity = types.DiagnosticSeverity.Error if failure.kind == "config" else types.DiagnosticSeverity.Information
    return types.Diagnostic(_first_line(buffer), f"没有检查：{failure.message}", severity, failure.kind, source=SOURCE)


def _unchecked(result: Result, buffer: Buffer) -> list[types.Diagnostic]:
    """Tables that could not be read and rules that broke down must not look like correct ones."""
    told = [f"规则出错，没有检查：{crash}" for crash in result.crashed]
    told += [f"没有读出，没有检查：{p}" for t in (result.report.tables if result.report else ()) for p in t.problems]
    severity = types.DiagnosticSeverity.Information
    return [types.Diagnostic(_first_line(buffer), words, severity, "unchecked", source=SOURCE) for words in told]


def _first_line(buffer: Buffer) -> types.Range:
    end = min((i for i in (buffer.text.find("\n"), buffer.text.find("\r")) if i >= 0), default=len(buffer.text))
    return range_of(Span(0, end), buffer)
