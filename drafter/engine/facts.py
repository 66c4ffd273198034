"""Runs the analyses that the selected rules ask for, and no others."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from drafter.engine.resources import Resources
from drafter.model.balance import Balances
from drafter.model.config import Config
from drafter.model.document import Document
from drafter.model.facts import Facts, Previous, Suspect
from drafter.model.problem import Problem
from drafter.model.prose import Prose
from drafter.model.report import Report
from drafter.model.span import Span
from drafter.parse.report import parse_report


@dataclass(frozen=True, slots=True)
class Gathered:
    """Facts, and for each need whose analysis raised what it said."""

    facts: Facts
    broken: Mapping[str, str]


def facts_of(document: Document, resources: Resources, config: Config) -> Facts:
    """What reading alone tells about a document: the report with its tables, and its prose."""
    report = Report() if config.plain else parse_report(document, resources.forms, config.year)
    form = resources.form_for(report.form)
    balances = Balances(report, form.identities)
    return Facts(document, Prose(document.text, report), config, form, report, balances=balances)


def gather(facts: Facts, resources: Resources, needs: frozenset[str]) -> Gathered:
    """The facts with what `needs` name. Raises what the user can mend (Problem)."""
    broken: dict[str, str] = {}
    for need, analysis in _analyses(resources, plain=facts.config.plain):
        if need not in needs:
            continue
        try:
            facts = analysis(facts)
        except Problem as error:
            # A file of the program's own that is damaged costs the rules that need it, not the run.
            if error.kind != "resource":
                raise
            broken[need] = error.message
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
        yield "topics", lambda facts: _with_missing(facts, resources)


def _with_claims(facts: Facts) -> Facts:
    from drafter.analyse.claims import judge, survey

    found = survey(facts.text, facts.report, facts.year)
    return replace(facts, survey=found, claims=judge(found.claims, facts.report, facts.form, facts.text))


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
    from drafter.analyse.phrasing import odd_matches
    from drafter.analyse.prose import prose_view
    from drafter.data.phrases import load_phrases

    prose = prose_view(facts.prose.view, facts.sentences)
    found = find_matches(
        facts.text,
        prose,
        facts.sentences,
        resources.lexicons,
        year=facts.year,
        accept=facts.config.accept,
        reject=facts.config.reject,
        tables=[t.span for t in facts.report.tables],
    )
    return replace(facts, matches=(*found, *odd_matches(prose, facts.sentences, load_phrases())))


def _with_missing(facts: Facts, resources: Resources) -> Facts:
    from drafter.analyse.phrasing import missing_topics
    from drafter.corpus.statistics import topic_shares
    from drafter.data.phrases import load_phrases

    store = resources.store
    shares = store.attempt(lambda: topic_shares(store, facts.report.kind), {})
    topics = load_phrases().topics
    return replace(facts, missing=tuple(missing_topics(facts.text, facts.report, topics, shares, store.embedded)))


def _with_suspects(facts: Facts, resources: Resources) -> Facts:
    from drafter.analyse.spelling import SETTINGS
    from drafter.analyse.tokens import cut

    speller = resources.speller.with_accept(facts.config.accept) if facts.config.accept else resources.speller
    threshold = SETTINGS.hints if facts.config.more_hints else None
    prose = _Excerpt(facts.text, facts.prose.spans)
    names = [n for n in (facts.agency, facts.config.region) if n]
    found = speller.suspects(prose.text, tokens=cut(prose.text), names=names, threshold=threshold)
    suspects = ((prose.places(s.places), s) for s in found)
    return replace(facts, suspects=tuple(Suspect(p[0], s.wrong, s.right, s.score, s.kind, p[1:]) for p, s in suspects))


class _Excerpt:
    """Stretches of a text as a text of their own, a line break between them, with the way home."""

    def __init__(self, source: str, spans: Sequence[Span]) -> None:
        pieces = [span.of(source) for span in spans]
        self.text = "\n".join(pieces)
        self._homes = [span.start for span in spans]
        self._starts = [0, *accumulate(len(p) + 1 for p in pieces)][: len(pieces)]

    def places(self, spans: Iterable[tuple[int, int]]) -> tuple[Span, ...]:
        """The source spans of spans of the excerpt."""
        return tuple(Span(self._home(start), self._home(end - 1) + 1) for start, end in spans)

    def _home(self, at: int) -> int:
        i = bisect_right(self._starts, at) - 1
        return self._homes[i] + at - self._starts[i]


def _with_echoes(facts: Facts, resources: Resources) -> Facts:
    from drafter.corpus.search import echoes

    store = resources.store
    found = store.attempt(lambda: echoes(store, facts.text, facts.sentences, facts.agency, facts.year), ())
    return replace(facts, echoes=found)
