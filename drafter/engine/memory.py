"""What a former check found nothing in: while a draft is being written, most of it stays as it was.

Only silence is remembered, by content, never a finding: a paragraph with nothing to report is not looked at again by
the rules that judge paragraphs one by one, until it, what stands around it or the settings change. The same holds for
the tables and the rules that look at nothing else, and for the claims.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from drafter.engine.claimed import Claimed
from drafter.engine.part import Key, Part, keys_of, part_of
from drafter.model.diagnostic import Diagnostic
from drafter.model.facts import Facts
from drafter.model.recent import Recent
from drafter.model.report import TABLE_KINDS
from drafter.model.span import Span
from drafter.rules.base import MOST_RELATED

_MOST_PARAGRAPHS = 4096


@dataclass(frozen=True, slots=True)
class TablesKnown:
    """The codes of rules that had nothing to say on some tables, and how many sums of the form held, of how many."""

    silent: frozenset[str] = frozenset()
    identities: tuple[int, int] | None = None


@dataclass
class Memory:
    """The silent paragraphs of the texts last checked under the same settings. Not safe for threads that share one."""

    _settings: object = None
    _silent: Recent[Key, None] = field(default_factory=lambda: Recent(_MOST_PARAGRAPHS))
    _tables: object = None
    _known: TablesKnown = TablesKnown()
    claimed: Claimed = field(default_factory=Claimed)

    def part(self, facts: Facts, codes: Sequence[str]) -> Part:
        """What the rules named by `codes` must still look at."""
        self._suit(facts, codes)
        keys = keys_of(facts)
        return part_of(facts, keys, [i for i, key in enumerate(keys) if key not in self._silent])

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
        settings = (facts.config, whose, bool(report.narrative), codes)
        if settings != self._settings:
            self.forget()
            self._settings = settings

    def forget(self) -> None:
        """Forget everything."""
        self._settings = self._tables = None
        self._silent.clear()
        self.claimed.forget()


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
