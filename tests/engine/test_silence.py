"""Requests for silence: where they reach, that they hide nothing else, and what is said of bad ones."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.data.sample import compose
from drafter.engine import Resources, check
from drafter.engine.silence import find_silencers, mask
from drafter.model.config import Config
from drafter.model.document import Document, Silencer
from drafter.model.result import Result
from drafter.model.span import Span
from drafter.read.text import text_document

WRONG = "贯彻落时各项要求"  # W201


def run(text: str, **options: object) -> Result:
    config = replace(Config(plain=True, select=("W201", "X")), **options)  # type: ignore[arg-type]
    return check(text_document(text, "草稿.txt"), Resources(), config)


def codes(result: Result) -> list[str]:
    return [d.code for d in result.diagnostics]


def test_without_a_request_the_finding_is_there() -> None:
    assert codes(run(f"一是{WRONG}。\n")) == ["W201"]


@pytest.mark.parametrize(
    "request_line",
    [
        "【drafter:忽略 W201 原因：引文】",
        "【drafter：忽略 W201 原因：引文】",
        "[drafter:忽略 W201 原因：引文]",
        "【Drafter: 忽略 w201 原因：引文】",
        "【drafter:忽略 W 原因：引文】",
        "【drafter:忽略 F501、W2 引文】",
        "【drafter:忽略 wrong-homophone 原因：引文】",
        "<!-- drafter: ignore W201 -- 引文 -->",
        "<!--drafter:ignore W201--引文-->",
    ],
)
def test_a_line_above_silences_the_next_paragraph(request_line: str) -> None:
    result = run(f"{request_line}\n一是{WRONG}。\n二是{WRONG}。\n", select=("W201", "W202"))
    assert [(d.code, d.span.start) for d in result.diagnostics] == [("W201", result.document.text.rindex("贯彻"))]
    assert [s.diagnostic.code for s in result.suppressed] == ["W201"]
    assert [(s.by, s.reason) for s in result.suppressed] == [("silencer", "引文")]


def test_what_is_left_of_a_finding_of_several_places_keeps_its_part_of_the_fix() -> None:
    text = "【drafter:忽略 F501 原因：引文】\n一是开会,学习。\n二是开会,学习。\n三是开会,学习。\n"
    [left] = run(text, select=("F501",)).diagnostics
    assert left.excerpt == ","
    assert left.span.start == text.index(",", text.index("二是"))
    assert left.fix is not None
    starts = [e.span.start for e in left.fix.edits]
    assert len(starts) == 2
    assert starts == [left.span.start, *(r.span.start for r in left.related if r.span)]


def test_blank_lines_and_further_requests_may_stand_between() -> None:
    result = run(
        f"【drafter:忽略 W201 原因：引文】\r\n\r\n【drafter:忽略 X 原因：引文】\r\n一是{WRONG}。\r\n", select=("W201",)
    )
    assert not codes(result)
    assert len(result.suppressed) == 1


def test_a_request_inside_a_paragraph_is_for_that_paragraph() -> None:
    result = run(f"一是{WRONG}。<!-- drafter: ignore W201 -- 引文 -->\n二是{WRONG}。\n")
    assert [d.span.start for d in result.diagnostics] == [result.document.text.rindex("贯彻")]


def test_other_rules_still_speak() -> None:
    result = run(f"【drafter:忽略 W202 原因：引文】\n一是{WRONG}。\n", select=("W201", "W202"))
    assert codes(result) == ["W201"]


def test_the_request_itself_is_not_prose() -> None:
    result = run(f"【drafter:忽略 W202 原因：{WRONG}】\n全年开会两次。\n", select=("W201",))
    assert not codes(result)
    assert not result.suppressed


def test_used_requests_are_not_reported_and_unused_ones_are() -> None:
    used = run(f"【drafter:忽略 W201 原因：引文】\n一是{WRONG}。\n")
    assert not codes(used)
    unused = run("【drafter:忽略 W201 原因：引文】\n全年开会两次。\n")
    assert codes(unused) == ["X101"]


def test_a_rule_that_did_not_run_leaves_no_unused_request() -> None:
    assert not codes(run("【drafter:忽略 W202 原因：引文】\n全年开会两次。\n"))
    assert not codes(run("【drafter:忽略 T301 原因：引文】\n全年开会两次。\n", select=("T301", "X")))


def test_an_unused_request_of_several_codes_names_the_useless_one() -> None:
    result = run(f"【drafter:忽略 W201、W202 原因：引文】\n一是{WRONG}。\n", select=("W201", "W202", "X"))
    assert codes(result) == ["X101"]
    assert "W202" in result.diagnostics[0].message
    assert "W201" not in result.diagnostics[0].message
    assert result.diagnostics[0].fix is None


def test_a_request_above_a_table_is_for_the_whole_table() -> None:
    report = compose(cells={"requests.new.total": "9"})
    line = next(line for line in report.splitlines() if line.startswith("（本列数据"))
    config = Config(select=("T3", "X"))
    loud = check(text_document(report, "草稿.txt"), Resources(), config)
    assert loud.diagnostics
    asked = report.replace(line, f"【drafter:忽略 T3 原因：系统导出】\n{line}")
    still = check(text_document(asked, "草稿.txt"), Resources(), config)
    assert not still.diagnostics
    assert [s.diagnostic.code for s in still.suppressed] == [d.code for d in loud.diagnostics]


def test_a_word_comment_silences_the_words_it_stands_on() -> None:
    source = text_document(f"一是{WRONG}。二是{WRONG}。", "草稿.docx")
    at = Span(2, 2 + len(WRONG))
    document = replace(source, silencers=(Silencer(at, at, ("W201",), "引文"),))
    result = check(document, Resources(), Config(plain=True, select=("W201", "X")))
    assert not [d for d in result.diagnostics if at.overlaps(d.span)]
    assert len(result.suppressed) == 1


def test_requests_do_not_disturb_what_is_read() -> None:
    report = compose()
    lines = report.splitlines(keepends=True)
    asked = "".join(f"【drafter:忽略 W201 原因：引文】\n{line}" for line in lines)
    config = Config(ignore=("X101", "W", "F5", "F6"))
    plain = check(text_document(report, "a.txt"), Resources(), config)
    result = check(text_document(asked, "a.txt"), Resources(), config)
    assert [d.code for d in result.diagnostics] == [d.code for d in plain.diagnostics]
    assert result.report is not None
    assert plain.report is not None
    assert {c.address: c.value for t in result.report.tables for c in t.cells} == {
        c.address: c.value for t in plain.report.tables for c in t.cells
    }


PARTS = st.sampled_from(
    [
        "【drafter:忽略 W201 原因：甲】",
        "<!-- drafter: ignore W2 -->",
        "【drafter:",
        "】",
        "-->",
        "\n",
        "\r\n",
        "正文。",
        "𠮷",
        " ",
    ]
)


@settings(max_examples=200, deadline=None)
@given(st.lists(PARTS, max_size=12).map("".join))
def test_masking_keeps_every_offset(text: str) -> None:
    document = text_document(text, "草稿.txt") if text else Document("草稿.txt", text_document("\n", "").source, ())
    silencers = find_silencers(document)
    masked = mask(document, silencers)
    assert len(masked.text) == len(document.text)
    hidden = {i for s in silencers for i in range(s.span.start, s.span.end)}
    for i, (old, new) in enumerate(zip(document.text, masked.text, strict=True)):
        assert new == (" " if i in hidden else old)
    assert all(b.span.of(masked.text).strip() for b in masked.blocks)
