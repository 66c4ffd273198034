"""Whose figures are told: those of other bodies are not the agency's."""

from __future__ import annotations

import pytest

from drafter.analyse.claims import survey
from drafter.model.report import Report

COUNTY = "云溪县人民政府"
OFFICE = "云溪县医疗保障局"


def said(sentence: str, agency: str) -> list[str]:
    return [c.cell for c in survey(sentence, Report(agency=agency), 2024).claims]


@pytest.mark.parametrize(
    ("sentence", "agency"),
    [
        ("县公安局收到政府信息公开申请12件。", COUNTY),
        ("县水利局全年共收到政府信息公开申请12件。", OFFICE),
        ("白鹭镇未收到政府信息公开申请。", COUNTY),
    ],
)
def test_another_body(sentence: str, agency: str) -> None:
    assert said(sentence, agency) == []


@pytest.mark.parametrize(
    ("sentence", "agency"),
    [
        ("县医保局收到政府信息公开申请12件。", OFFICE),
        ("云溪县医疗保障局全年共收到政府信息公开申请12件。", "云溪县医保局"),
        ("县政府共收到政府信息公开申请12件。", COUNTY),
        ("全县各乡镇、各部门共收到政府信息公开申请12件。", COUNTY),
        ("我局共收到政府信息公开申请12件。", OFFICE),
        ("县公安局收到政府信息公开申请12件。", ""),
    ],
)
def test_own(sentence: str, agency: str) -> None:
    assert said(sentence, agency) == ["requests.new.total"]
