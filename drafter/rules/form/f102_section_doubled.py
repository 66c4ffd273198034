"""六个部分各写一次。同一部分的标题出现两次，多半是粘贴旧稿时没有删净，或者把下一部分的标题写错了。

改法：对照格式的六个标题，删去多余的一个，或者改成应有的标题。
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.model.diagnostic import Related, Severity
from drafter.model.facts import Facts
from drafter.model.report import Section
from drafter.rules.base import Bad, Finding, Good, Rule
from drafter.rules.form.basis import FORM_2021, LAW_50, printed


def check(facts: Facts) -> Iterator[Finding]:
    """Every section after the first of its kind."""
    seen: dict[str, Section] = {}
    for section in facts.report.sections:
        first = seen.setdefault(section.kind, section)
        if first is not section:
            yield Finding(
                section.heading,
                f"“{printed(facts, section.kind)}”这一部分出现了两次，请删去一处，或改成应有的标题",
                (Related("第一处在这里", first.heading),),
            )


RULE = Rule(
    code="F102",
    name="section-doubled",
    severity=Severity.ERROR,
    summary="同一部分不得出现两次",
    basis=(FORM_2021, LAW_50),
    needs=("sections",),
    check=check,
    reach="outline",
    examples=(
        Bad(
            lines={"六、其他需要报告的事项": "⟦五、存在的主要问题及改进情况⟧\n经费保障还不够。\n六、其他需要报告的事项"}
        ),
        Good(),
    ),
)
