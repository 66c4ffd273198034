"""Readings the wording leaves open."""

from __future__ import annotations

from drafter.analyse.claims import survey
from drafter.model.report import Report


def readings(sentence: str, cell: str) -> tuple[tuple[str, ...], ...]:
    claims = survey(sentence, Report(), 2024).claims
    return next(c.readings for c in claims if c.cell == cell)


def test_carried_alone_may_be_either() -> None:
    found = readings("新收申请30件，结转4件。", "requests.carried_in.total")
    assert ("requests.carried_out.total",) in found


def test_other_organisations_may_be_those_not_named() -> None:
    sentence = "新收申请88件，其中自然人80件，企业5件，其他组织3件。"
    left = tuple(f"requests.new.{c}" for c in ("research", "nonprofit", "legal", "other"))
    assert left in readings(sentence, "requests.new.other")


def test_applicants_may_be_told_of_what_was_dealt_with() -> None:
    found = readings("收到申请60件，其中自然人55件，企业5件。", "requests.new.natural")
    assert ("requests.total.natural",) in found


def test_pending_may_be_of_all_kinds() -> None:
    sentence = "行政复议9件；行政诉讼5件，其中未经复议直接起诉3件、复议后起诉2件，目前尚有3件未审结。"
    found = readings(sentence, "review.litigation_after.pending")
    assert ("review.litigation_direct.pending", "review.litigation_after.pending") in found
    assert any(cells[0].startswith("review.reconsideration") for cells in found)
