"""“……等八个方面”“……三类”前面列举的项数，要和所说的数目一致。

写了“等”而列举不全的，只提示，只举了一小半的不报；列举比数目多的，一定有错。改法：补全列举，或者改数目。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.model.diagnostic import Severity
from drafter.model.facts import Facts
from drafter.rules.base import Bad, Finding, Good, Rule

_NUMBERS = {c: n for n, c in enumerate("一二三四五六七八九十", 1)} | {"两": 2, "十一": 11, "十二": 12}
_MOST = 40
"""Items beyond which a list is not counted."""
_MARKS = r"，。；：:（）()！？\n“”《》"
_ITEM = f"[^、{_MARKS}]"
_KIND = "方面|领域|类别|类型|环节|要素|渠道|方式|板块|栏目|类|种"
# What may not follow: 三类内部事务信息 and 四类过程性信息 are labels of table three.
_LIST = re.compile(
    rf"(?P<items>(?:{_ITEM}{{1,18}}、){{1,{_MOST}}}{_ITEM}{{1,24}}?(?:[和及与]{_ITEM}{{1,18}}?)?)(?P<etc>等(?:共|共计)?)?"
    r"(?P<number>\d{1,2}|十[一二]|[二两三四五六七八九十])(?:个|大|类|项|种)?"
    rf"(?:重点)?(?:{_KIND})(?![\d、]|内部事务|过程性)"
)
# Between the marks that no list holds; few such stretches hold what every list does.
_STRETCH = re.compile(f"[^{_MARKS}]+")
_COUNTED = re.compile(rf"[\d一二两三四五六七八九十](?=(?:个|大|类|项|种)?(?:重点)?(?:{_KIND}))")
_LEAST = 3
_JOIN = re.compile("以及|和|及|与|或")


def check(facts: Facts) -> Iterator[Finding]:
    """Enumerations right before a number of kinds that count to another number."""
    for view in facts.prose.views:
        for found in _lists(view.text):
            stated = _value(found["number"])
            parts = found["items"].split("、")
            low = len(parts)
            high = low + sum(len(_JOIN.findall(p)) for p in parts)
            if not _LEAST <= low <= _MOST or low <= stated <= high:
                continue
            shown = f"{low}" if low == high else f"{low}—{high}"
            fewer = found["etc"] is not None and high < stated
            if fewer and stated > 2 * high:
                continue  # 大米、食用油等18类 tells of more.
            yield Finding(
                view.span(found.start("number"), found.end()),
                f"列举了 {shown} 项，文中说“{found.group()[found.start('number') - found.start() :]}”",
                expected=low,
                actual=stated,
                severity=Severity.INFO if fewer else None,
            )


def _lists(text: str) -> Iterator[re.Match[str]]:
    for stretch in _STRETCH.finditer(text):
        words = stretch.group()
        if "、" in words and _COUNTED.search(words):
            yield from _LIST.finditer(text, *stretch.span())


def _value(text: str) -> int:
    return int(text) if text.isdigit() else _NUMBERS[text]


RULE = Rule(
    code="C106",
    name="list-count",
    severity=Severity.WARNING,
    summary="列举的项数与所说的数目一致",
    basis=("国办公开办函〔2021〕30号",),
    needs=("sections",),
    check=check,
    reach="paragraph",
    sign=_COUNTED,
    examples=(
        Bad(sections={"overview": "从制定缘由、适用对象、办理流程、咨询方式等⟦八个方面⟧进行解读。"}),
        Bad(sections={"overview": "公开教育、医疗、社保、供水、供电⟦4个领域⟧的信息。"}),
        Good(sections={"overview": "公开教育、医疗、社保、供水和供电五个领域的信息。"}),
        Good(sections={"overview": "从制定缘由、适用对象和办理流程等3个方面进行解读。"}),
        Good(
            sections={
                "overview": "其中保护第三方合法权益、属于国家秘密、属于三类内部事务信息、属于四类过程性信息各1件。"
            }
        ),
        Good(sections={"overview": "采用文字、图表、视频等多种形式解读。"}),
    ),
)
