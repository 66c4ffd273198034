"""“一、总体情况”要写五个方面：主动公开、依申请公开、政府信息管理、政府信息公开平台建设、监督保障。

有五个小标题最清楚；不分小标题的，每个方面也要有话。改法：补写缺少的方面，没有发生的也写明没有。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.model.diagnostic import Severity
from drafter.model.facts import Facts
from drafter.rules.base import Bad, Finding, Good, Rule
from drafter.rules.form.basis import FORM_2021, words

_ABOUT = {
    "proactive": re.compile(r"主动公开|公开.{0,6}信息\d|发布.{0,12}信息"),
    "on_request": re.compile(r"依申请|公开申请"),
    "management": re.compile(r"信息(?:资源|规范)?管理|信息.{0,6}管理|管理制度|规范性文件|审核|审查|保密"),
    "platform": re.compile(r"平台|网站|专栏|公众号|新媒体|公开栏"),
    "supervision": re.compile(r"监督|保障|考核|评议|培训|责任追究"),
}


def check(facts: Facts) -> Iterator[Finding]:
    """The parts that have neither a heading nor a word in section one, in one finding."""
    section = facts.report.section("overview")
    headed = {part.kind for part in section.subsections} if section else set()
    unnamed = [part for part in facts.form.subsections if part.kind not in headed]
    body = words(facts, section.body) if section and unnamed else ""
    if section is None or not body:
        return
    missing = [part.title for part in unnamed if not _ABOUT[part.kind].search(body)]
    if missing:
        names = "、".join(f"“{name}”" for name in missing)
        yield Finding(section.title, f"第一部分没有写{names}；总体情况要写明五个方面")


RULE = Rule(
    code="F108",
    name="overview-parts",
    severity=Severity.WARNING,
    summary="总体情况写齐五个方面",
    basis=(FORM_2021,),
    needs=("section.overview",),
    first_year=2021,
    check=check,
    examples=(
        Bad(
            lines={
                "总体情况": "⟦总体情况⟧",
                "（五）监督保障。将政府信息公开纳入站所年度考核，开展社会评议1次，未发生责任追究的情形。\n": "",
            }
        ),
        Good(),
        Good(
            sections={
                "overview": "2024年，青石镇主动公开信息126条，收到公开申请5件，严格信息审核，办好网站专栏，加强监督。"
            }
        ),
    ),
)
