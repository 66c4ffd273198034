"""Passages of a draft that stand in past reports too."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from rapidfuzz import fuzz, process

from drafter.corpus.nearest import Hit, searcher
from drafter.corpus.store import Store
from drafter.data.slots import names_of, same_agency, shape
from drafter.model.facts import Echo
from drafter.model.pieces import pieces
from drafter.model.prose import Sentence
from drafter.model.span import Span

# Below this likeness two wordings have nothing to do with each other.
LEAST = 60.0
# From this likeness on two agencies are taken to use the same wording, for the count of who uses it.
SAME = 85.0
YEARS_BACK = 3
OTHERS = 2
_SHORTEST = 8


def echoes(
    store: Store,
    text: str,
    sentences: Sequence[Sentence],
    agency: str,
    year: int | None,
) -> tuple[Echo, ...]:
    """Where sentences of a draft, or items of its lists, stand in past reports with a likeness of at least `LEAST`.

    For every sentence the nearest of each of the agency's own last `YEARS_BACK` years, then the nearest of at most
    `OTHERS` other agencies, none from a later year. `Echo.agencies` counts the agencies that use the wording or one
    like it, in `store` and in the embedded sample: so a small store, too, knows common wording from rare. The
    sample's own agencies are fictional; nothing is ever said to be copied from them.
    """
    names = names_of(agency)
    spans = [p for s in sentences for p in pieces(text, s.span) if len(p) >= _SHORTEST]
    shapes = [shape(span.of(text), names, year).text for span in spans]
    if not shapes:
        return ()
    hits = searcher(store).nearest(shapes, LEAST, limit=24)
    counts = [_agencies(store, found) for found in hits]
    own = tuple(_own(store, spans, shapes, agency, year, counts))
    if store.embedded:
        return own
    sample = _sample()
    more = searcher(sample).nearest(shapes, SAME, limit=24)
    counts = [n + _agencies(sample, found) for n, found in zip(counts, more, strict=True)]
    own = tuple(_own(store, spans, shapes, agency, year, counts))
    others = _others(store, spans, hits, agency, year, counts)
    return tuple(sorted((*own, *others), key=lambda e: (e.span, not e.same_agency, -(e.year or 0), -e.score)))


@lru_cache(maxsize=1)
def _sample() -> Store:
    """The embedded sample; open as long as the process lives."""
    return Store.open(None)


def _agencies(store: Store, hits: Sequence[Hit]) -> int:
    return searcher(store).agencies([hit for hit in hits if hit.score >= SAME])


def _own(
    store: Store,
    spans: Sequence[Span],
    shapes: Sequence[str],
    agency: str,
    year: int | None,
    counts: Sequence[int],
) -> Iterator[Echo]:
    """The agency's own reports are few: every sentence of them is measured."""
    earlier = [e for e in store.entries(agency=agency) if year is None or e.year < year] if agency else []
    for entry in earlier[-YEARS_BACK:]:
        past = [p for p in store.passages(entry) if len(p.text) >= _SHORTEST]
        if not past:
            continue
        table = process.cdist(shapes, [p.shape for p in past], scorer=fuzz.ratio, score_cutoff=LEAST)
        for row, span, count in zip(table, spans, counts, strict=True):
            best = int(row.argmax())
            if row[best] >= LEAST:
                found, score = past[best], float(row[best])
                yield Echo(span, found.text, score, entry.agency, entry.year, found.section, max(count, 1), True)


def _others(
    store: Store,
    spans: Sequence[Span],
    hits: Sequence[tuple[Hit, ...]],
    agency: str,
    year: int | None,
    counts: Sequence[int],
) -> Iterator[Echo]:
    for span, found, count in zip(spans, hits, counts, strict=True):
        seen: set[str] = set()
        for hit in found:
            for use in store.uses(hit.wording.id, OTHERS, besides=agency):
                late = year is not None and use.year > year
                if use.agency in seen or late or (agency and same_agency(use.agency, agency)):
                    continue
                seen.add(use.agency)
                yield Echo(span, use.text, hit.score, use.agency, use.year, use.section, max(count, 1), False)
            if len(seen) >= OTHERS:
                break
