"""Workflow commands: findings as annotations on a pull request."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from drafter.model.diagnostic import Diagnostic, Severity
from drafter.model.lines import LineIndex
from drafter.model.result import Failure, Outcome
from drafter.render.text import fix_line

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def render(outcomes: Sequence[Outcome]) -> str:
    """One line a finding, unreadable input or crashed rule. Columns are code points, counted from 1."""
    return "".join(line + "\n" for outcome in outcomes for line in _outcome(outcome))


def _outcome(outcome: Outcome) -> Iterator[str]:
    if isinstance(outcome, Failure):
        yield _command("error", {"file": outcome.name, "title": "读不出"}, outcome.message)
        return
    name = outcome.document.name
    index = LineIndex(outcome.document.text)
    for diagnostic in outcome.diagnostics:
        yield _finding(name, diagnostic, index)
    for crash in outcome.crashed:
        yield _command("error", {"file": name, "title": "规则出错"}, crash)


def _finding(name: str, d: Diagnostic, index: LineIndex) -> str:
    start, end = index.locate(d.span.start), index.locate(d.span.end)
    place = {"file": name, "line": str(start.line), "endLine": str(end.line)}
    if start.line == end.line:  # columns of a span over several lines are refused
        place |= {"col": str(start.column), "endColumn": str(max(end.column, start.column + 1))}
    words = [d.message, *(_related(r.message, r.origin) for r in d.related)]
    if d.fix is not None:
        words.append(f"改法：{fix_line(d.fix)}")
    return _command(_COMMANDS[d.severity], place | {"title": f"{d.code} {d.name}"}, "\n".join(words))


def _related(message: str, origin: str) -> str:
    return f"{origin}：{message}" if origin else message


def _command(name: str, properties: dict[str, str], message: str) -> str:
    given = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    return f"::{name} {given}::{_data(message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
