"""Every statement of tests/cases/claims is understood: cell, relation, value, and nothing else."""

from __future__ import annotations

import pytest

from drafter.analyse.claims import survey
from drafter.model.report import Report
from tests.analyse.claims.cases import FOLDER, KNOWN, Case, Said, read

FILES = sorted(path for path in FOLDER.glob("*.tsv") if path != KNOWN)
CASES = [case for path in FILES for case in read(path)]
FAILURES = read(KNOWN)
WHERE = {case.sentence: path.stem for path in FILES for case in read(path)}


def understood(case: Case, topics: bool) -> tuple[Said, ...]:
    claims = survey(case.sentence, Report(), 2024).claims
    said = [(c.cell or "~" + c.topic, c.relation, c.value) for c in claims if c.cell or topics]
    return tuple(sorted(said, key=str))


@pytest.mark.parametrize("case", CASES, ids=[case.sentence[:24] for case in CASES])
def test_statement(case: Case) -> None:
    assert understood(case, WHERE[case.sentence] == "money") == case.said


@pytest.mark.parametrize("case", FAILURES, ids=[case.reason for case in FAILURES])
def test_known_failure(case: Case, request: pytest.FixtureRequest) -> None:
    request.applymarker(pytest.mark.xfail(reason=case.reason, strict=True))
    assert understood(case, False) == case.said


def test_enough_statements_and_few_failures() -> None:
    statements = sum(max(len(case.said), 1) for case in CASES)
    assert statements >= 400
    assert sum(max(len(case.said), 1) for case in FAILURES) <= 0.02 * statements
    assert all(case.reason for case in FAILURES)
