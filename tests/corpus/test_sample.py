"""The sample corpus: what ships is what the generator makes, and its figures are right."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest

from drafter.corpus.past import PastReport
from drafter.corpus.sample.build import build, content
from drafter.corpus.sample.reports import sample_reports
from drafter.data.form import load_forms
from drafter.data.resources import resource_dir
from drafter.model.form import Identity

REPORTS = list(sample_reports())
FORM = load_forms()[0]


def test_what_ships_is_what_is_made(tmp_path: Path) -> None:
    build(tmp_path / "sample.sqlite")
    assert content(tmp_path / "sample.sqlite") == content(resource_dir("corpus") / "sample.sqlite")


def test_size_and_variety() -> None:
    assert (resource_dir("corpus") / "sample.sqlite").stat().st_size < 3 * 2**20
    agencies: dict[str, list[PastReport]] = {}
    for report in REPORTS:
        agencies.setdefault(report.agency, []).append(report)
    assert len(agencies) >= 60
    assert {r.kind for r in REPORTS} == {"government", "department", "township", "subdistrict"}
    assert sum(len(reports) == 5 for reports in agencies.values()) >= 10
    totals = [r.cells["requests.new.total"] for r in REPORTS]
    assert totals.count(Decimal(0)) > 20
    assert max(totals) > 100


def _sum(report: PastReport, addresses: tuple[str, ...]) -> Decimal:
    return sum((report.cells[a] for a in addresses), Decimal(0))


@pytest.mark.parametrize("identity", FORM.identities, ids=lambda i: f"{i.code}-{i.scope}")
def test_tables_are_consistent(identity: Identity) -> None:
    for report in REPORTS:
        left = _sum(report, identity.left)
        right = _sum(report, identity.right) - _sum(report, identity.minus)
        assert left == right if identity.relation == "eq" else left >= right, (report.title, identity.scope)


def test_every_cell_of_the_form_is_there() -> None:
    addresses = {a for table in FORM.tables for a in table.addresses()}
    assert set(REPORTS[0].cells) == addresses


def test_figures_are_carried_from_year_to_year() -> None:
    pairs = [(a, b) for a, b in pairwise(REPORTS) if (a.agency, a.year + 1) == (b.agency, b.year)]
    assert len(pairs) > 100
    for before, after in pairs:
        for applicant in ("natural", "business", "total"):
            assert after.cells[f"requests.carried_in.{applicant}"] == before.cells[f"requests.carried_out.{applicant}"]
        made, repealed = (after.cells[f"disclosure.normative.{c}"] for c in ("made", "repealed"))
        valid = "disclosure.normative.valid"
        assert after.cells[valid] == before.cells[valid] + made - repealed


def test_no_slot_is_left_open() -> None:
    for report in REPORTS:
        for sentence in report.sentences:
            assert "{" not in sentence
            assert sentence.endswith(("。", "：", "；")), sentence
