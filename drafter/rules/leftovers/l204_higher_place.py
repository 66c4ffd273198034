"""所在的是区，正文却写“县委、县政府”“我县”“全县”；或者所在的是县，正文却写“区委、区政府”“我区”“全区”。

撤县设区以后沿用旧稿，或者借用别处的稿子，常留下这种称谓。改法：按现在的建制改。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.model.diagnostic import Related, Severity
from drafter.model.facts import Facts
from drafter.rules.base import Bad, Finding, Good, Rule
from drafter.rules.leftovers.names import county

_WORDS = {
    "区": re.compile(r"县委、?县政府|我县(?<![各市]我县)(?![区域（(级])|全县(?<![各市]全县)(?![区域（(级])"),
    "县": re.compile(r"区委、?区政府|我区(?<![各市社园景片辖城]我区)(?![分别域间])"),
}
_MERGED = re.compile(r"撤县|设区|原.{0,8}县|开发区|园区|新区|管委会")


def check(facts: Facts) -> Iterator[Finding]:
    """县 words of an agency in a district and 区 words of one in a county."""
    place = county(facts.agency)
    pattern = _WORDS.get(place[-1:])
    if pattern is None or facts.report.level == "city":
        return
    found = [(view, m) for view in facts.prose.views for m in pattern.finditer(view.text)]
    if not found or (place.endswith("县") and _MERGED.search(facts.prose.view.text)):
        return
    title = (Related("报告的机关", facts.report.agency_span),) if facts.report.agency_span else ()
    for view, named in found:
        span = view.span(named.start(), named.end())
        yield Finding(span, f"{facts.agency}在{place}，这里写“{named.group()}”", title, actual=named.group())


RULE = Rule(
    code="L204",
    name="higher-place",
    severity=Severity.WARNING,
    summary="县、区的称谓与所在地一致",
    basis=("国办公开办函〔2021〕30号",),
    needs=("agency", "sections"),
    check=check,
    examples=(
        Bad(sections={"overview": "2024年，在⟦区委、区政府⟧领导下，青石镇做好公开工作。"}),
        Bad(
            sections={"overview": "2024年，在⟦县委县政府⟧领导下，青石镇做好公开工作。"},
            title="临川区青石镇人民政府2024年政府信息公开工作年度报告",
        ),
        Good(sections={"overview": "2024年，在县委、县政府领导下，青石镇做好公开工作，社区公开栏同步更新。"}),
    ),
)
