"""A slip of the pen, or another wording."""

from __future__ import annotations

import pytest

from drafter.rules.form.slips import certain_slip


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("本年度止件数", "本年废止件数"),
        ("现形有效件数", "现行有效件数"),
        ("补证后申请内容仍不明确", "补正后申请内容仍不明确"),
        ("危机“三安全一稳定”", "危及“三安全一稳定”"),
        ("属于三类内部事物信息", "属于三类内部事务信息"),
        ("其他法律行政止公开", "其他法律行政法规禁止公开"),
        ("尚末审结", "尚未审结"),
        ("自燃人", "自然人"),
        ("要求行政机关确认或从新出具已获取信息", "要求行政机关确认或重新出具已获取信息"),
    ],
)
def test_slips(written: str, printed: str) -> None:
    assert certain_slip(written, printed)


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("本年废止件数", "本年废止件数"),
        ("本年度废止件数", "本年废止件数"),
        ("现行有效数量", "现行有效件数"),
        ("法人和其他组织", "法人或其他组织"),
        ("其它", "其他"),
        ("结转下年度继续处理", "结转下年度继续办理"),
        ("规范性文件", "行政规范性文件"),
        ("全年发放证照总数", "本年处理决定数量"),
    ],
)
def test_other_wordings(written: str, printed: str) -> None:
    assert not certain_slip(written, printed)
