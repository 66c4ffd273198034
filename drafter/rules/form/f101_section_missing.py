"""年度报告由六个部分组成，题名和次序都是格式定好的，一个也不能少；没有内容的部分也要保留标题，写明没有。

常见原因：把“六、其他需要报告的事项”漏掉，或者把标题改成了别的说法，使人（和程序）认不出是哪一部分。
改法：补上缺少的标题和内容；如果只是标题写法不同，改成格式的标题。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.model.diagnostic import Related, Severity
from drafter.model.facts import Facts
from drafter.model.form import FormSection
from drafter.model.span import Span
from drafter.rules.base import Bad, Finding, Good, Rule
from drafter.rules.form.basis import FORM_2021, LAW_50, printed

_MOST = 3


def check(facts: Facts) -> Iterator[Finding]:
    """One finding a missing section; a single one when most are missing."""
    present = {s.kind for s in facts.report.sections}
    missing = [s for s in facts.form.sections if s.kind not in present]
    if len(missing) > _MOST:
        names = "、".join(f"“{printed(facts, s.kind)}”" for s in missing)
        yield Finding(facts.report.title or Span(0, 0), f"没有找到{names}这 {len(missing)} 个部分的标题")
        return
    for section in missing:
        yield _missing(facts, section)


def _missing(facts: Facts, section: FormSection) -> Finding:
    title = printed(facts, section.kind)
    low, high = _gap(facts, section)
    like = re.compile(rf"^[ \t\u3000]*({section.number}[、.．][^\n\r，。]{{2,30}}?)[ \t\u3000]*$", re.MULTILINE)
    found = like.search(facts.lined, low, high)
    if found:
        span = Span(*found.span(1))
        return Finding(
            span,
            f"没有找到“{title}”；这里的“{found.group(1)}”如果就是这一部分，标题应为“{title}”",
            severity=Severity.ERROR,
        )
    after = next((s for s in facts.report.sections if s.heading.start >= high), None)
    related = (Related("缺少的部分应在这一部分之前", after.heading),) if after else ()
    return Finding(Span(high, high), f"缺少“{title}”这一部分", related)


def _gap(facts: Facts, section: FormSection) -> tuple[int, int]:
    """Where the section should stand: behind the one before it, up to the next one that is there."""
    order = [s.kind for s in facts.form.sections]
    rank = order.index(section.kind)
    before = [s for s in facts.report.sections if order.index(s.kind) < rank]
    low = max((s.heading.end for s in before), default=0)
    ends = [s.heading.start for s in facts.report.sections if order.index(s.kind) > rank and s.heading.start >= low]
    return low, min(ends, default=len(facts.text.rstrip()))


RULE = Rule(
    code="F101",
    name="section-missing",
    severity=Severity.ERROR,
    summary="六个部分缺一不可",
    basis=(FORM_2021, LAW_50),
    needs=("sections",),
    check=check,
    reach="outline",
    examples=(
        Bad(
            sections={"problems": "办理不够及时，今后按月清查，逐件督办，确保按期答复，并安排专人每周核对。⟦⟧"},
            lines={"\n六、其他需要报告的事项\n2024年，青石镇人民政府未收取信息处理费。": ""},
        ),
        Bad(lines={"五、存在的主要问题及改进情况\n主要问题：": "主要问题：", "六、其他": "⟦⟧六、其他"}),
        Bad(lines={"五、存在的主要问题及改进情况": "⟦五、困难与打算⟧"}),
        Good(),
        Good(
            lines={"四、政府信息公开行政复议、行政诉讼情况": "四、因政府信息公开工作被申请行政复议、提起行政诉讼情况"}
        ),
    ),
)
