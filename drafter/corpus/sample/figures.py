"""Consistent tables: columns add up, results balance, and what one year carries out the next carries in."""

from __future__ import annotations

import random
from decimal import Decimal

from drafter.corpus.sample.agencies import Agency

Cells = dict[str, Decimal]

_APPLICANTS = ("natural", "business", "research", "nonprofit", "legal", "other")
_WEIGHTS = (90, 7, 0, 1, 1, 1)
_OUTCOMES = {
    "granted": 36, "partly_granted": 16,
    "refused.state_secret": 0, "refused.law": 1, "refused.security": 0, "refused.third_party": 2,
    "refused.internal": 3, "refused.process": 3, "refused.case_file": 3, "refused.inquiry": 3,
    "unavailable.not_held": 24, "unavailable.creation": 4, "unavailable.unclear": 1,
    "unprocessed.petition": 3, "unprocessed.repeat": 2, "unprocessed.publication": 0,
    "unprocessed.excessive": 0, "unprocessed.confirmation": 0,
    "other.uncorrected": 3, "other.unpaid": 0, "other.other": 2,
}  # fmt: skip
_RESULTS = ("upheld", "corrected", "other", "pending")
_NEW = ((0, 0), (1, 6), (8, 40), (60, 260))


def tables(agency: Agency) -> dict[int, Cells]:
    """The cells of every year's three tables."""
    rng = random.Random(f"figures {agency.name}")
    found: dict[int, Cells] = {}
    carried = dict.fromkeys(_APPLICANTS, 0)
    valid = rng.choice((0, 0, 3, 8)) if agency.kind in ("township", "subdistrict") else rng.randint(6, 160)
    for year in agency.years:
        disclosure, valid = _disclosure(agency, rng, valid)
        requests, carried = _requests(agency, rng, carried)
        figures = disclosure | requests | _review(agency, rng)
        found[year] = {address: Decimal(value) for address, value in figures.items()}
    return found


def _disclosure(agency: Agency, rng: random.Random, valid: int) -> tuple[dict[str, int | str], int]:
    large = agency.kind == "government"
    made = rng.randint(1, 18) if large else rng.choice((0, 0, 0, 1, 2))
    repealed = rng.randint(0, min(valid, 9 if large else 1))
    valid += made - repealed
    scale = {"government": 4000, "department": 600, "township": 25, "subdistrict": 12}[agency.kind]
    cells: dict[str, int | str] = {f"disclosure.regulations.{column}": 0 for column in ("made", "repealed", "valid")}
    cells |= {
        "disclosure.normative.made": made,
        "disclosure.normative.repealed": repealed,
        "disclosure.normative.valid": valid,
        "disclosure.licences.decisions": rng.randint(0, scale),
        "disclosure.penalties.decisions": rng.randint(0, scale // 3),
        "disclosure.coercion.decisions": rng.randint(0, scale // 20),
        "disclosure.fees.amount": f"{rng.randint(0, scale * 40) / 100:.2f}" if large else 0,
    }
    return cells, valid


def _requests(
    agency: Agency, rng: random.Random, carried: dict[str, int]
) -> tuple[dict[str, int | str], dict[str, int]]:
    rows = {row: dict.fromkeys(_APPLICANTS, 0) for row in ("new", "carried_in", *_OUTCOMES, "total", "carried_out")}
    rows["carried_in"] = carried
    for applicant in rng.choices(_APPLICANTS, _WEIGHTS, k=rng.randint(*_NEW[agency.busy])):
        rows["new"][applicant] += 1
    for applicant in _APPLICANTS:
        open_ = rows["new"][applicant] + carried[applicant]
        late = rng.randint(0, open_ // 12) if agency.busy > 1 else 0
        rows["carried_out"][applicant] = late
        rows["total"][applicant] = open_ - late
        for outcome in rng.choices(list(_OUTCOMES), list(_OUTCOMES.values()), k=open_ - late):
            rows[outcome][applicant] += 1
    cells: dict[str, int | str] = {}
    for row, values in rows.items():
        cells |= {f"requests.{row}.{applicant}": values[applicant] for applicant in _APPLICANTS}
        cells[f"requests.{row}.total"] = sum(values.values())
    return cells, rows["carried_out"]


def _review(agency: Agency, rng: random.Random) -> dict[str, int | str]:
    cells: dict[str, int | str] = {}
    for group in ("reconsideration", "litigation_direct", "litigation_after"):
        values = [rng.randint(0, 5) if agency.busy == 3 else 0 for _ in _RESULTS]
        cells |= {f"review.{group}.{result}": value for result, value in zip(_RESULTS, values, strict=True)}
        cells[f"review.{group}.total"] = sum(values)
    return cells
