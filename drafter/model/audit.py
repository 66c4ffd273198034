"""A batch of reports side by side."""

from __future__ import annotations

from dataclasses import dataclass

from drafter.model.result import Outcome


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence of section five of the report in place `report` of the batch; `line` counts from 1."""

    report: int
    line: int
    text: str


@dataclass(frozen=True, slots=True)
class Copy:
    """A passage that reports of different agencies share; `score` 0..100 is the least likeness within."""

    passages: tuple[Passage, ...]
    score: float


@dataclass(frozen=True, slots=True)
class Alike:
    """Two reports whose sections five share passages: `shared` of the `of` passages of the shorter one."""

    first: int
    second: int
    shared: int
    of: int


@dataclass(frozen=True, slots=True)
class Audit:
    """Reports checked (places in `outcomes` name them) and compared.

    `missing` are expected agencies without a report, `unexpected` places of reports of agencies that were not expected,
    `doubled` places of reports of the same agency and year, `other_years` places of reports on another year than
    `year`, the one that most are on. `figures` are the addresses that the table of reports shows, with their names.
    """

    outcomes: tuple[Outcome, ...]
    year: int | None
    copies: tuple[Copy, ...] = ()
    alike: tuple[Alike, ...] = ()
    missing: tuple[str, ...] = ()
    unexpected: tuple[int, ...] = ()
    doubled: tuple[tuple[int, ...], ...] = ()
    other_years: tuple[int, ...] = ()
    figures: tuple[tuple[str, str], ...] = ()
