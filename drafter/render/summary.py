"""What was checked and what was not, in words and counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from drafter.model.diagnostic import Severity
from drafter.model.result import Outcome, Result

_MOST_CODES = 8
LEVEL_NAMES = {Severity.ERROR: "错误", Severity.WARNING: "警告", Severity.INFO: "提示"}


def counts(outcomes: Sequence[Outcome]) -> dict[str, int]:
    """Findings by severity."""
    found = Counter(d.severity.value for o in outcomes if isinstance(o, Result) for d in o.diagnostics)
    return {s.value: found[s.value] for s in Severity}


def claim_counts(outcomes: Sequence[Outcome]) -> dict[str, int]:
    """Claims by verdict."""
    found = Counter(c.verdict for o in outcomes if isinstance(o, Result) for c in o.claims)
    return {verdict: found[verdict] for verdict in ("holds", "contradicted", "unchecked")}


def checked_line(result: Result) -> str:
    """One line: how much was compared, and how it came out."""
    if result.report is None:
        return "按一般公文检查了用字、标点和数字用法。"
    verdicts = claim_counts([result])
    total = sum(verdicts.values())
    parts = [f"核对叙述 {total} 处"]
    if total:
        words = (("holds", "一致"), ("contradicted", "矛盾"), ("unchecked", "未能核对"))
        parts[0] += "：" + "，".join(f"{verdicts[k]} 处{w}" for k, w in words if verdicts[k])
    cells = [c for t in result.report.tables for c in t.cells]
    unread = sum(c.state == "unread" for c in cells)
    held, tried = result.identities
    parts.append(f"表格 {len(cells)} 格" + (f"（{unread} 格未读出）" if unread else ""))
    parts.append(f"勾稽 {held} 项成立" + (f"、{tried - held} 项不成立" if tried > held else ""))
    return "；".join(parts) + "。"


def skipped_lines(result: Result) -> list[str]:
    """Why rules did not run, one line a reason."""
    reasons: dict[str, list[str]] = {}
    for skip in result.skipped:
        reasons.setdefault(skip.why, []).append(skip.code)
    lines = [f"未检查 {_listed(codes)}：{why}" for why, codes in reasons.items()]
    if result.report is not None:
        lines += [f"未读出：{p}" for t in result.report.tables for p in t.problems]
    return lines + [f"注意：{n.message}" for n in result.document.notes]


def _listed(codes: list[str]) -> str:
    """The codes, or when they are many, how many of each family."""
    if len(codes) <= _MOST_CODES:
        return "、".join(codes)
    families = Counter(code[0] for code in codes)
    return "、".join(f"{family} 类 {count} 条" for family, count in families.items())
