"""“一、总体情况”“五、存在的主要问题及改进情况”“六、其他需要报告的事项”都要写内容，只留标题不行。

第五部分既要写问题，也要写改进，写“无”等于没有报告。改法：补写；第六部分确无其他事项的，也要写明信息处理费收取情况。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.model.diagnostic import Severity
from drafter.model.facts import Facts
from drafter.model.report import Section
from drafter.rules.base import Bad, Finding, Good, Rule
from drafter.rules.form.basis import FORM_2021, LAW_50, printed, words

_NOTHING = re.compile(
    r"(?:本(?:年度|单位|机关)?)?(?:暂|没有|无|未发现|不存在)(?:无|有)?(?:存在)?(?:的)?(?:主要)?(?:问题|其他|情况)?[。！.；;]?|[/／\\—\-–]+"
)
_SHORT = 30


def check(facts: Facts) -> Iterator[Finding]:
    """Empty prose sections; in section five also 无 and a body too short to name a problem and a remedy."""
    for kind in ("overview", "problems", "other"):
        section = facts.report.section(kind)
        if section is not None:
            yield from _judge(facts, section)


def _judge(facts: Facts, section: Section) -> Iterator[Finding]:
    if len("".join(section.body.of(facts.text)[: 8 * _SHORT].split())) > 2 * _SHORT:
        return
    body = words(facts, section.body)
    name = printed(facts, section.kind)
    if not body:
        yield Finding(section.title, f"“{name}”只有标题，没有内容")
    elif section.kind == "problems" and _NOTHING.fullmatch(body):
        yield Finding(section.title, f"“{name}”只写了“{body}”；要写明存在的主要问题和改进情况")
    elif section.kind == "problems" and len(body) < _SHORT:
        message = f"“{name}”只有 {len(body)} 个字，写不清问题和改进情况"
        yield Finding(section.title, message, severity=Severity.WARNING)


RULE = Rule(
    code="F106",
    name="section-empty",
    severity=Severity.ERROR,
    summary="第一、五、六部分要有内容，第五部分不得只写“无”",
    basis=(FORM_2021, LAW_50),
    needs=("sections",),
    check=check,
    examples=(
        Bad(sections={"problems": "无。"}, lines={"存在的主要问题及改进情况": "⟦存在的主要问题及改进情况⟧"}),
        Bad(sections={"other": ""}, lines={"其他需要报告的事项": "⟦其他需要报告的事项⟧"}),
        Bad(
            sections={"problems": "公开不够及时，今后改进。"},
            lines={"存在的主要问题及改进情况": "⟦存在的主要问题及改进情况⟧"},
        ),
        Good(),
        Good(sections={"other": "无。"}),
    ),
)
