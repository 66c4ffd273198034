"""Standard phrasing: sentences with slots, conditions and the section they serve; odd wordings; usual topics."""

from __future__ import annotations

import operator
import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import Any

from drafter.data.resources import resource_dir
from drafter.data.toml import Rows
from drafter.model.report import SECTION_KINDS, SUBSECTION_KINDS, TABLE_KINDS

SLOT = re.compile(r"\{([^{}]+)\}")
_NAMED = frozenset(("year", "last_year", "next_year", "agency", "region", "short"))
_PLACES = frozenset(("preamble", *SECTION_KINDS, *SUBSECTION_KINDS))
_KINDS = frozenset(("government", "department", "township", "subdistrict"))
_RELATIONS = {"=": operator.eq, ">": operator.gt, "<": operator.lt, ">=": operator.ge, "<=": operator.le}
_TERM = re.compile(r"([a-z_.]+)\s*(>=|<=|=|>|<)\s*(\d+)")


@dataclass(frozen=True, slots=True)
class Term:
    """One comparison of a condition."""

    address: str
    relation: str
    number: Decimal

    def holds(self, cells: dict[str, Decimal]) -> bool:
        """Whether it holds; a cell that is not there fulfils nothing."""
        value = cells.get(self.address)
        return value is not None and bool(_RELATIONS[self.relation](value, self.number))


@dataclass(frozen=True, slots=True)
class Phrase:
    """A standard sentence. `text` is the wording to prefer, `variants` others in common use.

    `section` is a section's or sub-section's kind or `preamble`; empty `kinds` serve every kind of agency; all of
    `when` must hold for the sentence to be true; `optional` ones need not stand in a report.
    """

    id: str
    section: str
    text: str
    variants: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    when: tuple[Term, ...] = ()
    optional: bool = False

    @property
    def wordings(self) -> tuple[str, ...]:
        """The preferred wording and the variants."""
        return (self.text, *self.variants)

    def serves(self, kind: str, cells: dict[str, Decimal]) -> bool:
        """Whether an agency of that kind with those figures may say it."""
        return (not self.kinds or kind in self.kinds) and all(term.holds(cells) for term in self.when)


@dataclass(frozen=True, slots=True)
class Odd:
    """A wording that is not established: `pattern` finds it in squeezed text, `say` is the template of what to write,
    a hit that `accept` matches whole is left alone. `bad` and `good` are examples."""

    id: str
    phrase: str
    pattern: re.Pattern[str]
    accept: re.Pattern[str] | None
    say: str
    reason: str
    bad: str
    good: str


@dataclass(frozen=True, slots=True)
class Topic:
    """Something reports usually tell in `section`; it is told when `pattern` is found."""

    id: str
    name: str
    section: str
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Blank:
    """What a clerk fills in. `low`..`high` or `words` are what the sample corpus puts there."""

    name: str
    about: str
    low: int = 0
    high: int = 0
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Phrases:
    """Everything in templates/phrases/."""

    phrases: tuple[Phrase, ...]
    odd: tuple[Odd, ...]
    topics: tuple[Topic, ...]
    blanks: dict[str, Blank]

    def phrase(self, id: str) -> Phrase:
        """The phrase of that id. Raises KeyError."""
        for phrase in self.phrases:
            if phrase.id == id:
                return phrase
        raise KeyError(id)


@lru_cache(maxsize=1)
def load_phrases() -> Phrases:
    """The phrases that come with drafter. Raises BadData naming file and line."""
    return read_phrases(resource_dir("templates") / "phrases")


def read_phrases(folder: Path) -> Phrases:
    """The phrases of a folder. Raises BadData naming file and line."""
    files = [Rows(path) for path in sorted(folder.glob("*.toml"))]
    blanks = {row["name"]: _blank(file, row) for file in files for row in file.data.get("blank", [])}
    phrases = tuple(_phrase(file, row, blanks) for file in files for row in file.data.get("phrase", []))
    ids = {p.id for p in phrases}
    odd = tuple(_odd(file, row, ids) for file in files for row in file.data.get("odd", []))
    topics = tuple(_topic(file, row) for file in files for row in file.data.get("topic", []))
    _distinct(files, "phrase", "odd", "topic")
    return Phrases(phrases, odd, topics, blanks)


def _blank(file: Rows, row: dict[str, Any]) -> Blank:
    file.check_keys(row, frozenset(("name", "about", "low", "high", "words")), frozenset(("name", "about")))
    return Blank(row["name"], row["about"], row.get("low", 0), row.get("high", 0), tuple(row.get("words", ())))


def _phrase(file: Rows, row: dict[str, Any], blanks: dict[str, Blank]) -> Phrase:
    allowed = frozenset(("id", "section", "text", "variants", "kinds", "when", "optional"))
    file.check_keys(row, allowed, frozenset(("id", "section", "text")))
    if row["section"] not in _PLACES:
        raise file.bad(row["id"], f"没有 {row['section']} 这个部分；可用：{sorted(_PLACES)}")
    if unknown := set(row.get("kinds", ())) - _KINDS:
        raise file.bad(row["id"], f"没有 {sorted(unknown)} 这类机关；可用：{sorted(_KINDS)}")
    phrase = Phrase(
        id=row["id"],
        section=row["section"],
        text=row["text"],
        variants=tuple(row.get("variants", ())),
        kinds=tuple(row.get("kinds", ())),
        when=_condition(file, row),
        optional=row.get("optional", False),
    )
    for wording in phrase.wordings:
        for slot in SLOT.findall(wording):
            if slot not in _NAMED and slot.removeprefix("?") not in blanks and slot.split(".")[0] not in TABLE_KINDS:
                raise file.bad(slot, f"{row['id']} 里的空 {{{slot}}} 没有定义")
    return phrase


def _condition(file: Rows, row: dict[str, Any]) -> tuple[Term, ...]:
    terms = []
    for part in row["when"].split(" and ") if "when" in row else ():
        match = _TERM.fullmatch(part.strip())
        if match is None or match.group(1).split(".")[0] not in TABLE_KINDS:
            raise file.bad(
                row["when"], f"看不懂条件“{part}”；写法如 requests.new.total > 0 and requests.carried_in.total = 0"
            )
        terms.append(Term(match.group(1), match.group(2), Decimal(match.group(3))))
    return tuple(terms)


def _odd(file: Rows, row: dict[str, Any], ids: set[str]) -> Odd:
    required = frozenset(("id", "phrase", "pattern", "say", "reason", "bad", "good"))
    file.check_keys(row, required | {"accept"}, required)
    if row["phrase"] not in ids:
        raise file.bad(row["phrase"], f"没有写法 {row['phrase']}")
    accept = _regex(file, row["accept"]) if "accept" in row else None
    pattern = _regex(file, row["pattern"])
    return Odd(row["id"], row["phrase"], pattern, accept, row["say"], row["reason"], row["bad"], row["good"])


def _topic(file: Rows, row: dict[str, Any]) -> Topic:
    keys = frozenset(("id", "name", "section", "pattern"))
    file.check_keys(row, keys, keys)
    if row["section"] not in _PLACES:
        raise file.bad(row["section"], f"没有 {row['section']} 这个部分；可用：{sorted(_PLACES)}")
    return Topic(row["id"], row["name"], row["section"], _regex(file, row["pattern"]))


def _regex(file: Rows, pattern: str) -> re.Pattern[str]:
    try:
        return re.compile(pattern)
    except re.error as error:
        raise file.bad(pattern, f"正则表达式有误：{error}") from error


def _distinct(files: list[Rows], *tables: str) -> None:
    for table in tables:
        seen: set[str] = set()
        for file in files:
            for row in file.data.get(table, []):
                if row["id"] in seen:
                    raise file.bad(row["id"], f"{table} {row['id']} 出现了两次")
                seen.add(row["id"])
