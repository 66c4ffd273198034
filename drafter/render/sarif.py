"""SARIF 2.1.0 for code-scanning services and editors. Columns and offsets are code points."""

from __future__ import annotations

import json
import string
from collections.abc import Sequence
from pathlib import PurePath
from typing import Any

from drafter import __version__
from drafter.model.diagnostic import Diagnostic, Fix, Related, Safety, Severity
from drafter.model.lines import LineIndex
from drafter.model.result import Failure, Outcome, Result, Suppressed
from drafter.model.span import Span
from drafter.render.summary import skipped_lines
from drafter.rules.base import Rule

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}

Json = dict[str, Any]


def render(outcomes: Sequence[Outcome], rules: Sequence[Rule]) -> str:
    """One run. Silenced and baselined findings are there as suppressed results; what could not be read or checked is
    told by notifications."""
    places = {rule.code: number for number, rule in enumerate(rules)}
    results = [r for o in outcomes if isinstance(o, Result) for r in _results(o, places)]
    run = {
        "tool": {
            "driver": {
                "name": "drafter",
                "version": __version__,
                "language": "zh-CN",
                "rules": [_rule(rule) for rule in rules],
            }
        },
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(outcomes)],
        "artifacts": [_artifact(o) for o in outcomes],
        "results": results,
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2) + "\n"


def _rule(rule: Rule) -> Json:
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": rule.summary},
        "help": {"text": f"依据：{'；'.join(rule.basis)}。详见 drafter explain {rule.code}"},
        "defaultConfiguration": {"level": _LEVELS[rule.severity], "enabled": rule.default},
    }


def _invocation(outcomes: Sequence[Outcome]) -> Json:
    notes = [note for o in outcomes for note in _notifications(o)]
    failed = any(isinstance(o, Failure) or o.crashed for o in outcomes)
    return {"executionSuccessful": not failed, "toolExecutionNotifications": notes}


def _notifications(outcome: Outcome) -> list[Json]:
    where = [{"physicalLocation": {"artifactLocation": {"uri": _uri(_name(outcome))}}}]
    if isinstance(outcome, Failure):
        told = [("error", f"{outcome.kind}：{outcome.message}")]
    else:
        told = [("error", f"规则出错 {crash}") for crash in outcome.crashed]
        told += [("note", line) for line in skipped_lines(outcome)]
    return [{"level": level, "message": {"text": text}, "locations": where} for level, text in told]


def _artifact(outcome: Outcome) -> Json:
    artifact: Json = {"location": {"uri": _uri(_name(outcome))}, "roles": ["analysisTarget"]}
    if isinstance(outcome, Result) and outcome.document.container in ("txt", "md"):
        artifact["encoding"] = outcome.document.encoding
    return artifact


def _name(outcome: Outcome) -> str:
    return outcome.document.name if isinstance(outcome, Result) else outcome.name


def _uri(name: str) -> str:
    """A relative reference, or a file address for an absolute path."""
    path = PurePath(name)
    return path.as_uri() if path.is_absolute() else _quoted(path.as_posix())


def _quoted(text: str) -> str:
    """Percent-encoding of what a relative reference may not hold (RFC 3986, section 2.3)."""
    plain = string.ascii_letters + string.digits + "-._~/"
    return "".join(c if c in plain else "".join(f"%{byte:02X}" for byte in c.encode()) for c in text)


def _results(result: Result, places: dict[str, int]) -> list[Json]:
    page = _Page(result)
    shown = [page.result(d, places) for d in result.diagnostics]
    return shown + [page.result(s.diagnostic, places) | {"suppressions": [_suppression(s)]} for s in result.suppressed]


def _suppression(suppressed: Suppressed) -> Json:
    kind = "inSource" if suppressed.by == "silencer" else "external"
    return {"kind": kind, "status": "accepted", "justification": suppressed.reason}


class _Page:
    """The places of one document."""

    def __init__(self, result: Result) -> None:
        self._text = result.document.text
        self._uri = _uri(result.document.name)
        self._index = LineIndex(self._text)
        # Offsets of other containers count in the text as read; edits there would make no sense to a program.
        self._editable = result.document.container in ("txt", "md")

    def result(self, d: Diagnostic, places: dict[str, int]) -> Json:
        """A finding as a SARIF result."""
        data: Json = {
            "ruleId": d.code,
            "level": _LEVELS[d.severity],
            "message": {"text": d.message},
            "locations": [self._location(d.span)],
            "partialFingerprints": {"drafter/v1": d.fingerprint()},
            "properties": {"section": d.section, "cell": d.cell, "basis": list(d.basis)},
        }
        if d.code in places:
            data["ruleIndex"] = places[d.code]
        related = [self._related(number, r) for number, r in enumerate(d.related)]
        if related:
            data["relatedLocations"] = related
        if self._editable and d.fix is not None and d.fix.edits and d.fix.safety is not Safety.DISPLAY:
            data["fixes"] = [self._fix(d.fix)]
        return data

    def _location(self, span: Span) -> Json:
        region = self._region(span) | {"snippet": {"text": span.of(self._text)}}
        return {"physicalLocation": {"artifactLocation": {"uri": self._uri}, "region": region}}

    def _region(self, span: Span) -> Json:
        start, end = self._index.locate(span.start), self._index.locate(span.end)
        return {
            "startLine": start.line,
            "startColumn": start.column,
            "endLine": end.line,
            "endColumn": end.column,
            "charOffset": span.start,
            "charLength": len(span),
        }

    def _related(self, number: int, related: Related) -> Json:
        data: Json = {"id": number, "message": {"text": related.message}}
        if related.origin:
            data["message"] = {"text": f"{related.origin}：{related.message}"}
        elif related.span is not None:
            data |= self._location(related.span)
        return data

    def _fix(self, fix: Fix) -> Json:
        edits = [{"deletedRegion": self._region(e.span), "insertedContent": {"text": e.text}} for e in fix.edits]
        words = fix.title if fix.safety is Safety.SAFE else f"{fix.title}（请看过再用）"
        change = {"artifactLocation": {"uri": self._uri}, "replacements": edits}
        return {"description": {"text": words}, "artifactChanges": [change]}
