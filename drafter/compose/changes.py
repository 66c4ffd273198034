"""What became of last year's report, for people to look through."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from drafter.compose.carry import MARK, Change

_NAMES = {
    "preamble": "引言",
    "opening": "总体情况（总起）",
    "overview": "总体情况",
    "proactive": "（一）主动公开",
    "on_request": "（二）依申请公开",
    "management": "（三）政府信息管理",
    "platform": "（四）政府信息公开平台建设",
    "supervision": "（五）监督保障",
    "other": "六、其他需要报告的事项",
}


def changes_text(changes: Sequence[Change]) -> str:
    """Every sentence of last year: `=` taken over as it stood; `-` as it stood and `+` as the draft has it; `-` alone
    where it is left out."""
    kept = sum(bool(c.after) for c in changes)
    counts = f"共 {len(changes)} 句：沿用 {kept} 句，未沿用 {len(changes) - kept} 句"
    lines = [f"上年正文（第五部分除外）{counts}。逐句对照："]
    for section, group in groupby(changes, key=lambda c: c.section):
        lines.append(f"== {_NAMES.get(section, section)}")
        for change in group:
            lines += _one(change)
    return "\n".join(lines) + "\n"


def _one(change: Change) -> Iterator[str]:
    if change.after.removesuffix(MARK) == change.before:
        yield f"= {change.before}"
        return
    yield f"- {change.before}"
    if change.after:
        yield f"+ {change.after.removesuffix(MARK)}"
    yield f"  （{change.why if change.after else '未沿用：' + change.why}）"
