"""Requests for silence: finding them in the text, hiding them from the rules, applying them to the findings."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from itertools import accumulate

from drafter.model.block import Grid
from drafter.model.diagnostic import Diagnostic
from drafter.model.document import Document, Silencer
from drafter.model.facts import Silencing
from drafter.model.result import Suppressed
from drafter.model.source import SourceText
from drafter.model.span import Span
from drafter.model.table import Table
from drafter.read.word.silencers import parse_request
from drafter.rules.base import Rule
from drafter.rules.registry import selected

_REQUEST = re.compile(
    r"[【\[［]\s*drafter\s*[:：](?P<zh>[^】\]］\r\n]*)(?:[】\]］]|(?=[\r\n]|$))|<!--\s*drafter\s*[:：](?P<md>[^\r\n]*?)(?:-->|(?=[\r\n]|$))",
    re.IGNORECASE,
)
_NO_REASON = re.compile(r"[\s.…。—\-]*")


def find_silencers(document: Document) -> tuple[Silencer, ...]:
    """The requests of a document in order: those in its text and those its container keeps (Word comments).

    A request on a line of its own stands for the next paragraph or table, another one for the paragraph it is in. One
    that cannot be understood has no codes.
    """
    named = "drafter" in document.text.lower()
    requests = [Span(*m.span()) for m in _REQUEST.finditer(document.text)] if named else []
    if not requests:
        return document.silencers
    passages = _passages(document, requests)
    furthest = list(accumulate((p.end for p in passages), max))
    found = []
    for request in requests:
        behind = bisect_left(furthest, request.end)
        scope = passages[behind] if behind < len(passages) else Span(request.end, request.end)
        found.append(_silencer(document.text, request, scope))
    return tuple(sorted((*found, *document.silencers), key=lambda s: s.span))


def _silencer(text: str, request: Span, scope: Span) -> Silencer:
    match = _REQUEST.match(text, request.start)
    assert match is not None
    inside = match["zh"] if match["zh"] is not None else match["md"]
    parsed = parse_request(f"drafter:{inside}")
    codes, reason = parsed if parsed is not None else ((), "")
    return Silencer(request, scope, codes, "" if _NO_REASON.fullmatch(reason) else reason)


def _passages(document: Document, requests: Sequence[Span]) -> list[Span]:
    """Paragraphs and tables that hold more than requests, in order."""
    hidden = _blanked(document.text, requests)
    return sorted(b.span for b in document.blocks if isinstance(b, Grid) or b.span.of(hidden).strip())


def mask(document: Document, silencers: Sequence[Silencer]) -> Document:
    """The document with blanks where its text holds requests, so that no rule takes them for prose; offsets stay."""
    spans = [s.span for s in silencers if s.span != s.scope]
    if not spans:
        return document
    text = _blanked(document.text, spans)
    blocks = tuple(b for b in document.blocks if isinstance(b, Grid) or b.span.of(text).strip())
    return replace(document, source=SourceText(text, document.source.pieces), blocks=blocks)


def _blanked(text: str, spans: Sequence[Span]) -> str:
    parts, at = [], 0
    for span in spans:
        parts += [text[at : span.start], " " * len(span)]
        at = span.end
    return "".join([*parts, text[at:]])


def widen(silencers: Sequence[Silencer], tables: Sequence[Table]) -> tuple[Silencer, ...]:
    """Let a request that stands above a table, or between its rows, hold for all of it."""
    return tuple(_widened(s, tables) for s in silencers)


def _widened(silencer: Silencer, tables: Sequence[Table]) -> Silencer:
    for table in tables:
        if silencer.span != silencer.scope and table.span.overlaps(silencer.scope):
            return replace(silencer, scope=silencer.scope.cover(table.span))
    return silencer


@dataclass(frozen=True, slots=True)
class Quieted:
    """Findings that stay, findings that were silenced, and what came of each request."""

    diagnostics: tuple[Diagnostic, ...]
    suppressed: tuple[Suppressed, ...]
    silencings: tuple[Silencing, ...]


def quiet(
    diagnostics: Sequence[Diagnostic],
    silencers: Sequence[Silencer],
    text: str,
    ran: Collection[str],
    rules: Sequence[Rule],
) -> Quieted:
    """Apply requests to findings on `text`. `ran` are the codes of the rules that ran, `rules` all there are.

    A finding that stands for several places stays for those that no request covers.
    """
    kept: list[Diagnostic] = []
    suppressed: list[Suppressed] = []
    used: set[tuple[int, str]] = set()
    scopes = _Near([s.scope for s in silencers])
    requests = _Near([s.span for s in silencers])
    for diagnostic in diagnostics:
        hits = list(_hits(diagnostic, silencers, scopes))
        used.update(hits)
        if hits:
            reason = silencers[hits[0][0]].reason or "文中没有写原因"
            suppressed.append(Suppressed(diagnostic, "silencer", reason))
            kept += _elsewhere(diagnostic, [silencers[index].scope for index, _ in hits], text)
        elif not _inside_request(diagnostic, silencers, requests):
            kept.append(diagnostic)
    outcome = tuple(_outcome(i, s, used, ran, rules) for i, s in enumerate(silencers))
    return Quieted(tuple(kept), tuple(suppressed), outcome)


def _elsewhere(diagnostic: Diagnostic, scopes: Sequence[Span], text: str) -> Iterator[Diagnostic]:
    """The finding at the first of its further places that no scope covers, with what of its fix belongs there."""
    left = [r for r in diagnostic.related if r.same and r.span and not any(_touches(s, r.span) for s in scopes)]
    if not left or left[0].span is None:
        return
    fix = diagnostic.fix
    if fix is not None:
        edits = tuple(e for e in fix.edits if not any(_touches(s, e.span) for s in scopes))
        fix = replace(fix, edits=edits) if edits else None
    span = left[0].span
    yield replace(diagnostic, span=span, related=tuple(left[1:]), fix=fix, excerpt=span.of(text)[:120])


class _Near:
    """Spans by place, to tell which may meet another without looking at all."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self._order = sorted(range(len(spans)), key=lambda i: spans[i])
        self._starts = [spans[i].start for i in self._order]
        self._furthest = list(accumulate((spans[i].end for i in self._order), max))

    def of(self, span: Span) -> list[int]:
        """The indices, rising, of all spans that overlap or touch `span`, and maybe of some more."""
        stop = bisect_right(self._starts, span.end)
        first = bisect_left(self._furthest, span.start, 0, stop)
        return sorted(self._order[first:stop])


def _hits(diagnostic: Diagnostic, silencers: Sequence[Silencer], near: _Near) -> Iterator[tuple[int, str]]:
    for index in near.of(diagnostic.span):
        silencer = silencers[index]
        if not _touches(silencer.scope, diagnostic.span):
            continue
        for entry in silencer.codes:
            if _names(entry, diagnostic.code, diagnostic.name):
                yield index, entry


def _touches(scope: Span, span: Span) -> bool:
    return scope.overlaps(span) or (not len(span) and scope.start <= span.start <= scope.end and len(scope) > 0)


def _inside_request(diagnostic: Diagnostic, silencers: Sequence[Silencer], near: _Near) -> bool:
    places = (silencers[index] for index in near.of(diagnostic.span))
    return any(s.span != s.scope and s.span.contains(diagnostic.span) for s in places)


def _names(entry: str, code: str, name: str) -> bool:
    return selected(code, name, (_canonical(entry),), ())


def _canonical(entry: str) -> str:
    """Codes are written in capitals, names in small letters."""
    return entry.upper() if re.fullmatch(r"[A-Za-z]\d*|(?i:all)", entry) else entry.lower()


def _outcome(
    index: int, silencer: Silencer, used: set[tuple[int, str]], ran: Collection[str], rules: Sequence[Rule]
) -> Silencing:
    unused, unknown = [], []
    for entry in silencer.codes:
        meant = [r for r in rules if _names(entry, r.code, r.name)]
        if not meant:
            unknown.append((entry, _nearest(entry, rules)))
        elif (index, entry) not in used and _without_object(silencer, meant, ran):
            unused.append(entry)
    return Silencing(silencer, tuple(unused), tuple(unknown))


def _without_object(silencer: Silencer, meant: Sequence[Rule], ran: Collection[str]) -> bool:
    """Whether a request that met no finding can be called unused: nothing stands below it, or all its rules ran."""
    return not len(silencer.scope) or all(r.code in ran for r in meant if r.default or r.code in ran)


def _nearest(entry: str, rules: Sequence[Rule]) -> str:
    known = sorted({r.code for r in rules} | {r.name for r in rules})
    return next(iter(get_close_matches(_canonical(entry), known, 1)), "")
