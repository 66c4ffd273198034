"""What came of the claims of the text last checked, as long as the paragraphs they are made of and the tables stay."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from drafter.model.claim import Claim
from drafter.model.facts import Facts

if TYPE_CHECKING:
    from drafter.analyse.claims import Told


@dataclass(frozen=True, slots=True)
class ClaimsKnown:
    """The codes of rules that had nothing to say, and the claims, each with the number of the paragraph it stands in
    and where that began."""

    silent: frozenset[str] = frozenset()
    claims: tuple[tuple[int, int, Claim], ...] = ()


@dataclass
class Claimed:
    """Remembers one text: its tables and paragraphs, and what came of them. Not safe for threads that share one."""

    _basis: object = None
    _told: tuple[Told, ...] = ()
    _known: ClaimsKnown = ClaimsKnown()

    def recall(self, facts: Facts, tables: object) -> ClaimsKnown:
        """What is known of a text with such tables; None as tables says that they cannot be told from the prose."""
        told = _told(facts)
        previous = facts.previous.document.text if facts.previous else None
        basis = None if tables is None or told is None else (tables, previous)
        if basis is None or basis != self._basis or told != self._told:
            self._known = ClaimsKnown()
        self._basis, self._told = basis, told or ()
        return self._known

    def learn(self, silent: Iterable[str], claims: Iterable[Claim]) -> None:
        """Take in which rules had nothing to say on the text last asked about, and its claims."""
        if self._basis is not None:
            starts = [t.start for t in self._told]
            homes = [(bisect_right(starts, c.span.start) - 1, c) for c in claims]
            self._known = ClaimsKnown(frozenset(silent), tuple((n, starts[n], c) for n, c in homes))

    def placed(self) -> tuple[Claim, ...]:
        """The claims that are known, where they stand in the text last asked about."""
        starts = [t.start for t in self._told]
        return tuple([c if starts[n] == at else c.shifted(starts[n] - at) for n, at, c in self._known.claims])

    def forget(self) -> None:
        """Forget everything."""
        self._basis, self._told, self._known = None, (), ClaimsKnown()


def _told(facts: Facts) -> tuple[Told, ...] | None:
    """The paragraphs that claims are made of; None where reading them fails, which is said when the claims are read."""
    from drafter.analyse.claims import told

    try:
        return told(facts.text, facts.report, facts.year)
    except Exception:
        return None
