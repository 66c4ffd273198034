"""What a former check found nothing in: while a draft is being written, most of it stays as it was.

Only silence is remembered, by content, never a finding: a paragraph with nothing to report is not looked at again by
the rules that judge paragraphs one by one, until it, what stands around it or the settings change. The same holds for
the tables and the rules that look at nothing else, and for the claims.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from drafter.engine.claimed import Claimed
from drafter.engine.part import Key, Part, keys_of, part_of
from drafter.engine.settled import Settled
from drafter.model.diagnostic import Diagnostic
from drafter.model.facts import Facts
from drafter.model.recent import Recent
from drafter.model.report import TABLE_KINDS
from drafter.model.span import Span
from drafter.rules.base import MOST_RELATED

_MOST_PARAGRAPHS = 4096


@dataclass
class Memory:
    """The silent paragraphs of the texts last checked under the same settings. Not safe for threads that share one."""

    _settings: object = None
    _silent: Recent[Key, None] = field(default_factory=lambda: Recent(_MOST_PARAGRAPHS))
    tables: Settled = field(default_factory=Settled)
    outline: Settled = field(default_factory=Settled)
    claimed: Claimed = field(default_factory=Claimed)
    _sums: tuple[object, tuple[int, int]] = (None, (0, 0))

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

    def sums(self, facts: Facts, tables: object) -> tuple[int, int]:
        """How many sums of the tables hold, of how many that can be decided."""
        if tables is None or tables != self._sums[0]:
            self._sums = (tables, facts.balances.tried())
        return self._sums[1]

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
        self._settings = None
        self._silent.clear()
        self.tables.on(None)
        self.outline.on(None)
        self._sums = (None, (0, 0))
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


def outline_of(facts: Facts) -> object:
    """Title, preamble, period and section headings as they stand; None where the title or the period was not found."""
    report, text = facts.report, facts.text
    if report.title is None or report.period is None:
        return None
    at = report.title.start
    named = tuple(span and (span.start - at, span.end - at) for span in (report.agency_span, report.year_span))
    preamble = report.preamble.of(text) if report.preamble else ""
    heads = tuple([(s.kind, s.number, s.heading.of(text), s.title.of(text)) for s in report.sections])
    within = tuple([s.body.contains(report.period.span) for s in report.sections])
    return report.title.of(text), named, report.period.span.of(text), preamble, heads, within
