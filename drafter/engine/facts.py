"""Runs the analyses that the selected rules ask for, and no others."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from drafter.analyse.sentences import sentences_of
from drafter.engine.resources import Resources
from drafter.model.config import Config
from drafter.model.document import Document
from drafter.model.facts import Facts, Match, Previous, Suspect
from drafter.model.problem import Problem
from drafter.model.report import Report
from drafter.model.span import Span
from drafter.model.view import folded
from drafter.parse.report import parse_report


@dataclass(frozen=True, slots=True)
class Gathered:
    """Facts, and for each need whose analysis raised what it said."""

    facts: Facts
    broken: Mapping[str, str]


def gather(document: Document, resources: Resources, config: Config, needs: frozenset[str]) -> Gathered:
    """The facts about `document` that `needs` name. Raises what the user can mend (Problem)."""
    report = Report() if config.plain else parse_report(document, resources.forms, config.year)
    form = resources.form_for(report.form)
    facts = Facts(document, folded(document.text), config, form, report, sentences_of(document, report))
    broken: dict[str, str] = {}
    for need, analysis in _analyses(resources, plain=config.plain):
        if need not in needs:
            continue
        try:
            facts = analysis(facts)
        except Problem:
            raise
        except Exception as error:
            broken[need] = f"{type(error).__name__}: {error}"
    return Gathered(facts, broken)


def _analyses(resources: Resources, *, plain: bool) -> Iterator[tuple[str, Callable[[Facts], Facts]]]:
    """What each need calls for, in order."""
    if not plain:
        yield "claims", _with_claims
        yield "previous", lambda facts: _with_previous(facts, resources)
    yield "matches", lambda facts: _with_matches(facts, resources)
    yield "suspects", lambda facts: _with_suspects(facts, resources)
    if not plain and resources.store is not None:
        yield "corpus", lambda facts: _with_echoes(facts, resources)


def _with_claims(facts: Facts) -> Facts:
    from drafter.analyse.claims import judge, survey

    found = survey(facts.text, facts.report, facts.year)
    return replace(facts, survey=found, claims=judge(found.claims, facts.report, facts.form))


def _with_previous(facts: Facts, resources: Resources) -> Facts:
    from drafter.analyse.claims import find_claims, judge

    found = _previous(facts, resources)
    if found is None:
        return facts
    document, report = found
    form = resources.form_for(report.form)
    claims = judge(find_claims(document.text, report, form, report.year), report, form)
    return replace(facts, previous=Previous(document, report, claims, document.name))


def _previous(facts: Facts, resources: Resources) -> tuple[Document, Report] | None:
    """Last year's report: the one the user gave, or else the one in the store."""
    if resources.previous is not None:
        return resources.previous, parse_report(resources.previous, resources.forms)
    if resources.store is None or not facts.agency or facts.year is None:
        return None
    agency, year = facts.agency, facts.year
    past = resources.store.attempt(lambda: resources.store.previous(agency, year), None)
    if past is None:
        return None
    from drafter.corpus.rebuild import rebuild

    return rebuild(past, resources.form_for(past.form))


def _with_matches(facts: Facts, resources: Resources) -> Facts:
    from drafter.analyse.lexicon import find_matches

    found = find_matches(
        facts.text,
        facts.view,
        facts.sentences,
        resources.lexicons,
        year=facts.year,
        accept=facts.config.accept,
        reject=facts.config.reject,
        tables=[t.span for t in facts.report.tables],
    )
    return replace(facts, matches=(*found, *_phrasing(facts, resources)))


def _phrasing(facts: Facts, resources: Resources) -> tuple[Match, ...]:
    from drafter.analyse.phrasing import missing_matches, odd_matches
    from drafter.data.phrases import load_phrases

    phrases = load_phrases()
    odd = tuple(odd_matches(facts.text, facts.sentences, phrases))
    if resources.store is None or facts.config.plain:
        return odd
    from drafter.corpus.statistics import topic_shares

    shares = resources.store.attempt(lambda: topic_shares(resources.store, facts.report.kind), {})
    fictional = resources.store.embedded
    return (*odd, *missing_matches(facts.text, facts.report, phrases.topics, shares, fictional=fictional))


def _with_suspects(facts: Facts, resources: Resources) -> Facts:
    from drafter.analyse.spelling import SETTINGS
    from drafter.analyse.tokens import cut

    speller = resources.speller.with_accept(facts.config.accept) if facts.config.accept else resources.speller
    threshold = SETTINGS.hints if facts.config.more_hints else None
    text = _prose_alone(facts)
    names = [n for n in (facts.agency, facts.config.region) if n]
    found = speller.suspects(text, tokens=cut(text), names=names, threshold=threshold)
    return replace(facts, suspects=tuple(_suspect(s.places, s.wrong, s.right, s.score, s.kind) for s in found))


def _prose_alone(facts: Facts) -> str:
    """The source text, offset for offset, with all but the prose blanked out by line breaks."""
    if not facts.report.narrative:
        return facts.text
    parts = []
    at = 0
    for span in facts.report.narrative:
        parts += ["\n" * (span.start - at), span.of(facts.text)]
        at = span.end
    return "".join([*parts, "\n" * (len(facts.text) - at)])


def _suspect(places: tuple[tuple[int, int], ...], wrong: str, right: str, score: float, kind: str) -> Suspect:
    first, *others = (Span(start, end) for start, end in places)
    return Suspect(first, wrong, right, score, kind, tuple(others))


def _with_echoes(facts: Facts, resources: Resources) -> Facts:
    from drafter.corpus.search import echoes

    store = resources.store
    found = store.attempt(lambda: echoes(store, facts.text, facts.sentences, facts.agency, facts.year), ())
    return replace(facts, echoes=found)
