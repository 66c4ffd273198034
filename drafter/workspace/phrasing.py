"""Suggestions for one draft: standard phrasing and what the store says of its use."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from drafter.analyse.phrasing import (
    Candidate,
    Suggestion,
    missing_topics,
    near_suggestion,
    odd_suggestions,
    template_candidates,
)
from drafter.corpus.nearest import Hit, Searcher
from drafter.corpus.statistics import topic_shares, usage
from drafter.corpus.store import Store
from drafter.data.form import load_forms
from drafter.data.phrases import Phrases, load_phrases
from drafter.data.slots import Names, names_of, region_of, shape
from drafter.model.config import Config
from drafter.model.lines import LineIndex
from drafter.model.problem import Problem
from drafter.model.prose import Prose, Sentence
from drafter.model.report import Report
from drafter.parse.report import parse_report
from drafter.read.open import read_document
from drafter.workspace.corpus import open_store
from drafter.workspace.inputs import Input

# A wording of the store is established from this many agencies on.
_ESTABLISHED = 8
_USED = 75.0


@dataclass(frozen=True, slots=True)
class Advice:
    """A suggestion, where it stands (from 1), and all that speaks for it."""

    suggestion: Suggestion
    line: int
    column: int
    origins: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Advised:
    """All suggestions for a draft, the topics it lacks (Chinese), and how many sentences were looked at."""

    advice: tuple[Advice, ...]
    missing: tuple[str, ...]
    sentences: int


def advise(item: Input, config: Config, *, use_corpus: bool = True) -> Advised:
    """Suggestions for a draft. Raises UnreadableInput, or Problem when the store cannot be used."""
    document = read_document(item.read(), item.name)
    report = parse_report(document, load_forms(), config.year)
    sentences = Prose(document.text, report).sentences
    phrases = load_phrases()
    draft = _Draft(document.text, report, sentences, config.agency or report.agency, config.year or report.year)
    if not use_corpus:
        return Advised(_placed(draft, _suggest(draft, phrases, None), None), (), len(sentences))
    with open_store(config) as store:
        found = store.attempt(lambda: _with_store(draft, phrases, store), None)
        if found is None:
            raise Problem("corpus_damaged", store.fault)
        return found


def _with_store(draft: _Draft, phrases: Phrases, store: Store) -> Advised:
    shares = topic_shares(store, draft.report.kind)
    missing = missing_topics(draft.text, draft.report, phrases.topics, shares, store.embedded)
    told = tuple(m.reason for m in missing)
    return Advised(_placed(draft, _suggest(draft, phrases, store), store), told, len(draft.sentences))


@dataclass(frozen=True, slots=True)
class _Draft:
    """What is advised on."""

    text: str
    report: Report
    sentences: Sequence[Sentence]
    agency: str
    year: int | None


def _suggest(draft: _Draft, phrases: Phrases, store: Store | None) -> list[Suggestion]:
    found = {s.span: s for s in odd_suggestions(draft.text, draft.sentences, phrases)}
    common = _common(draft, store)
    for sentence, wordings in zip(draft.sentences, common, strict=True):
        if sentence.span in found:
            continue
        place = template_candidates(phrases, draft.report.kind, sentence.subsection, sentence.section)
        one = near_suggestion(draft.text, sentence, [*place, *wordings], draft.agency, draft.year)
        if one is not None:
            found[sentence.span] = one
    return [found[span] for span in sorted(found)]


def _common(draft: _Draft, store: Store | None) -> list[list[Candidate]]:
    """For every sentence the established wordings of the store that are near it."""
    if store is None or not draft.sentences:
        return [[] for _ in draft.sentences]
    names = names_of(draft.agency)
    shapes = [shape(s.span.of(draft.text), names, draft.year).text for s in draft.sentences]
    return [list(_established(hits)) for hits in Searcher(store).nearest(shapes, 60.0, 10)]


def _established(hits: Sequence[Hit]) -> Iterator[Candidate]:
    for hit in hits:
        if hit.wording.agencies >= _ESTABLISHED:
            yield Candidate(hit.wording.text, "库中通行写法")


def _placed(draft: _Draft, suggestions: Sequence[Suggestion], store: Store | None) -> tuple[Advice, ...]:
    lines = LineIndex(draft.text)
    used = _usage(draft, suggestions, store)
    found = []
    for one, words in zip(suggestions, used, strict=True):
        at = lines.locate(one.span.start)
        origins = tuple(dict.fromkeys((one.origin, *words)))
        found.append(Advice(one, at.line, at.column, origins))
    return tuple(found)


def _usage(draft: _Draft, suggestions: Sequence[Suggestion], store: Store | None) -> list[list[str]]:
    """How many reports of the store say what is proposed, in Chinese."""
    if store is None or not suggestions:
        return [[] for _ in suggestions]
    names = names_of(draft.agency) if draft.agency else Names()
    shapes = [shape(one.proposed, names, draft.year).text for one in suggestions]
    region = region_of(draft.agency)
    where = "示例语料（虚构机关）" if store.embedded else "库"
    told = []
    for hits in Searcher(store).nearest(shapes, _USED, 24):
        count = usage(store, [h.wording.id for h in hits], region)
        words = [f"{where}中 {count.agencies} 个机关的 {count.reports} 份报告用此类说法"] if count.agencies else []
        told.append(words + ([f"其中本地（{region}）{count.local} 份"] if count.local else []))
    return told
