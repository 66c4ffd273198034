"""年度报告的标题由机关名称、年份和“政府信息公开工作年度报告”组成，三样都要有。

从网站复制时常常丢掉标题。没有年份的，跨年核对和统计期限核对都做不成；可以用 --year、--agency 指定。
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.model.diagnostic import Severity
from drafter.model.facts import Facts
from drafter.model.span import Span
from drafter.rules.base import Bad, Finding, Good, Rule
from drafter.rules.form.basis import LAW_49


def check(facts: Facts) -> Iterator[Finding]:
    """No title, or one without year or agency."""
    report = facts.report
    if report.title is None:
        yield Finding(Span(0, 0), "没有找到标题；应为“机关名称＋年份＋政府信息公开工作年度报告”")
    elif report.year_span is None:
        yield Finding(report.title, "标题里没有年份，应为“机关名称＋年份＋政府信息公开工作年度报告”")
    elif not report.agency:
        yield Finding(report.title, "标题里没有机关名称", severity=Severity.INFO)


RULE = Rule(
    code="F201",
    name="title-missing",
    severity=Severity.WARNING,
    summary="标题要有机关名称、年份和文种",
    basis=(LAW_49,),
    needs=("sections",),
    check=check,
    reach="outline",
    examples=(
        Bad(title="⟦⟧工作总结"),
        Bad(title="⟦青石镇人民政府政府信息公开工作年度报告⟧"),
        Good(),
    ),
)
