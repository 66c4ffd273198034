"""Tells a slip of the pen from another wording, for texts that must stand as printed."""

from __future__ import annotations

from difflib import SequenceMatcher

# Printed → written pairs that make sense as words: somebody chose them, wrongly or not.
_SOFT = {
    "件数": ("数量", "数"),
    "数量": ("件数", "数", "总数"),
    "办理": ("处理",),
    "组织": ("机构",),
    "结果": ("情况",),
    "发": ("定",),
    "止": ("除",),
    "或": ("和",),
    "他": ("它",),
    "益": ("利",),
    "卷": ("件",),
    "及": ("害",),
    "成": ("存",),
    "办": ("处",),
    "构": ("关",),
    "缴": ("交",),
    "予": ("同",),
    "项": ("款",),
    "（一）": ("一",),
}
# Words that people leave out on purpose.
_DROPPED = frozenset({"件", "性", "行政", "规范性", "信息", "政府", "第", "本年"})
_MOST = 3


def certain_slip(written: str, printed: str) -> bool:
    """Whether `written` differs from `printed` by up to three characters wrong or left out, and not by another word.

    Added characters (本年度 for 本年) are a wording, not a slip.
    """
    changes = [
        (printed[a:b], written[c:d])
        for tag, a, b, c, d in SequenceMatcher(None, printed, written, autojunk=False).get_opcodes()
        if tag != "equal"
    ]
    lost = sum(max(len(a), len(b)) for a, b in changes)
    if not changes or lost > _MOST or lost * 2 > len(printed):
        return False
    return all(a and not (b in _SOFT.get(a, ()) or (not b and a in _DROPPED)) for a, b in changes)
