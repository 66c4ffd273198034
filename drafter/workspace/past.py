"""Reads a file as a past report for the store."""

from __future__ import annotations

from functools import lru_cache

from drafter.corpus.past import PastReport, past_report
from drafter.data.form import load_forms
from drafter.data.slots import region_of
from drafter.model.form import Form
from drafter.model.problem import UnreadableInput
from drafter.model.prose import Prose
from drafter.parse.report import parse_report
from drafter.read.open import read_document


def read_past(data: bytes, name: str) -> PastReport:
    """The report in a file. Raises UnreadableInput when it is none, or does not say whose and of which year it is."""
    document = read_document(data, name)
    report = parse_report(document, _forms())
    if len({s.kind for s in report.sections}) < 2 and not report.tables:
        raise UnreadableInput("not_a_report", "不像政府信息公开工作年度报告：没有找到各部分的标题和统计表")
    past = past_report(document, report, Prose(document.text, report).sentences, region_of(report.agency))
    if not past.cells and len("".join(past.sentences)) < 400:
        raise UnreadableInput("blank_form", "是空白表样：没有填数字，也没有正文")
    return past


@lru_cache(maxsize=1)
def _forms() -> tuple[Form, ...]:
    return load_forms()
