"""JSON for programs; the shape is fixed, see docs/json.md."""

from __future__ import annotations

import json
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from drafter import __version__
from drafter.model.claim import Claim
from drafter.model.diagnostic import Diagnostic, Fix, Related
from drafter.model.lines import LineIndex
from drafter.model.result import Failure, Outcome
from drafter.model.span import Span
from drafter.render.summary import claim_counts, counts


def render(outcomes: Sequence[Outcome], *, include_text: bool = False) -> str:
    """One object for the whole run."""
    data = {
        "schema_version": 1,
        "tool": {"name": "drafter", "version": __version__},
        "column_unit": "codepoint",
        "files": [file_object(o, include_text=include_text) for o in outcomes],
        "summary": {"files": len(outcomes), **counts(outcomes), "claims": claim_counts(outcomes)},
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def render_lines(outcomes: Sequence[Outcome], *, include_text: bool = False) -> str:
    """One `files[]` element a line."""
    return "".join(json.dumps(file_object(o, include_text=include_text), ensure_ascii=False) + "\n" for o in outcomes)


def file_object(outcome: Outcome, *, include_text: bool = False) -> dict[str, Any]:
    """One input's element of `files`."""
    if isinstance(outcome, Failure):
        return {
            "path": outcome.name,
            "status": "error",
            "error": {"kind": outcome.kind, "message": outcome.message},
        }
    index = LineIndex(outcome.document.text)
    report = outcome.report
    data: dict[str, Any] = {
        "path": outcome.document.name,
        "status": "checked",
        "report": None
        if report is None
        else {
            "agency": report.agency,
            "year": report.year,
            "form": report.form,
            "sections": [s.kind for s in report.sections],
        },
        "diagnostics": [diagnostic_object(d, index) for d in outcome.diagnostics],
        "claims": [_claim(c) for c in outcome.claims],
        "tables": {c.address: number(c.value) for t in report.tables for c in t.cells} if report else {},
        "skipped": [{"code": s.code, "why": s.why} for s in outcome.skipped],
        "unread": [p for t in report.tables for p in t.problems] if report else [],
        "notes": [n.message for n in outcome.document.notes],
        "suppressed": [
            {**diagnostic_object(s.diagnostic, index), "suppressed": {"by": s.by, "reason": s.reason}}
            for s in outcome.suppressed
        ],
    }
    if outcome.crashed:
        data["crashed"] = list(outcome.crashed)
    if include_text:
        data["text"] = outcome.document.text
    return data


def diagnostic_object(d: Diagnostic, index: LineIndex) -> dict[str, Any]:
    """One finding."""
    return {
        "code": d.code,
        "name": d.name,
        "severity": d.severity.value,
        "message": d.message,
        **_place(d.span, index),
        "excerpt": d.excerpt,
        "section": d.section,
        "cell": d.cell,
        "expected": d.expected,
        "actual": d.actual,
        "related": [_related(r, index) for r in d.related],
        "fix": _fix(d.fix),
        "basis": list(d.basis),
        "fingerprint": d.fingerprint(),
    }


def _place(span: Span, index: LineIndex) -> dict[str, Any]:
    start, end = index.locate(span.start), index.locate(span.end)
    return {
        "span": {"start": span.start, "end": span.end},
        "location": {"line": start.line, "column": start.column},
        "end_location": {"line": end.line, "column": end.column},
    }


def _related(related: Related, index: LineIndex) -> dict[str, Any]:
    data: dict[str, Any] = {"message": related.message}
    if related.origin:
        data["origin"] = related.origin
    elif related.span is not None:
        start = index.locate(related.span.start)
        data["span"] = {"start": related.span.start, "end": related.span.end}
        data["location"] = {"line": start.line, "column": start.column}
    return data


def _fix(fix: Fix | None) -> dict[str, Any] | None:
    if fix is None:
        return None
    edits = [{"start": e.span.start, "end": e.span.end, "text": e.text} for e in fix.edits]
    return {"title": fix.title, "safety": fix.safety.value, "edits": edits}


def _claim(claim: Claim) -> dict[str, Any]:
    data: dict[str, Any] = {
        "text": claim.text,
        "span": {"start": claim.span.start, "end": claim.span.end},
        "cell": claim.cell,
        # Programs read 未收到 as "equals 0"; that the prose denies rather than counts is a matter of wording.
        "relation": "eq" if claim.relation == "none" else claim.relation,
        "value": number(claim.value),
        "verdict": claim.verdict,
        "found": number(claim.found),
    }
    if claim.why:
        data["why"] = claim.why
    return data


def number(value: Decimal | None) -> int | float | None:
    """A figure as JSON writes it: whole numbers without a point."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)
