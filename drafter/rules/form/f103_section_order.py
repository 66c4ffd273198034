"""六个部分的次序是格式定好的：总体情况、主动公开、收到和处理申请、复议诉讼、问题及改进、其他事项。

改法：把放错位置的部分连同内容移到应在的地方。
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.model.diagnostic import Related, Severity
from drafter.model.facts import Facts
from drafter.model.report import Section
from drafter.rules.base import Bad, Finding, Good, Rule
from drafter.rules.form.basis import FORM_2021, LAW_50, first_sections, printed


def check(facts: Facts) -> Iterator[Finding]:
    """Sections outside the longest run that keeps the form's order."""
    sections = first_sections(facts)
    order = [s.kind for s in facts.form.sections]
    kept = _longest_run([order.index(s.kind) for s in sections])
    for i, section in enumerate(sections):
        if i not in kept:
            yield _misplaced(facts, section, sections, order)


def _misplaced(facts: Facts, section: Section, sections: tuple[Section, ...], order: list[str]) -> Finding:
    """Names a section that stands on the wrong side of this one: the farthest behind it, or the first before it."""
    rank, at = order.index(section.kind), sections.index(section)
    behind = [s for s in sections[at + 1 :] if order.index(s.kind) < rank]
    before = [s for s in sections[:at] if order.index(s.kind) > rank]
    name = printed(facts, section.kind)
    if behind:
        other, side = max(behind, key=lambda s: order.index(s.kind)), "之后"
    else:
        other, side = min(before, key=lambda s: order.index(s.kind)), "之前"
    message = f"“{name}”应在“{printed(facts, other.kind)}”{side}"
    return Finding(section.heading, message, (Related(f"它应在这一部分{side}", other.heading),))


def _longest_run(ranks: list[int]) -> set[int]:
    """Positions of a longest rising run."""
    runs: list[list[int]] = []
    for i, rank in enumerate(ranks):
        shorter = [run for run in runs if ranks[run[-1]] < rank]
        best = max(shorter, key=len) if shorter else []
        runs.append([*best, i])
    longest = max(runs, key=len) if runs else []
    return set(longest)


RULE = Rule(
    code="F103",
    name="section-order",
    severity=Severity.ERROR,
    summary="六个部分按格式的次序排列",
    basis=(FORM_2021, LAW_50),
    needs=("sections",),
    check=check,
    reach="outline",
    examples=(
        Bad(
            lines={
                "五、存在的主要问题及改进情况\n": "六、其他需要报告的事项\n2024年，青石镇未收取信息处理费。\n"
                "⟦五、存在的主要问题及改进情况⟧\n",
                "跟班学习。\n六、其他需要报告的事项\n2024年，青石镇人民政府未收取信息处理费。": "跟班学习。",
            }
        ),
        Good(),
    ),
)
