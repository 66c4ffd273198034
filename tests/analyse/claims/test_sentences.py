from __future__ import annotations

import pytest

from drafter.analyse.claims.sentences import stretches
from drafter.model.report import Report, Section, Subsection
from drafter.model.span import Span


def said(text: str, heading: str) -> list[str]:
    start = text.index(heading)
    at, end = start + len(heading), len(text)
    part = Subsection("on_request", "二", Span(start, at), Span(at, end))
    section = Section("overview", "一", Span(0, 0), Span(0, 0), Span(0, end), True, (part,))
    report = Report(sections=(section,), narrative=(Span(0, end),))
    return [p.text for s in stretches(text, report) for paragraph in s.paragraphs for p in paragraph.passages]


@pytest.mark.parametrize("motto", ["", "：把答复写得明白", "情况"])
def test_a_heading_is_no_part_of_the_sentence_below(motto: str) -> None:
    assert said(f"（二）依申请公开{motto}\n收到申请5件。", "依申请公开")[-1] == "收到申请5件。"


def test_prose_behind_a_heading_runs_on_to_the_next_line() -> None:
    assert said("（二）依申请公开：本年，收到申\n请5件。", "依申请公开") == ["（二）依申请公开：本年，收到申请5件。"]
