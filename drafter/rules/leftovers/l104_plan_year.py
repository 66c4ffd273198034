"""第五部分的下一步打算，写的年份应当是下一年：2024 年的报告写“2025年，将……”。

已经做完的改进写报告年度是对的，不报。改法：改年份；说的是今年已经做的，写成“已……”。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.model.diagnostic import Related, Severity
from drafter.model.facts import Facts
from drafter.model.view import squeezed
from drafter.rules.base import Bad, Finding, Good, Rule

_YEAR = re.compile(
    r"(?<![\d—～~-])(?P<year>20\d\d)年(?:度)?(?:的?工作[中上])?，?(?=将|要|计划|拟|继续|我们(?:将|要|计划|拟)|[我本全][局镇乡县区市街委办厅院单机]{0,2}(?:将|要|计划|加大|继续|拟)|"
    r"[\u4e00-\u9fa5]{2,10}?将(?:进一步|继续|持续|坚持|深入|不断|着力|紧紧|紧盯|聚焦|推动))"
)
_DEADLINE = re.compile(r"(?P<year>20\d\d)年(?:年?底|年?末|[1-9]\d?月(?:底|末)?|上半年|内)(?:以|之)?前")
_STRIVES = re.compile(
    r"(?:力争|争取|计划|拟|预计)(?:于|在|到)?(?P<year>20\d\d)年(?:年?底|年?末|[1-9]\d?月(?:底|末)?|上半年|下半年|内|全年|度)?"
)
_ASKED = re.compile("要求|印发|提出|针对|原|曾|已|了")
_AIM = re.compile("^[^的已了]*(?:全部|基本|完成|实现|补齐|整改|落实|建成|解决|到位)[^的已了]*$")
_PLAN = re.compile("为进一步|将|下一步|今后|计划|打算|拟|接下来")
_DONE = re.compile("已经?|针对|存在|完成|取得|上年|去年|较|了|问题|印发")


def check(facts: Facts) -> Iterator[Finding]:
    """Plans of section five dated in the report's year or before."""
    title = (Related("报告的年份", facts.report.year_span),) if facts.report.year_span else ()
    for sentence in facts.sentences:
        if sentence.section != "problems" or facts.year is None:
            continue
        view = squeezed(sentence.span.of(facts.text), sentence.span.start)
        for found in {f.span("year"): f for f in _outdated(view.text, facts.year)}.values():
            yield Finding(
                view.span(*found.span("year")),
                f"打算写的是 {found['year']} 年，报告是 {facts.year} 年的；请核对是不是应为 {facts.year + 1} 年",
                title,
                expected=facts.year + 1,
                actual=int(found["year"]),
            )


def _outdated(words: str, year: int) -> Iterator[re.Match[str]]:
    """Plans dated in the report's year or before, and deadlines that were over before that year began."""
    for found in _DEADLINE.finditer(words):
        if int(found["year"]) < year and _AIM.search(_clause(words, found)):
            yield found
    for found in _STRIVES.finditer(words):
        if int(found["year"]) <= year and not _ASKED.search(_before(words, found) + _clause(words, found)):
            yield found
    if not _PLAN.search(words) or f"{year + 1}年" in words:
        return
    for found in _YEAR.finditer(words):
        if int(found["year"]) <= year and not _DONE.search(_clause(words, found)):
            yield found


def _before(words: str, found: re.Match[str]) -> str:
    return re.split("[。；]", words[: found.start()])[-1]


def _clause(words: str, found: re.Match[str]) -> str:
    return re.split("[，。；]", words[found.end() :], maxsplit=1)[0]


RULE = Rule(
    code="L104",
    name="plan-year",
    severity=Severity.WARNING,
    summary="第五部分的打算写下一年",
    basis=("国办公开办函〔2021〕30号",),
    needs=("sentences", "year", "section.problems"),
    check=check,
    reach="paragraph",
    sign=re.compile(r"20(?=\d\d年)"),
    examples=(
        Bad(sections={"problems": "主要问题：更新偏慢。改进措施：⟦2024⟧年，我镇将加强督促。"}),
        Bad(sections={"problems": "主要问题：更新偏慢。为进一步做好公开工作，⟦2024⟧年我镇加大培训力度。"}),
        Bad(sections={"problems": "主要问题：台账不全。改进情况：按月核对台账，⟦2023⟧年底前全部补齐。"}),
        Bad(sections={"problems": "主要问题：更新偏慢。⟦2024⟧年，青石镇将继续落实《条例》。"}),
        Bad(sections={"problems": "主要问题：更新偏慢。改进：逐项核对目录，力争⟦2024⟧年底前完成整改。"}),
        Bad(sections={"problems": "主要问题：更新偏慢。⟦2024⟧年我们将在三个方面着力。"}),
        Bad(sections={"problems": "主要问题：更新偏慢。在⟦2023⟧年的工作中，将加强培训。"}),
        Bad(sections={"problems": "主要问题：更新偏慢。改进：逐项核对，力争⟦2023⟧年底前全部完成。"}),
        Good(sections={"problems": "针对目录不全的问题，要求各站所力争2024年底前补齐。计划2025年新增专栏2个。"}),
        Good(sections={"problems": "主要问题：更新偏慢。2025年，我镇将加强督促。"}),
        Good(sections={"problems": "主要问题：更新偏慢。2024年，镇政府将公开工作纳入考核。"}),
        Good(sections={"problems": "主要问题：台账不全。改进情况：按月核对台账，2025年底前全部补齐。"}),
        Good(sections={"problems": "主要问题：2023年底前形成的文件没有清理完。改进情况：2025年继续清理。"}),
        Good(sections={"problems": "2024年，我镇按月核对台账，更新偏慢的问题已经解决。"}),
    ),
)
