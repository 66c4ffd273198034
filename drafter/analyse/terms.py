"""Fixed terms with a character missing, doubled or out of order."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from drafter.data.lexicon import Lexicons, Term
from drafter.model.facts import Match
from drafter.model.view import View

CODE = "W303"
_END_MARKS = "。；！？"
_LONG_ENOUGH = 6
"""Characters of a term from which one that is missing can be told from a different wording."""


class Slip(NamedTuple):
    """A misspelling of a term. One that is `cut` lacks the term's last character and counts before an end mark only."""

    wrong: str
    term: str
    cut: bool = False


def term_matches(prose: View, lexicons: Lexicons) -> Iterator[Match]:
    """Slips of the terms of the lexicon. A slip is a missing, a doubled, or two exchanged characters inside a word."""
    if not lexicons.terms:
        return
    automaton, slips = _automaton(lexicons)
    for which, start, end in automaton.find_matches_as_indexes(prose.text, overlapping=True):
        slip = slips[which]
        if slip.cut and prose.text[end : end + 1] not in _END_MARKS:
            continue
        yield Match(
            f"term:{slip.term}",
            prose.span(start, end),
            slip.term,
            "warning",
            f"“{slip.wrong}”疑为“{slip.term}”的脱漏或误写",
            CODE,
        )


@lru_cache(maxsize=4)
def _automaton(lexicons: Lexicons) -> tuple[AhoCorasick, tuple[Slip, ...]]:
    slips = slips_of(lexicons.terms)
    # The automaton is built once a run and reads little text: the kind that is quick to build is the quick one.
    automaton = AhoCorasick(
        [s.wrong for s in slips], matchkind=MatchKind.Standard, implementation=Implementation.NoncontiguousNFA
    )
    return automaton, slips


def slips_of(terms: tuple[Term, ...]) -> tuple[Slip, ...]:
    """All slips of all terms, each once, but for those that the terms themselves rule out."""
    found: dict[str, Slip] = {}
    for term in terms:
        for slip in _slips(term):
            if slip.wrong not in term.unless:
                found.setdefault(slip.wrong, slip)
    return tuple(found.values())


def _slips(term: Term) -> Iterator[Slip]:
    at = 0
    for number, word in enumerate(term.words):
        outer = number in (0, len(term.words) - 1)
        for i in range(at, at + len(word)) if len(word) > 1 else ():
            if 0 < i < len(term.text) - 1:
                yield Slip(term.text[: i + 1] + term.text[i:], term.text)
            if not outer:
                yield from _broken(term.text, i, at + len(word) - 1)
        at += len(word)
    if len(term.words[-1]) > 1:
        yield Slip(term.text[:-1], term.text, cut=True)


def _broken(text: str, i: int, word_end: int) -> Iterator[Slip]:
    """Slips that break an inner word. An outer one could join what stands beside it: 执|行处罚决定."""
    if len(text) >= _LONG_ENOUGH:
        yield Slip(text[:i] + text[i + 1 :], text)
    if i < word_end and text[i] != text[i + 1]:
        yield Slip(text[:i] + text[i + 1] + text[i] + text[i + 2 :], text)
