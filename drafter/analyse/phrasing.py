"""Established wording for what a draft says: odd phrases, standard sentences near the draft's own, topics left out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from rapidfuzz import fuzz

from drafter.analyse.prose import Inside
from drafter.data.phrases import SLOT, Odd, Phrase, Phrases, Topic
from drafter.data.slots import (
    AGENCY,
    LAST_YEAR,
    NEXT_YEAR,
    NUMBER,
    REGION,
    SLOTS,
    YEAR,
    Shape,
    agency_key,
    fill,
    names_of,
    shape,
)
from drafter.model.facts import Match, Missing
from drafter.model.prose import Sentence
from drafter.model.report import Report
from drafter.model.span import Span
from drafter.model.view import View, squeezed

ODD = "S101"
# Likeness between which a standard wording is worth showing: below it says something else, above it says the same.
NEAR, SAME = 68.0, 90.0
# More than this share of new, or of dropped words makes it another sentence.
_MOST_NEW, _MOST_DROPPED = 0.4, 0.2
# Of all peers of the kind, so many tell a topic before a draft is asked about it.
_USUAL = 0.8
_SELF = re.compile(r"(?:我|本|全)(?:镇|乡|街道|县|市|区|局|委|办|厅|院|中心|单位|机关|部门)")
_DIGIT = re.compile(r"\d")
_SHORT = "\ue00f"
_NAMED = {
    "year": YEAR,
    "last_year": LAST_YEAR,
    "next_year": NEXT_YEAR,
    "agency": AGENCY,
    "region": REGION,
    "short": _SHORT,
}


@dataclass(frozen=True, slots=True)
class Candidate:
    """A wording in use, as a shape, and the Chinese words for where it comes from."""

    text: str
    origin: str


@dataclass(frozen=True, slots=True)
class Change:
    """A piece of a word-level difference: `old` became `new`; equal pieces have both the same."""

    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A better wording for `span`. `new_words` are words that assert what the draft does not say: only for the clerk to
    decide. `odd` says that the draft's wording is not an established one."""

    span: Span
    original: str
    proposed: str
    changes: tuple[Change, ...]
    origin: str
    reason: str = ""
    new_words: tuple[str, ...] = ()
    odd: bool = False


def odd_matches(view: View, sentences: Sequence[Sentence], phrases: Phrases) -> Iterator[Match]:
    """Wordings of the sentences that are not established, one match each, with what to write instead.

    `view` is that of the text; white space inside sentences should be gone from it.
    """
    inside = Inside([s.span for s in sentences])
    for odd, start, end, right in _odd_in(view.text, phrases.odd):
        span = view.span(start, end)
        if inside.contains(span):
            safety = "display" if _DIGIT.search(view.text, start, end) else "unsafe"
            yield Match(f"phrases:{odd.id}", span, right, "info", odd.reason, ODD, safety)


def missing_topics(
    text: str, report: Report, topics: Iterable[Topic], shares: Mapping[str, float], fictional: bool = False
) -> Iterator[Missing]:
    """Topics that most peers tell and this report does not, at the heading of the section they belong to.

    `fictional` says that the peers are those of the sample corpus.
    """
    peers = "示例语料中同类机关" if fictional else "同类机关"
    for topic in topics:
        section = report.section(topic.section)
        if section is None or shares.get(topic.id, 0.0) < _USUAL:
            continue
        if not topic.pattern.search(squeezed(section.body.of(text)).text):
            share = f"{shares[topic.id]:.0%}"
            yield Missing(section.heading, f"没有写到“{topic.name}”：{peers} {share} 写了；确有其事的请补写")


def odd_suggestions(text: str, sentences: Sequence[Sentence], phrases: Phrases) -> Iterator[Suggestion]:
    """A suggestion for every sentence with an odd wording; all else in it stays."""
    for sentence in sentences:
        view = squeezed(sentence.span.of(text), sentence.span.start)
        for odd, start, end, right in _odd_in(view.text, phrases.odd):
            span = view.span(start, end)
            original = sentence.span.of(text)
            proposed = text[sentence.span.start : span.start] + right + text[span.end : sentence.span.end]
            yield Suggestion(
                sentence.span,
                original,
                proposed,
                differences(original, proposed),
                f"规范写法 {odd.phrase}",
                odd.reason,
                odd=True,
            )


def near_suggestion(
    text: str,
    sentence: Sentence,
    candidates: Sequence[Candidate],
    agency: str,
    year: int | None,
) -> Suggestion | None:
    """The nearest of the wordings, with the draft's own names and figures in its slots.

    None when the sentence already is such a wording, or none is near, or one would add or drop too much.
    """
    original = sentence.span.of(text)
    own = shape(original, names_of(agency), year)
    scored = [(fuzz.ratio(own.text.replace(_SHORT, AGENCY), c.text.replace(_SHORT, AGENCY)), c) for c in candidates]
    if not scored or max(score for score, _ in scored) >= SAME:
        return None
    for score, candidate in sorted(scored, key=lambda pair: -pair[0]):
        if score < NEAR:
            return None
        proposed = _with_own_values(candidate.text, own, original, agency, year)
        if proposed is None:
            continue
        changes = differences(squeezed(original).text, proposed)
        added, dropped = _words(changes, new=True), _words(changes, new=False)
        if _share(added, proposed) <= _MOST_NEW and _share(dropped, original) <= _MOST_DROPPED:
            return Suggestion(sentence.span, original, proposed, changes, candidate.origin, new_words=added)
    return None


def template_candidates(phrases: Phrases, kind: str, place: str, section: str) -> list[Candidate]:
    """The standard sentences for a sub-section or section, as shapes."""
    return [
        Candidate(_as_shape(wording), f"规范写法 {phrase.id}")
        for phrase in phrases.phrases
        if phrase.section in (place or section, section) and _fits(phrase, kind)
        for wording in phrase.wordings
    ]


def differences(old: str, new: str) -> tuple[Change, ...]:
    """The word-level difference of two sentences; joined, the old pieces are `old` and the new ones `new`."""
    from drafter.analyse.tokens import cut

    before, after = [w for w, _ in cut(old)], [w for w, _ in cut(new)]
    blocks = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    return tuple(Change("".join(before[i:j]), "".join(after[k:n])) for _, i, j, k, n in blocks)


def _odd_in(words: str, odds: Sequence[Odd]) -> Iterator[tuple[Odd, int, int, str]]:
    for odd in odds:
        for match in odd.pattern.finditer(words):
            if odd.accept is None or not odd.accept.fullmatch(match.group()):
                yield odd, match.start(), match.end(), match.expand(odd.say)


def _fits(phrase: Phrase, kind: str) -> bool:
    return not phrase.kinds or not kind or kind in phrase.kinds


def _as_shape(wording: str) -> str:
    return SLOT.sub(lambda m: _NAMED.get(m.group(1), NUMBER), shape(wording, names_of(""), None).text)


def _with_own_values(wording: str, own: Shape, original: str, agency: str, year: int | None) -> str | None:
    """The wording with the draft's values.

    None when it has more or fewer figures, would lose the year, or would name the agency where the draft does not.
    """
    figures = [c for c in own.text if c == NUMBER]
    if sum(c == NUMBER for c in wording) != len(figures):
        return None
    if year is None and any(c in (YEAR, LAST_YEAR, NEXT_YEAR) for c in wording):
        return None
    if YEAR in own.text and YEAR not in wording:
        return None
    if sum(c in (LAST_YEAR, NEXT_YEAR) for c in wording) and not any(c in own.text for c in (LAST_YEAR, NEXT_YEAR)):
        return None
    values: dict[str, list[str]] = {}
    slots = (c for c in own.text if c in SLOTS and c not in (YEAR, LAST_YEAR, NEXT_YEAR))
    for slot, value in zip(slots, own.fillers, strict=True):
        values.setdefault(slot, []).append(value)
    named = _SELF.search(original)
    if AGENCY not in values and named is None and (AGENCY in wording or _SHORT in wording):
        return None
    me = next(iter(values.get(AGENCY, ())), named.group() if named else agency_key(agency))
    fillers = []
    for char in wording:
        if char in (AGENCY, _SHORT):
            fillers.append(named.group() if named and char == _SHORT else me)
        elif char in SLOTS and char not in (YEAR, LAST_YEAR, NEXT_YEAR):
            left = values.get(char, [])
            if not left:
                return None
            fillers.append(left.pop(0))
    return fill(wording.replace(_SHORT, AGENCY), tuple(fillers), year)


def _words(changes: Sequence[Change], *, new: bool) -> tuple[str, ...]:
    """Words of two and more characters on one side of the difference that the other side does not have at all."""
    from drafter.analyse.tokens import cut

    other = "".join(c.old if new else c.new for c in changes)
    pieces = (c.new if new else c.old for c in changes if c.old != c.new)
    return tuple(w for piece in pieces for w, _ in cut(piece) if len(w) > 1 and w not in other and not w.isdigit())


def _share(words: Sequence[str], text: str) -> float:
    return sum(map(len, words)) / max(len(text), 1)
