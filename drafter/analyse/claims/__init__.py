"""What the prose says about the figures: `survey` finds it, `judge` holds it against the tables."""

from __future__ import annotations

from drafter.analyse.claims.judge import judge
from drafter.analyse.claims.survey import survey
from drafter.analyse.claims.told import Told, told
from drafter.model.claim import Claim
from drafter.model.form import Form
from drafter.model.report import Report

__all__ = ["Told", "find_claims", "judge", "survey", "told"]


def find_claims(text: str, report: Report, form: Form, year: int | None) -> tuple[Claim, ...]:
    """The checkable statements of the prose, in order and not yet judged; spans are source code points.

    Reads the report's narrative, or the whole text where there is none. `year` is the year reported on.
    """
    return survey(text, report, year).claims
