"""用“全部替换”改名称、年份时留下的痕迹：“青石镇青石镇”“人民政府人民政府”“2024年年”“我我镇”“乡街道”“城街道化”。

改法：删去重复的，恢复被误改的词；替换后请通读一遍。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.model.diagnostic import Edit, Fix, Safety, Severity
from drafter.model.facts import Facts
from drafter.model.view import View
from drafter.rules.base import Bad, Finding, Good, Rule
from drafter.rules.leftovers.names import core

_NAMES = (
    "人民政府",
    "办事处",
    "政府信息公开",
    "街道",
    "委员会",
    *(f"{me}{unit}" for me in "我本" for unit in "镇局县区"),
)
# Every alternative begins with a character: so `re` looks for these and tries no other place.
_DOUBLED = re.compile(
    "|".join(name * 2 for name in _NAMES)
    + r"|20(?P<year>\d\d)年(?:20(?P=year)年|年(?![度报底末初内中]))|我(?<!自我)我[镇乡局县区市委]"
    + r"|镇(?<![镇城乡]镇)镇(?=政府|人民|党|，|。)|县(?<!县县)县(?=政府|人民|委)"
)
# Common words a careless replacement turns into these.
_BROKEN = re.compile(
    r"[乡城村集]街道(?=化|企业|居民|人口|化率)|乡街道(?=、?街道)|布镇|格镇|大镇(?=意识)|全镇(?=性)|结镇|当镇(?=者)|邮政镇"
    r"|[县区镇]场监(?=管|督)|县场主体"
)


def check(facts: Facts) -> Iterator[Finding]:
    """Doubled names and words no one writes."""
    name = core(facts.agency)
    for view in facts.prose.views:
        for found in _DOUBLED.finditer(view.text):
            yield _doubled(view, found.start(), found.end(), found.group())
        for found in _BROKEN.finditer(view.text):
            yield Finding(view.span(found.start(), found.end()), f"“{found.group()}”像是全部替换时误改的词，请恢复原词")
        if name:
            for found in re.finditer(f"(?:{re.escape(name)}){{2,}}", view.text):
                yield _doubled(view, found.start(), found.end(), found.group())


def _doubled(view: View, start: int, end: int, shown: str) -> Finding:
    span = view.span(start, end)
    half = shown[: len(shown) // 2]
    fix = Fix(f"改为“{half}”", (Edit(span, half),), Safety.UNSAFE) if half * 2 == shown else None
    return Finding(span, f"“{shown}”重复，像是全部替换留下的", actual=shown, fix=fix)


RULE = Rule(
    code="L303",
    name="replacement-damage",
    severity=Severity.ERROR,
    summary="没有全部替换留下的痕迹",
    basis=("国办公开办函〔2021〕30号",),
    needs=("agency", "sections"),
    check=check,
    reach="paragraph",
    examples=(
        Bad(sections={"overview": "2024年，⟦青石镇青石镇⟧认真做好公开工作。"}),
        Bad(sections={"overview": "⟦2024年年⟧，青石镇⟦人民政府人民政府⟧认真做好公开工作。"}),
        Bad(
            sections={"overview": "2024年，⟦我我镇⟧公开⟦城街道⟧化建设信息。"},
        ),
        Good(sections={"overview": "2024年年底，青石镇人民政府认真做好公开工作，推进城镇化、新型城镇化。"}),
        Good(sections={"overview": "各乡镇、街道同步公开，强化大局意识。"}),
    ),
)
