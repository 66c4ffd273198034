"""What a former check found nothing in: while a draft is being written, most of it stays as it was.

Only silence is remembered, by content, never a finding: a paragraph with nothing to report is not looked at again by
the rules that judge paragraphs one by one, until it, what stands around it or the settings change. The same holds for
the tables and the rules that look at nothing else, and for the claims.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from drafter.engine.claimed import Claimed
from drafter.model.diagnostic import Diagnostic
from drafter.model.facts import Facts
from drafter.model.prose import Prose
from drafter.model.recent import Recent
from drafter.model.report import TABLE_KINDS, Report
from drafter.model.span import Span
from drafter.rules.base import MOST_RELATED

AROUND = 120
"""Code points before and after a paragraph that rules may look at when they judge it."""
_MOST_PARAGRAPHS = 4096

_Key = tuple[str, int, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Part:
    """Facts cut down to the paragraphs still to be judged, `open`; `keys` are what they are remembered by."""

    facts: Facts
    open: tuple[Span, ...]
    keys: tuple[_Key, ...]

    def words(self) -> str:
        """All there is to be looked at, white space left out and figures folded: where signs of rules are looked for."""
        return "\n".join(view.text for view in self.facts.prose.views)

    def holds(self, found: Diagnostic) -> bool:
        """Whether a finding stands in one of the paragraphs, not in those that are only there to be looked at."""
        return any(span.start <= found.span.start < span.end for span in self.open)


@dataclass(frozen=True, slots=True)
class TablesKnown:
    """The codes of rules that had nothing to say on some tables, and how many sums of the form held, of how many."""

    silent: frozenset[str] = frozenset()
    identities: tuple[int, int] | None = None


@dataclass
class Memory:
    """The silent paragraphs of the texts last checked under the same settings. Not safe for threads that share one."""

    _settings: object = None
    _silent: Recent[_Key, None] = field(default_factory=lambda: Recent(_MOST_PARAGRAPHS))
    _tables: object = None
    _known: TablesKnown = TablesKnown()
    claimed: Claimed = field(default_factory=Claimed)

    def part(self, facts: Facts, codes: Sequence[str]) -> Part:
        """What the rules named by `codes` must still look at."""
        self._suit(facts, codes)
        every = facts.paragraphs
        keys = tuple(_keys(facts, every))
        fresh = [i for i, key in enumerate(keys) if key not in self._silent]
        if len(fresh) == len(every):
            return Part(facts, every, keys)
        seen = sorted({n for i in fresh for n in (i - 1, i, i + 1) if 0 <= n < len(every)})
        stretches = tuple(_joined(facts, [every[i] for i in seen], set(pairwise(every))))
        return Part(_narrowed(facts, stretches), tuple(every[i] for i in fresh), tuple(keys[i] for i in fresh))

    def learn(self, part: Part, found: Sequence[Diagnostic]) -> None:
        """Take in what the rules found in a part."""
        if any(len(d.related) >= MOST_RELATED and d.fix is None for d in found):
            return  # such a finding need not name all of its places
        places = sorted({place for d in found for place in _places(d)})
        for span, key in zip(part.open, part.keys, strict=True):
            if not any(p.start <= span.end and span.start <= p.end for p in places):
                self._silent.put(key, None)

    def tables(self, facts: Facts) -> TablesKnown:
        """What is known of these tables."""
        tables = tables_of(facts)
        if tables is None or tables != self._tables:
            self._tables, self._known = tables, TablesKnown()
        return self._known

    def learn_tables(self, silent: Iterable[str], identities: tuple[int, int]) -> None:
        """Take in which rules had nothing to say on the tables last asked about, and how their sums came out."""
        if self._tables is not None:
            self._known = TablesKnown(frozenset(silent), identities)

    def _suit(self, facts: Facts, codes: Sequence[str]) -> None:
        """Forget everything when the settings are others."""
        report = facts.report
        whose = (facts.year, facts.agency, report.agency, report.year, report.kind, report.level, facts.form)
        settings = (facts.config, whose, bool(report.narrative), tuple(codes))
        if settings != self._settings:
            self.forget()
            self._settings = settings

    def forget(self) -> None:
        """Forget everything."""
        self._settings = self._tables = None
        self._silent.clear()
        self.claimed.forget()


def _keys(facts: Facts, paragraphs: Sequence[Span]) -> Iterator[_Key]:
    starts, kinds = _parts(facts.report)
    for span in paragraphs:
        before = max(span.start - AROUND, 0)
        kind = kinds[bisect_right(starts, span.start) - 1]
        yield facts.text[before : span.end + AROUND], span.start - before, kind


def _parts(report: Report) -> tuple[list[int], list[tuple[str, str]]]:
    """Where the text begins to be another section or sub-section, from 0 on, and which."""
    starts, kinds = [0], [("", "")]
    for section in report.sections:
        for start, kind in (
            (section.heading.start, ""),
            *((part.heading.start, part.kind) for part in section.subsections),
        ):
            starts.append(start)
            kinds.append((section.kind, kind))
    return starts, kinds


def _joined(facts: Facts, spans: Sequence[Span], neighbours: set[tuple[Span, Span]]) -> Iterator[Span]:
    """Neighbouring paragraphs as one, with the line breaks behind them."""
    start = spans[0].start if spans else 0
    for here, following in pairwise([*spans, None]):
        assert here is not None
        if following is None or (here, following) not in neighbours:
            tail = facts.text[here.end : here.end + AROUND]
            yield Span(start, here.end + len(tail) - len(tail.lstrip()))
            start = following.start if following else 0


def _narrowed(facts: Facts, stretches: tuple[Span, ...]) -> Facts:
    """The facts as if nothing but the stretches were prose."""
    return replace(facts, prose=Prose(facts.text, facts.report, stretches))


def _places(found: Diagnostic) -> Iterator[Span]:
    yield found.span
    yield from (r.span for r in found.related if r.span is not None)
    yield from (e.span for e in (found.fix.edits if found.fix else ()))


def tables_of(facts: Facts) -> object:
    """All that stands in the tables and their sections; None where the sections were not found."""
    report = facts.report
    spans = [s.span for s in report.sections if s.kind in TABLE_KINDS]
    if len(spans) < len(TABLE_KINDS):
        return None
    return tuple(s.of(facts.text) for s in (*spans, *(t.span for t in report.tables)))
