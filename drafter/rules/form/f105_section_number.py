"""六个部分依次编为一、二、三、四、五、六，用汉字加顿号。跳号（一、三）、重号（三、三）多半是增删一部分以后忘了改。

改法：按格式改号。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.model.diagnostic import Edit, Fix, Safety, Severity
from drafter.model.facts import Facts
from drafter.model.report import Section
from drafter.model.span import Span
from drafter.rules.base import Bad, Finding, Good, Rule
from drafter.rules.form.basis import FORM_2021, first_sections, printed

_CHINESE = "一二三四五六七八九"


def check(facts: Facts) -> Iterator[Finding]:
    """Sections numbered otherwise than the form does, unless the numbers just follow a section that is missing."""
    sections = first_sections(facts)
    numbers = [s.number for s in sections]
    if numbers == list(_CHINESE[: len(numbers)]):
        return
    right = {s.kind: s.number for s in facts.form.sections}
    for section in sections:
        if section.number and section.number != right[section.kind]:
            yield _finding(facts, section, f"编号应为“{right[section.kind]}”，这里是“{section.number}”")
        elif not section.number and any(numbers):
            yield _finding(facts, section, f"标题缺编号，应为“{printed(facts, section.kind)}”", Severity.WARNING)


def _finding(facts: Facts, section: Section, message: str, severity: Severity | None = None) -> Finding:
    number = next(s.number for s in facts.form.sections if s.kind == section.kind)
    lead = Span(section.heading.start, section.title.start)
    written = re.search(r"[一二三四五六七八九1-9]", lead.of(facts.text))
    if written:
        span = Span(lead.start + written.start(), lead.start + written.end())
        fix = Fix(f"编号改为“{number}”", (Edit(span, number),), Safety.UNSAFE)
        return Finding(section.heading, message, fix=fix, severity=severity)
    return Finding(section.heading, message, severity=severity)


RULE = Rule(
    code="F105",
    name="section-number",
    severity=Severity.ERROR,
    summary="六个部分依次编号，不跳不重",
    basis=(FORM_2021,),
    needs=("sections",),
    check=check,
    reach="outline",
    examples=(
        Bad(lines={"二、主动公开政府信息情况": "⟦三、主动公开政府信息情况⟧"}),
        Bad(lines={"六、其他需要报告的事项": "⟦七、其他需要报告的事项⟧"}),
        Good(),
        Good(lines={"四、政府信息公开行政复议、行政诉讼情况": "4. 政府信息公开行政复议、行政诉讼情况"}),
    ),
)
