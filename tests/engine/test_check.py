"""The pure entry: what runs, what is skipped and why, what is refused."""

from __future__ import annotations

import random
import sys
from dataclasses import replace

import pytest

from drafter.data.sample import compose
from drafter.engine import Resources, check
from drafter.model.config import Config
from drafter.model.diagnostic import Severity
from drafter.model.problem import UnreadableInput
from drafter.model.result import Result
from drafter.read.text import text_document
from drafter.rules.registry import all_rules, selected


def run(text: str, **settings: object) -> Result:
    return check(text_document(text, "草稿.txt"), Resources(), replace(Config(), **settings))  # type: ignore[arg-type]


def test_the_sample_report_is_clean() -> None:
    result = run(compose())
    assert [(d.code, d.message) for d in result.diagnostics] == []
    assert not result.crashed
    assert result.identities[0] == result.identities[1] > 40


def test_same_text_same_findings() -> None:
    text = compose(cells={"requests.new.total": "9"})
    assert run(text).diagnostics == run(text).diagnostics


@pytest.mark.parametrize("seed", range(25))
def test_one_changed_figure_of_table_three_is_always_seen(seed: int) -> None:
    """Every cell of table three stands in an identity, so that no single slip goes unseen."""
    chance = random.Random(seed)
    rows = [
        "new",
        "carried_in",
        "granted",
        "refused.law",
        "unavailable.not_held",
        "other.other",
        "total",
        "carried_out",
    ]
    column = chance.choice(["natural", "business", "research", "nonprofit", "legal", "other", "total"])
    address = f"requests.{chance.choice(rows)}.{column}"
    result = run(compose(cells={address: str(chance.randint(20, 99))}))
    assert {d.code for d in result.diagnostics} & {"T301", "T302", "T303"}, address
    assert any(d.severity is Severity.ERROR for d in result.diagnostics)


def test_skipped_rules_say_why() -> None:
    text = compose(lines={"三、收到和处理政府信息公开申请情况": "三、收到和处理政府信息公开申请情况\n见附件"})
    start = text.index("（本列数据")
    without = text[:start] + text[text.index("四、政府信息公开行政复议") :]
    skipped = {s.code: s.why for s in run(without).skipped}
    assert skipped["T301"] == "表三未识别"
    assert all(why for why in skipped.values())


@pytest.mark.parametrize(
    ("title", "year", "why"),
    [
        ("", 2023, ""),
        ("青石镇2023年政府信息公开工作年度报告", 2023, ""),
        ("", 2022, "给的上年报告是 2022 年的，应是 2023 年的"),
        ("", 2024, "给的上年报告是 2024 年的，应是 2023 年的"),
        ("白沙市民政局2023年政府信息公开工作年度报告", 2023, "给的上年报告是白沙市民政局的"),
    ],
)
def test_a_report_that_is_not_last_years_is_not_compared(title: str, year: int, why: str) -> None:
    past = text_document(compose(year, title=title) if title else compose(year), "上年.txt")
    result = check(text_document(compose(), "草稿.txt"), Resources(previous=past), Config())
    said = {s.why for s in result.skipped if s.code in ("Y101", "Y102", "Y103", "Y104", "D101", "D103")}
    assert [w for w in said if w.startswith(why)] if why else not said


def test_plain_text_runs_only_rules_that_need_no_report() -> None:
    result = run("截止2024年12月31日，全部完成。", plain=True)
    assert result.report is None
    assert {d.code for d in result.diagnostics} == {"W204"}
    assert {s.why for s in result.skipped if s.code.startswith("T")} == {"按一般公文检查（--plain），不做年报专项核对"}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("今天天气很好，适合出门走走。\n" * 20, "not_a_report"),
        ("abc\n" * 50, "not_a_report"),
    ],
)
def test_other_texts_are_refused(text: str, kind: str) -> None:
    with pytest.raises(UnreadableInput) as caught:
        run(text)
    assert caught.value.kind == kind
    assert "没有找到" in caught.value.message


def test_a_blank_form_is_refused() -> None:
    text = compose(title="××", preamble=" ", sections={"overview": "", "problems": "", "other": ""})
    blank = "\n".join(line.rstrip("\t0123456789") if "\t" in line else line for line in text.splitlines())
    with pytest.raises(UnreadableInput) as caught:
        run(blank.replace("\t0", "\t"))
    assert caught.value.kind == "blank_form"


def test_severity_from_the_configuration() -> None:
    text = compose(cells={"requests.new.total": "9"})
    levels = {d.severity for d in run(text, severity={"T301": Severity.INFO}).diagnostics if d.code == "T301"}
    assert levels == {Severity.INFO}


def test_a_crashing_rule_does_not_stop_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    rules = all_rules()

    def crash(_facts: object) -> list[object]:
        raise RuntimeError("boom")

    broken = tuple(replace(r, check=crash) if r.code == "T303" else r for r in rules)
    # The package exports the function under its module's name, so the module is asked for by its full name.
    monkeypatch.setattr(sys.modules["drafter.engine.check"], "chosen", lambda *_: broken)
    result = run(compose(cells={"requests.new.total": "9"}))
    assert [c.split("：")[0] for c in result.crashed] == ["T303"]
    assert "T301" in {d.code for d in result.diagnostics}


@pytest.mark.parametrize(
    ("select", "ignore", "expected"),
    [
        ((), (), True),
        (("T",), (), True),
        (("T3",), ("T",), True),
        (("T",), ("T3",), False),
        (("T301",), ("T301",), False),
        (("request-balance",), ("T",), True),
        (("W",), (), False),
        (("ALL",), (), True),
        ((), ("ALL",), False),
        (("ALL",), ("T301",), False),
    ],
)
def test_selection(select: tuple[str, ...], ignore: tuple[str, ...], expected: bool) -> None:
    assert selected("T301", "request-balance", select, ignore) is expected
