"""What a failing equation tells the user."""

from __future__ import annotations

import pytest

from drafter.data.sample import compose
from drafter.engine import Resources, check
from drafter.model.config import Config
from drafter.model.diagnostic import Diagnostic, Safety, Severity
from drafter.read.text import text_document

ZERO = {
    f"requests.{row}.{column}": "0"
    for row in ("new", "carried_in", "granted", "partly_granted", "unavailable.not_held", "total", "carried_out")
    for column in ("natural", "business", "total")
}


def found(code: str, cells: dict[str, str]) -> list[Diagnostic]:
    result = check(text_document(compose(cells=cells), "试.txt"), Resources(), Config(select=(code,)))
    assert not result.crashed
    return list(result.diagnostics)


def test_both_sums_and_the_difference_are_stated() -> None:
    (diagnostic,) = found("T303", {"requests.new.total": "7"})
    assert "总计 7，不等于自然人 4＋商业企业 1＝5，相差 2" in diagnostic.message
    assert (diagnostic.cell, diagnostic.expected, diagnostic.actual) == ("requests.new.total", 5, 7)
    assert [r.message for r in diagnostic.related] == ["表三“本年新收·自然人”为 4", "表三“本年新收·商业企业”为 1"]


def test_the_likely_slip_is_shown_but_never_applied() -> None:
    (diagnostic,) = found("T303", {"requests.granted.natural": "8"})
    assert "表三“予以公开·自然人”现为 8，如为 3，2 处等式都成立" in diagnostic.message
    assert diagnostic.fix is not None
    assert diagnostic.fix.safety is Safety.DISPLAY
    assert [e.text for e in diagnostic.fix.edits] == ["3"]


def test_figures_keyed_in_the_wrong_order() -> None:
    cells = {"requests.carried_in.natural": "12", "requests.carried_in.total": "21"}
    (diagnostic,) = found("T303", cells | {"requests.new.natural": "43", "requests.new.total": "44"})
    assert "数字相同、次序不同" in diagnostic.message


@pytest.mark.parametrize(
    ("cells", "hint"),
    [
        (ZERO | {"requests.new.natural": "4", "requests.new.total": "4"}, "没有填办理结果和结转下年度"),
        ({"requests.carried_in.natural": "0", "requests.carried_in.total": "0"}, "可能漏计了上年结转或结转下年度"),
        (ZERO | {"requests.carried_out.natural": "4", "requests.carried_out.total": "4"}, "多于全部应办件数"),
    ],
)
def test_hints_on_the_balance_of_requests(cells: dict[str, str], hint: str) -> None:
    diagnostics = found("T301", cells)
    assert [d.cell for d in diagnostics] == ["requests.new.natural", "requests.new.total"]
    assert all(hint in d.message for d in diagnostics)


def test_a_part_left_out_of_the_sum() -> None:
    cells = {"review.reconsideration.upheld": "5", "review.reconsideration.pending": "2"}
    (diagnostic,) = found("T401", cells | {"review.reconsideration.total": "5"})
    assert "差额正好是“尚未审结”的数" in diagnostic.message


def test_blank_parts_make_it_a_warning() -> None:
    cells = {"requests.granted.natural": "1", "requests.granted.business": "", "requests.granted.total": "3"}
    (diagnostic,) = found("T303", cells)
    assert diagnostic.severity is Severity.WARNING


def test_a_sum_too_great_already_is_an_error_in_spite_of_blanks() -> None:
    (diagnostic,) = found("T303", {"requests.granted.natural": "9", "requests.granted.business": ""})
    assert diagnostic.severity is Severity.ERROR


def test_nothing_is_said_of_figures_that_could_not_be_read() -> None:
    text = compose(lines={"规章\t0\t0\t0": "规章\t1234567"})
    result = check(text_document(text, "试.txt"), Resources(), Config(select=("T",)))
    assert not result.diagnostics
