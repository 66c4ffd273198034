"""Rules that had nothing to say on something, as long as it stays as it was."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass
class Settled:
    """Remembers the codes of rules for what was looked at last. Not safe for threads that share one."""

    _basis: object = None
    _codes: frozenset[str] = frozenset()

    def on(self, basis: object) -> frozenset[str]:
        """Those silent on `basis`; none where it is another than the last, or None: it is not known then."""
        if basis is None or basis != self._basis:
            self._basis, self._codes = basis, frozenset()
        return self._codes

    def learn(self, codes: Iterable[str]) -> None:
        """Take in which rules had nothing to say on what was last asked about."""
        if self._basis is not None:
            self._codes = frozenset(codes)
