"""同类机关大多写到的事项，这份报告没有写。

按往年报告库里同类机关（乡镇、街道、部门、政府）最近一份报告统计，八成以上都写到才提示。确有其事的请补写，没有的不必硬写。
缺省不查，用 --extend-select S102 打开；drafter suggest 也会列出。
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.model.diagnostic import Severity
from drafter.model.facts import Facts
from drafter.rules.base import Bad, Finding, Good, Rule


def check(facts: Facts) -> Iterator[Finding]:
    """One finding for every usual topic that is missing."""
    for topic in facts.missing:
        yield Finding(topic.span, topic.reason)


_FULL = "全年发布信息126条，新收政府信息公开申请5件；落实三审三校，维护网站专栏；培训2次，列入年度考核。"

RULE = Rule(
    code="S102",
    name="usual-topic-missing",
    severity=Severity.INFO,
    summary="同类机关大多写到的事项没有写",
    basis=("国办公开办函〔2021〕30号",),
    needs=("corpus", "topics", "sections"),
    check=check,
    examples=(
        Bad(
            sections={"overview": _FULL, "problems": "信息更新慢的问题突出。2025年，抽调两人专管更新，每月张贴进度。"},
            lines={"五、存在的主要问题及改进情况": "⟦五、存在的主要问题及改进情况⟧"},
        ),
        Good(sections={"overview": _FULL, "problems": "信息更新慢的问题突出。下一步，将抽调两人专管更新。"}),
    ),
    default=False,
)
