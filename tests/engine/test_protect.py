"""Fixes that touch figures, dates, file numbers or names are shown, never applied."""

from __future__ import annotations

import pytest

from drafter.engine.protect import Protected, guarded
from drafter.model.diagnostic import Diagnostic, Edit, Fix, Safety, Severity
from drafter.model.span import Span

TEXT = "2024 年，云水县青禾镇人民政府收到申请1，234件，答复三十件；依据国办公开办函〔2021〕30号第二十条，统一贯彻落时，公开率 98.5%。"


def edit(old: str, new: str, within: str = "") -> Edit:
    start = TEXT.index(within or old) + (within.index(old) if within else 0)
    return Edit(Span(start, start + len(old)), new)


@pytest.mark.parametrize(
    "touching",
    [
        edit("2024", "2023"),
        edit("2024 年", "2024年"),
        edit("，", ",", "1，234"),
        edit("件", "1件", "234件"),
        edit("三十", "四十"),
        edit("函", "发", "公开办函〔"),
        edit("〔", "[", "〔2021"),
        edit("第二十条", "第二一条"),
        edit("青禾镇", "青山镇"),
        edit("98.5", "９８.５"),
        edit(".", "", "98.5"),
    ],
    ids=lambda e: f"{e.span.of(TEXT)}-{e.text}",
)
def test_touching(touching: Edit) -> None:
    assert Protected(TEXT, ["云水县青禾镇人民政府"]).touched(touching)


@pytest.mark.parametrize(
    "harmless",
    [
        edit("落时", "落实"),
        edit(" ", "", "2024 年"),
        edit(" ", "", "率 98"),
        edit("；", "。"),
        edit("统一", "同一"),
        Edit(Span(len(TEXT), len(TEXT)), "\n"),
        Edit(Span(TEXT.index("依据"), TEXT.index("依据")), "，"),
    ],
    ids=lambda e: f"{e.span.of(TEXT)}-{e.text}",
)
def test_harmless(harmless: Edit) -> None:
    assert not Protected(TEXT, ["云水县青禾镇人民政府", ""]).touched(harmless)


def test_blanks_between_digits_stay() -> None:
    assert Protected("共20 24件", []).touched(Edit(Span(3, 4), ""))


@pytest.mark.parametrize("safety", list(Safety))
def test_a_fix_is_judged_by_all_its_edits(safety: Safety) -> None:
    fix = Fix("改", (edit("落时", "落实"), edit("2024", "2023")), safety)
    found = Diagnostic("W201", "sample", Severity.WARNING, edit("落时", "").span, "错", fix=fix)
    [judged] = guarded([found], TEXT, [])
    assert judged.fix is not None
    assert judged.fix.safety is Safety.DISPLAY
    assert judged.fix.edits == fix.edits


def test_harmless_fixes_and_findings_without_fixes_pass() -> None:
    one = Diagnostic(
        "W201", "a", Severity.WARNING, Span(0, 1), "错", fix=Fix("改", (edit("落时", "落实"),), Safety.SAFE)
    )
    two = Diagnostic("W202", "b", Severity.WARNING, Span(0, 1), "错")
    assert guarded([one, two], TEXT, []) == [one, two]
