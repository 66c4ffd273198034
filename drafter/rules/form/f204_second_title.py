"""网页标题和正文标题、封面和内页，常常各有一个标题；年份和机关要一致。一个文件只放一份报告。

改法：核对是哪一年、哪个机关的报告，改正另一个；后面又接了一份报告的，分成两个文件再检查。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.model.diagnostic import Related, Severity
from drafter.model.facts import Facts
from drafter.model.span import Span
from drafter.model.view import bare, squeezed
from drafter.rules.base import Bad, Finding, Good, Rule
from drafter.rules.form.basis import LAW_49

_TITLE = re.compile(r"(?P<agency>[一-龥]{3,30}?)(?P<year>20\d{2})年度?政府信息公开(?:工作)?年度报告")
_NEAR = 160
_BEGINS = re.compile(r"一[、.．]\s*总体情况")


def check(facts: Facts) -> Iterator[Finding]:
    """A second title: close to the first, of another year or agency; or far below, where another report begins."""
    yield from _close(facts)
    yield from _another_report(facts)


def _another_report(facts: Facts) -> Iterator[Finding]:
    """The first title that stands between two headings 一、总体情况: two reports were put into one file."""
    title = facts.report.title
    heads = [m.start() for m in _BEGINS.finditer(facts.text)]
    if title is None or len(heads) < 2:
        return
    for line in re.finditer(r"[^\r\n]+", facts.text[: heads[-1]]):
        if line.start() > max(heads[0], title.end) and _TITLE.fullmatch(bare(line.group())):
            message = "这里又开始了一份报告；一个文件只放一份，请分开检查，否则后一份的表格会拿来核对前一份的叙述"
            yield Finding(Span(*line.span()), message, (Related("前一份的标题", title),))
            return


def _close(facts: Facts) -> Iterator[Finding]:
    report = facts.report
    if report.title is None or report.year is None or not report.agency:
        return
    stop = min((s.heading.start for s in report.sections), default=len(facts.text))
    for line in re.finditer(r"[^\r\n]+", facts.text[: min(stop, report.title.end + _NEAR)]):
        view = squeezed(line.group(), line.start())
        found = _TITLE.fullmatch(view.text)
        if found is None or report.title.overlaps(Span(*line.span())) or line.end() < report.title.start - _NEAR:
            continue
        related = (Related("另一个标题", report.title),)
        if int(found["year"]) != report.year and report.year_span:
            yield Finding(
                view.span(*found.span("year")), f"两个标题的年份不同：{report.year} 和 {found['year']}", related
            )
        elif not _same_body(found["agency"], report.agency):
            span = view.span(*found.span("agency"))
            message = f"两个标题的机关不同：“{report.agency}”和“{found['agency']}”"
            yield Finding(span, message, related, severity=Severity.WARNING)


def _same_body(first: str, second: str) -> bool:
    """Whether one name is the other shortened: its characters stand in the other in order."""
    short, long = sorted((first.removesuffix("人民政府"), second.removesuffix("人民政府")), key=len)
    rest = iter(long)
    return all(char in rest for char in short)


RULE = Rule(
    code="F204",
    name="second-title",
    severity=Severity.ERROR,
    summary="两个标题的年份和机关一致",
    basis=(LAW_49,),
    needs=("sections",),
    check=check,
    examples=(
        Bad(title="云溪县青石镇人民政府2024年政府信息公开工作年度报告\n青石镇人民政府⟦2023⟧年政府信息公开工作年度报告"),
        Bad(
            title="云溪县青石镇人民政府2024年政府信息公开工作年度报告\n⟦云溪县白沙镇人民政府⟧2024年政府信息公开工作年度报告"
        ),
        Bad(
            sections={
                "other": "未收取信息处理费。\n⟦云溪县白沙镇2024年政府信息公开工作年度报告⟧\n一、总体情况\n公开12条。"
            }
        ),
        Good(sections={"other": "2024年未收取信息处理费。\n云溪县青石镇2023年政府信息公开工作年度报告"}),
        Good(),
        Good(title="云溪县青石镇人民政府2024年政府信息公开工作年度报告\n青石镇2024年政府信息公开工作年度报告"),
    ),
)
