"""What came of the claims of the text last checked, as long as the paragraphs they are made of and the tables stay."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from drafter.engine.settled import Settled
from drafter.model.claim import Claim
from drafter.model.facts import Facts

if TYPE_CHECKING:
    from drafter.analyse.claims import Told


@dataclass
class Claimed:
    """Remembers one text: its tables and paragraphs, and what came of them. Not safe for threads that share one."""

    _rules: Settled = field(default_factory=Settled)
    _told: tuple[Told, ...] = ()
    _claims: tuple[tuple[int, int, Claim], ...] = ()  # with the number of their paragraph, and where that began

    def recall(self, facts: Facts, tables: object) -> frozenset[str]:
        """The codes of rules that had nothing to say on what a text with such tables tells; None as tables says that
        they cannot be told from the prose."""
        told = _told(facts)
        previous = facts.previous.document.text if facts.previous else None
        silent = self._rules.on(None if tables is None or told is None else (tables, previous, told))
        self._told = told or ()
        if not silent:
            self._claims = ()
        return silent

    def learn(self, silent: Iterable[str], claims: Iterable[Claim]) -> None:
        """Take in which rules had nothing to say on the text last asked about, and its claims."""
        self._rules.learn(silent)
        starts = [t.start for t in self._told]
        homes = [(bisect_right(starts, c.span.start) - 1, c) for c in claims] if starts else []
        self._claims = tuple((n, starts[n], c) for n, c in homes)

    def placed(self) -> tuple[Claim, ...]:
        """The claims that are known, where they stand in the text last asked about."""
        starts = [t.start for t in self._told]
        return tuple([c if starts[n] == at else c.shifted(starts[n] - at) for n, at, c in self._claims])

    def forget(self) -> None:
        """Forget everything."""
        self._rules.on(None)
        self._told, self._claims = (), ()


def _told(facts: Facts) -> tuple[Told, ...] | None:
    """The paragraphs that claims are made of; None where reading them fails, which is said when the claims are read."""
    from drafter.analyse.claims import told

    try:
        return told(facts.text, facts.report, facts.year)
    except Exception:
        return None
