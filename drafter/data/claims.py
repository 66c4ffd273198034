"""The words of the claim grammar: lexicons/claims/terms.toml and patterns.toml, validated."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from drafter.data.resources import resource_dir
from drafter.model.problem import BadData

_KEYS = {"tag", "domain", "value", "reason", "example", "words"}


@dataclass(frozen=True, slots=True)
class Sense:
    """What a word may mean: its kind, the table it speaks of (`any` for little words), the row, column or feature."""

    tag: str
    domain: str
    value: str


@dataclass(frozen=True, slots=True)
class ClaimTerms:
    """Every word with its senses in file order; `whole` words count only between word boundaries."""

    words: tuple[str, ...]
    senses: tuple[tuple[Sense, ...], ...]
    whole: frozenset[str]


@dataclass(frozen=True, slots=True)
class ClaimPattern:
    """A named pattern of spaCy's Matcher over the tags of words."""

    name: str
    tokens: tuple[dict[str, object], ...]


def load_terms(path: Path) -> ClaimTerms:
    """Read a file of word groups. Raises BadData naming file and line."""
    text = path.read_text(encoding="utf-8")
    starts = [n for n, line in enumerate(text.splitlines(), 1) if line.strip() == "[[group]]"]
    senses: dict[str, list[Sense]] = {}
    whole: set[str] = set()
    for line, group in zip(starts, _groups(path, text, "group"), strict=True):
        where = f"{path.name}:{line}"
        if set(group) - _KEYS - {"whole"} or _KEYS - set(group):
            raise BadData(where, f"词组应有且只有 {'、'.join(sorted(_KEYS))}，可加 whole")
        sense = Sense(str(group["tag"]), str(group["domain"]), str(group["value"]))
        words = str(group["words"]).split()
        if len(words) != len(set(words)):
            raise BadData(where, f"重复的词：{'、'.join(sorted({w for w in words if words.count(w) > 1}))}")
        for word in words:
            known = senses.setdefault(word, [])
            if any(other.tag == sense.tag and other.domain == sense.domain for other in known):
                raise BadData(where, f"“{word}”在同类词组中已有")
            known.append(sense)
        if group.get("whole"):
            whole.update(words)
    order = tuple(senses)
    return ClaimTerms(order, tuple(tuple(senses[word]) for word in order), frozenset(whole))


def load_patterns(path: Path) -> tuple[ClaimPattern, ...]:
    """Read Matcher patterns. Raises BadData naming file and line."""
    text = path.read_text(encoding="utf-8")
    starts = [n for n, line in enumerate(text.splitlines(), 1) if line.strip() == "[[pattern]]"]
    found = []
    for line, row in zip(starts, _groups(path, text, "pattern"), strict=True):
        if {"name", "reason", "example", "tokens"} != set(row) or not isinstance(row["tokens"], list):
            raise BadData(f"{path.name}:{line}", "句式应有 name、reason、example、tokens")
        found.append(ClaimPattern(str(row["name"]), tuple(row["tokens"])))
    return tuple(found)


def _groups(path: Path, text: str, key: str) -> list[dict[str, object]]:
    try:
        rows = tomllib.loads(text).get(key, [])
    except tomllib.TOMLDecodeError as error:
        raise BadData(path.name, str(error)) from error
    return list(rows)


@lru_cache(maxsize=1)
def claim_terms() -> ClaimTerms:
    """The project's words of the claim grammar."""
    return load_terms(resource_dir("lexicons") / "claims" / "terms.toml")


@lru_cache(maxsize=1)
def claim_patterns() -> tuple[ClaimPattern, ...]:
    """The project's patterns of the claim grammar."""
    return load_patterns(resource_dir("lexicons") / "claims" / "patterns.toml")
