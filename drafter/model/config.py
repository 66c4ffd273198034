"""Settings of a run, already validated."""

from __future__ import annotations

from dataclasses import dataclass, field

from drafter.model.diagnostic import Severity


@dataclass(frozen=True, slots=True)
class Config:
    """What the user asked for. Codes may be prefixes or rule names; empty `select` means all rules.

    `plain` treats the input as any official prose; `year` and `agency` override what the title says; `region` and
    `level` describe the agency; `more_hints` trades precision for recall in W101. `similarity_threshold` is 60..100.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    severity: dict[str, Severity] = field(default_factory=dict)
    fail_level: Severity = Severity.ERROR
    exclude: tuple[str, ...] = ()
    agency: str = ""
    year: int | None = None
    region: str = ""
    level: str = ""
    previous: str = ""
    corpus: str = ""
    similarity_threshold: float = 80.0
    accept: tuple[str, ...] = ()
    reject: tuple[str, ...] = ()
    plain: bool = False
    more_hints: bool = False
