"""Finds what the word lists know to be wrong: literals in one pass, then guards, then token boundaries."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, cached_property, lru_cache

from ahocorasick_rs import AhoCorasick, MatchKind

from drafter.analyse.citations import citation_matches
from drafter.analyse.prose import Inside
from drafter.analyse.repeats import repeat_matches
from drafter.analyse.terms import term_matches
from drafter.analyse.wordbounds import at_word_bounds
from drafter.data.lexicon import Lexicons, Row
from drafter.model.facts import Match
from drafter.model.prose import Sentence
from drafter.model.span import Span
from drafter.model.view import View

REJECTED = "W209"
_REACH = 160
"""How far from its literal a guard may look, in characters of the same line."""
_TITLE = re.compile(r"《[^《》\n]{1,80}》")
_WRAPPED = 25
"""A line this long that ends in a word goes on in the next."""


def find_matches(
    text: str,
    prose: View,
    sentences: Sequence[Sentence],
    lexicons: Lexicons,
    *,
    year: int | None,
    accept: Sequence[str],
    reject: Sequence[str],
    tables: Sequence[Span],
) -> tuple[Match, ...]:
    """All wording findings of `text`, by place; spans count its code points.

    `prose` is the text's `prose_view`. `year` is the report year; without it rows bound to years are left out.
    `accept` are words never to be reported, `reject` words the user wants reported (`wrong` or `wrong=right`). What
    stands in `tables` or outside `sentences` (titles, section headings, the web page around the article) is skipped.
    """
    found = [
        *_row_matches(prose, lexicons, year),
        *_rejected(prose, reject),
        *term_matches(prose, lexicons),
        *(m for span in _reach_of(sentences) for m in citation_matches(text, span, lexicons)),
        *repeat_matches(prose, lexicons.single),
    ]
    veto = _Veto(text, prose, accept, tables)
    inside = Inside([s.span for s in sentences])
    kept = [match for match in found if inside.touches(match.span) and not veto.holds(match)]
    return tuple(_leftmost_longest(kept))


def _reach_of(sentences: Sequence[Sentence]) -> Iterator[Span]:
    """From the first to the last sentence."""
    if sentences:
        yield sentences[0].span.cover(sentences[-1].span)


@lru_cache(maxsize=4)
def _automaton(lexicons: Lexicons) -> tuple[AhoCorasick, tuple[tuple[Row, ...], ...]]:
    by_pattern: dict[str, list[Row]] = {}
    for row in lexicons.rows:
        for pattern in row.patterns:
            by_pattern.setdefault(pattern, []).append(row)
    automaton = AhoCorasick(list(by_pattern), matchkind=MatchKind.Standard)
    return automaton, tuple(tuple(rows) for rows in by_pattern.values())


def _row_matches(prose: View, lexicons: Lexicons, year: int | None) -> Iterator[Match]:
    if not lexicons.rows:
        return
    automaton, rows = _automaton(lexicons)
    seen: set[tuple[str, int, int]] = set()
    for which, start, end in automaton.find_matches_as_indexes(prose.text, overlapping=True):
        for row in rows[which]:
            if row.bounded_by_year and (year is None or not row.first_year <= year <= row.last_year):
                continue
            hit = _confirm(row, prose.text, start, end)
            if hit and (row.key, *hit[:2]) not in seen:
                seen.add((row.key, *hit[:2]))
                yield _match(row, prose.span(hit[0], hit[1]), hit[2])


def _match(row: Row, span: Span, right: str) -> Match:
    return Match(row.key, span, right, row.severity, row.reason, row.code, row.fix)


def _confirm(row: Row, text: str, start: int, end: int) -> tuple[int, int, str] | None:
    """Start, end and remedy of the wrong part, or None where guard or boundary speak against it."""
    if not row.guard:
        bounds = (start, end, row.right)
    else:
        guard = _compiled(row.guard)
        found = _guarded(guard, text, start, end)
        if found is None or _cut_off(text, found.start(), found.end()):
            return None
        group = "w" if "w" in guard.groupindex else 0
        right = found.expand(row.right) if "\\" in row.right else row.right
        bounds = (found.start(group), found.end(group), right)
    if row.boundary and not at_word_bounds(text, bounds[0], bounds[1], row.boundary):
        return None
    return bounds


@cache
def _compiled(guard: str) -> re.Pattern[str]:
    return re.compile(guard)


def _guarded(guard: re.Pattern[str], text: str, start: int, end: int) -> re.Match[str] | None:
    near = max(start - _REACH, 0)
    low = max(text.rfind("\n", near, start) + 1, near)
    stop = text.find("\n", end, end + _REACH)
    high = min(len(text), end + _REACH) if stop < 0 else stop
    for found in guard.finditer(text, low, high):
        if found.start() <= start < found.end():
            return found
        if found.start() > start:
            return None
    return None


def _cut_off(text: str, start: int, end: int) -> bool:
    """Whether a line break hides what a guard must see: the text is wrapped there, or may be."""
    if text[end : end + 1] == "\n":
        return True
    if start == 0 or text[start - 1] != "\n":
        return False
    above = text[max(start - 1 - _WRAPPED, 0) : start - 1]
    return len(above) == _WRAPPED and "\n" not in above and "一" <= above[-1] <= "龥"


def _rejected(prose: View, reject: Sequence[str]) -> Iterator[Match]:
    for entry in reject:
        wrong, _, right = (part.strip() for part in entry.partition("="))
        if not wrong:
            continue
        for found in re.finditer(re.escape(wrong), prose.text):
            span = prose.span(found.start(), found.end())
            yield Match(f"reject:{wrong}", span, right, "warning", f"“{wrong}”在用户词表的禁用词中", REJECTED)


class _Veto:
    """What must not be reported: accepted words, tables, and quoted titles except for plain errors."""

    def __init__(self, text: str, prose: View, accept: Sequence[str], tables: Sequence[Span]) -> None:
        self._tables = tables
        self._accepted = [
            Inside([prose.span(*found.span()) for found in re.finditer(re.escape(word), prose.text)])
            for word in accept
            if word
        ]
        self._text = text

    @cached_property
    def _titles(self) -> Inside:
        return Inside([Span(*found.span()) for found in _TITLE.finditer(self._text)])

    def holds(self, match: Match) -> bool:
        """Whether `match` is to be dropped."""
        if any(span.overlaps(match.span) for span in self._tables):
            return True
        if any(places.contains(match.span) for places in self._accepted):
            return True
        quoted = match.severity != "error" and match.code[:2] in {"W2", "W4", "W5"} and match.code != REJECTED
        return quoted and self._titles.contains(match.span)


def _leftmost_longest(matches: list[Match]) -> Iterator[Match]:
    """Matches by place; of those of one kind that overlap, the leftmost and longest stays."""
    ends: dict[str, int] = {}
    for match in sorted(matches, key=lambda m: (m.span.start, -m.span.end, m.row)):
        kind = "style" if match.code.startswith("W5") else match.code[0]
        if match.span.start >= ends.get(kind, 0):
            ends[kind] = match.span.end
            yield match
