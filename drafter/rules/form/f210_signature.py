"""落款的机关要和标题的机关一致。抄别的单位的稿子，落款最容易漏改。

简称、内设办公室（例如“青石镇党政办公室”）不报。改法：改成本机关的名称。
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import pairwise

from drafter.model.diagnostic import Related, Severity
from drafter.model.facts import Facts
from drafter.model.view import squeezed
from drafter.rules.base import Bad, Finding, Good, Rule
from drafter.rules.form.basis import LAW_49

_BODY = re.compile(r"[一-龥]{2,24}(?:人民政府|办公室|办公厅|局|委员会|办事处|中心|街道|镇|乡|厅|管委会)")
_DATE = re.compile(r"[（(]?(?:20\d{2}年\d{1,2}月\d{1,2}日|二[〇○零Oo]二[一-龥〇]年[一-龥]{1,3}月[一-龥]{1,3}日)[)）]?")
_COMMON = re.compile(r"人民政府|办公室|办公厅|委员会|办事处|街道|[省市县区镇乡局]")


def check(facts: Facts) -> Iterator[Finding]:
    """A name above a date at the end that shares no place or word with the title's."""
    last = max((s.heading.end for s in facts.report.sections), default=len(facts.text))
    lines = [m for m in re.finditer(r"[^\r\n]+", facts.text) if m.start() >= last and m.group().strip()]
    for name, date in pairwise(lines):
        view = squeezed(name.group(), name.start())
        dated = _DATE.fullmatch(squeezed(date.group()).text)
        if dated and _BODY.fullmatch(view.text) and not _related(view.text, facts.agency):
            title = facts.report.agency_span
            span = view.span(0, len(view.text))
            related = (Related("标题的机关", title),) if title else ()
            yield Finding(span, f"落款是“{view.text}”，标题的机关是“{facts.agency}”", related)
            return


def _related(first: str, second: str) -> bool:
    """Whether the names share two characters in a row besides the words that all names have."""
    a, b = _COMMON.sub("　", first), _COMMON.sub("＿", second)
    match = SequenceMatcher(None, a, b, autojunk=False).find_longest_match()
    return match.size >= 2


RULE = Rule(
    code="F210",
    name="signature",
    severity=Severity.WARNING,
    summary="落款的机关与标题一致",
    basis=(LAW_49,),
    needs=("sections", "agency"),
    check=check,
    examples=(
        Bad(sections={"other": "本年度未收取信息处理费。\n⟦白沙镇人民政府⟧\n2025年1月10日"}),
        Good(),
        Good(sections={"other": "本年度未收取信息处理费。\n青石镇党政办公室\n2025年1月10日"}),
    ),
)
