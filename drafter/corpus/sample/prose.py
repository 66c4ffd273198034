"""What an agency says: standard phrases with its figures, and sentences of its own, partly kept from year to year."""

from __future__ import annotations

import random
import re
import tomllib
from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache
from importlib.resources import files
from typing import Any

from drafter.corpus.sample.agencies import Agency
from drafter.data.phrases import SLOT, Blank, Phrase, load_phrases

_FIRST, _SECOND = "葭蘅榧楸菖茭椴樗槿芡", "岗圩浜嘴尖埂垸塘"
_NUMERALS = "一二三四五"
# How likely a sentence of one's own is written anew in the next year.
_FRESH = 0.45


@lru_cache(maxsize=1)
def _local() -> dict[str, Any]:
    return tomllib.loads((files("drafter.corpus.sample") / "local.toml").read_text("utf-8"))


class Voice:
    """One agency's way of writing: it settles on a wording of each phrase, and keeps most of what is its own."""

    def __init__(self, agency: Agency) -> None:
        self._agency = agency
        self._rng = random.Random(f"voice {agency.name}")
        self._wordings = {p.id: self._rng.choice(p.wordings) for p in load_phrases().phrases}
        self._optional = {p.id: self._rng.random() < 0.5 for p in load_phrases().phrases}
        self._own: dict[str, list[str]] = {}

    def standard(self, section: str, year: int, cells: Mapping[str, Decimal]) -> list[str]:
        """The standard sentences of a section or sub-section that are true of `cells`."""
        return [
            self._filled(self._wordings[phrase.id], year, cells)
            for phrase in load_phrases().phrases
            if phrase.section == section and self._says(phrase, cells)
        ]

    def _says(self, phrase: Phrase, cells: Mapping[str, Decimal]) -> bool:
        if phrase.section == "other":
            return phrase.id == ("other.fees-none" if self._optional["other.none"] else "other.none")
        return phrase.serves(self._agency.kind, dict(cells)) and (not phrase.optional or self._optional[phrase.id])

    def own(self, place: str, count: int, year: int, kind: str) -> list[str]:
        """`count` sentences of one's own for a place in the report; `kind` is a table of local.toml."""
        kept = self._own.setdefault(place, [])
        for i in range(count):
            if i == len(kept):
                kept.append(own_wording(self._rng, kind))
            elif self._rng.random() < _FRESH:
                kept[i] = own_wording(self._rng, kind)
        return [self._filled(wording, year, {}) for wording in kept[:count]]

    def _filled(self, wording: str, year: int, cells: Mapping[str, Decimal]) -> str:
        names = {
            "year": str(year),
            "last_year": str(year - 1),
            "next_year": str(year + 1),
            "agency": self._agency.name,
            "region": self._agency.region,
            "short": self._agency.short,
        }
        return SLOT.sub(lambda m: self._value(m.group(1), names, cells), wording)

    def _value(self, slot: str, names: Mapping[str, str], cells: Mapping[str, Decimal]) -> str:
        if slot in names:
            return names[slot]
        if slot in cells:
            return str(cells[slot])
        return _blank(self._rng, load_phrases().blanks[slot.removeprefix("?")])


def own_wording(rng: random.Random, kind: str) -> str:
    """A sentence nobody else is likely to write, its places filled in, years and figures still open."""
    return placed(rng, "".join(fragments(rng, kind)))


def fragments(rng: random.Random, kind: str) -> list[str]:
    """One fragment of each list of a table of local.toml."""
    return [rng.choice(choices) for choices in _local()[kind].values()]


def placed(rng: random.Random, text: str) -> str:
    """A text with an invented place wherever one is wanted."""
    return re.sub(r"\{place\}", lambda _: rng.choice(_FIRST) + rng.choice(_SECOND), text)


def numbered(sentences: list[str]) -> list[str]:
    """一是…… 二是…… before the sentences."""
    return [f"{_NUMERALS[i]}是{text}" for i, text in enumerate(sentences)]


def _blank(rng: random.Random, blank: Blank) -> str:
    return rng.choice(blank.words) if blank.words else str(rng.randint(blank.low, blank.high))
