"""Chooses wordings for an agency and its figures; which of several is a matter of the agency's name."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from drafter.compose.draft import to_confirm
from drafter.compose.scribe import Scribe
from drafter.model.narrative import Narrative, Pair, Wording

_ORDINALS = "一二三四五六七八九"


class Narrator:
    """Writes the prose of one draft. `rng` decides among wordings of equal meaning."""

    def __init__(self, narrative: Narrative, scribe: Scribe, kind: str, rng: random.Random) -> None:
        self._narrative = narrative
        self._scribe = scribe
        self._kind = kind
        self._rng = rng

    def stated(self, section: str) -> list[tuple[Wording, str]]:
        """The facts with their wordings."""
        chosen = (self._one_of(list(g)) for _, g in groupby(self._wordings(section, confirm=False), key=_topic))
        return [(wording, self._write(wording)) for wording in chosen if wording is not None]

    def offers(self, section: str) -> list[str]:
        """Sentences that assert work done, as choices to confirm."""
        usable = [w for w in self._wordings(section, confirm=True) if self._fits(w.when, w.texts, w.where)]
        count = min(self._narrative.offers.get(section, 0), len(usable))
        return [to_confirm(self._write(w)) for w in self._rng.sample(usable, count)]

    def pairs(self) -> list[tuple[str, str]]:
        """Problems with what is done about them, as choices to confirm, numbered alike."""
        usable = [
            p
            for p in self._narrative.pairs
            if p.serves(self._kind) and self._fits(p.when, (*p.problems, *p.improvements), p.where)
        ]
        chosen = self._rng.sample(usable, min(self._narrative.offers.get("problems", 0), len(usable)))
        return [self._numbered(number, pair) for number, pair in zip(_ORDINALS, chosen, strict=False)]

    def _numbered(self, number: str, pair: Pair) -> tuple[str, str]:
        sides = (self._rng.choice(texts) for texts in (pair.problems, pair.improvements))
        problem, improvement = (self._scribe.write(text, pair.where) for text in sides)
        return to_confirm(f"{number}是{problem}。"), to_confirm(f"{number}是{improvement}。")

    def _wordings(self, section: str, *, confirm: bool) -> Iterator[Wording]:
        return (w for w in self._narrative.section(section, self._kind) if (w.role == "confirm") == confirm)

    def _one_of(self, wordings: Sequence[Wording]) -> Wording | None:
        """The wording whose figures are known and whose condition holds; else the one for unknown figures, unless all
        figures were known and merely no condition held."""
        blocked = False
        for wording in wordings:
            if wording.role == "unknown":
                continue
            if not self._known(wording.when, wording.texts, wording.where):
                blocked = True
            elif self._scribe.holds(wording.when, wording.where):
                return wording
        return next((w for w in wordings if w.role == "unknown"), None) if blocked else None

    def _fits(self, when: str, texts: Iterable[str], where: str) -> bool:
        return self._known(when, texts, where) and self._scribe.holds(when, where)

    def _known(self, when: str, texts: Iterable[str], where: str) -> bool:
        condition = "{{ " + when + " }}" if when else ""
        return all(self._scribe.knows(text, where) for text in (condition, *texts))

    def _write(self, wording: Wording) -> str:
        return self._scribe.write(self._rng.choice(wording.texts), wording.where)


def _topic(wording: Wording) -> str:
    return wording.topic
