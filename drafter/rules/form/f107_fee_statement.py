"""第六部分要说明收取信息处理费的情况，没有收取也要写明“未收取”。

依据《政府信息公开信息处理费管理办法》，收取情况要纳入年度报告。改法：补一句，例如“依据《政府信息公开信息处理费管理办法》，
××年，本机关未收取信息处理费”；收了的，写明发出收费通知的件数、总金额和实际收取的总金额。
只写一个“无”的、表三里一件申请也没有的，多半是没有收，只作提示。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.model.diagnostic import Edit, Fix, Safety, Severity
from drafter.model.facts import Facts
from drafter.model.span import Span
from drafter.rules.base import Bad, Finding, Good, Rule
from drafter.rules.form.basis import FEES, FORM_2021, words

_NOTHING = re.compile(r"(?:20\d\d年度?，?)?(?:本.{1,3}|我.)?[无没][有其]?.{0,12}")
_STATED = re.compile(r"处理费|收取.{0,12}费|收费|未收.{0,6}费|费用")


def check(facts: Facts) -> Iterator[Finding]:
    """Section six without a word on fees, where no other prose of the report speaks of the 信息处理费 either."""
    section = facts.report.section("other")
    body = words(facts, section.body) if section else ""
    if section is None or not body or _STATED.search(body):
        return
    if any("信息处理费" in words(facts, span) for span in facts.report.narrative):
        return
    end = section.body.start + len(section.body.of(facts.text).rstrip())
    year = f"{facts.year}年，" if facts.year else ""
    sentence = f"依据《政府信息公开信息处理费管理办法》，{year}本机关未收取信息处理费。"
    fix = Fix("如果没有收取，可补这一句", (Edit(Span(end, end), sentence),), Safety.DISPLAY)
    yield Finding(
        section.title,
        "第六部分没有说明信息处理费的收取情况；没有收取也要写明",
        fix=fix,
        severity=Severity.INFO if _NOTHING.fullmatch(body.rstrip("。")) or _none_asked(facts) else None,
    )


def _none_asked(facts: Facts) -> bool:
    """Whether table three says that there was no application in the year."""
    cells = [facts.report.cell(f"requests.{row}.total") for row in ("new", "carried_in")]
    return all(cell is not None and cell.value == 0 for cell in cells)


RULE = Rule(
    code="F107",
    name="fee-statement",
    severity=Severity.WARNING,
    summary="第六部分要说明信息处理费收取情况",
    basis=(FEES, FORM_2021),
    needs=("section.other",),
    check=check,
    examples=(
        Bad(sections={"other": "无其他需要报告的事项。"}, lines={"六、其他需要报告的事项": "六、⟦其他需要报告的事项⟧"}),
        Good(),
        Good(sections={"other": "2024年，青石镇未发出收费通知。"}),
    ),
    first_year=2021,
)
