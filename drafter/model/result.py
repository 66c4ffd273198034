"""What a check gives."""

from __future__ import annotations

from dataclasses import dataclass

from drafter.model.claim import Claim
from drafter.model.diagnostic import Diagnostic
from drafter.model.document import Document
from drafter.model.form import Form
from drafter.model.report import Report


@dataclass(frozen=True, slots=True)
class Skipped:
    """A rule that did not run, and why (Chinese)."""

    code: str
    why: str


@dataclass(frozen=True, slots=True)
class Suppressed:
    """A finding that was not shown: `by` is silencer or baseline."""

    diagnostic: Diagnostic
    by: str
    reason: str


@dataclass(frozen=True, slots=True)
class Result:
    """Findings, claims and tables of one document, and what was not checked.

    `identities` counts the table equations that were checked and held, and all that were checked.
    `crashed` lists rules that raised; the run then ends with status 3. `form` is the year's form, for names of cells.
    """

    document: Document
    report: Report | None
    diagnostics: tuple[Diagnostic, ...] = ()
    claims: tuple[Claim, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    suppressed: tuple[Suppressed, ...] = ()
    identities: tuple[int, int] = (0, 0)
    crashed: tuple[str, ...] = ()
    form: Form | None = None


@dataclass(frozen=True, slots=True)
class Failure:
    """An input that could not be checked: `kind` for programs, `message` in Chinese for people."""

    name: str
    kind: str
    message: str


Outcome = Result | Failure
