"""Turns lexicon matches into findings."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.model.diagnostic import Edit, Fix, Related, Safety, Severity
from drafter.model.facts import Facts, Match
from drafter.model.span import Span
from drafter.rules.base import Finding


def each(facts: Facts, code: str) -> Iterator[Finding]:
    """One finding for every match of `code`."""
    for match in facts.matches:
        if match.code == code:
            yield _finding(facts, [match])


def grouped(facts: Facts, code: str) -> Iterator[Finding]:
    """One finding for every row of `code`, at its first match; the others are related places and share the fix."""
    rows: dict[str, list[Match]] = {}
    for match in facts.matches:
        if match.code == code:
            rows.setdefault(match.row, []).append(match)
    for matches in rows.values():
        yield _finding(facts, matches)


def _finding(facts: Facts, matches: list[Match]) -> Finding:
    first = matches[0]
    wrong = first.span.of(facts.text)
    places = [*first.others, *(match.span for match in matches[1:])]
    label = "前文" if first.others else "同样的写法"
    return Finding(
        span=first.span,
        message=_message(first, wrong, len(matches)),
        related=tuple(Related(label, span, same=not first.others) for span in places),
        expected=first.right or None,
        actual=wrong,
        fix=_fix(facts, matches),
        severity=Severity(first.severity),
    )


def _message(match: Match, wrong: str, count: int) -> str:
    times = f"（全文{count}处）" if count > 1 else ""
    if not match.right or match.right in match.reason:
        return match.reason + times
    return f"“{wrong}”应为“{match.right}”{times}：{match.reason}"


def _fix(facts: Facts, matches: list[Match]) -> Fix | None:
    """A replacement, where there is one answer. What touches a figure, a title or a line break is shown only."""
    first = matches[0]
    if not first.right or "／" in first.right:
        return None
    edits = tuple(Edit(match.span, match.right) for match in matches)
    safety = Safety(first.safety)
    if any(_delicate(match.span.of(facts.text)) or _in_title(facts.text, match.span) for match in matches):
        safety = Safety.DISPLAY
    return Fix(f"改为“{first.right}”", edits, safety)


def _delicate(wrong: str) -> bool:
    return any(char.isdigit() or char in "\r\n" for char in wrong)


def _in_title(text: str, span: Span) -> bool:
    before = text[max(0, span.start - 80) : span.start]
    return before.rfind("《") > before.rfind("》")
