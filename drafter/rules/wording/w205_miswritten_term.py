"""年度报告和政府信息公开常用语写错了字：依申请公开、予以公开、政策解读、三审三校等。

词表见 lexicons/wording/report_terms*.tsv。表格内的行名、列名由表格规则检查，这里只看正文。
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.model.diagnostic import Severity
from drafter.model.facts import Facts
from drafter.rules.base import Bad, Finding, Good, Rule
from drafter.rules.wording.matches import each

CODE = "W205"


def check(facts: Facts) -> Iterator[Finding]:
    """The hits of the lists of this code."""
    return each(facts, CODE)


RULE = Rule(
    code=CODE,
    name="miswritten-term",
    severity=Severity.ERROR,
    summary="年度报告用语误写",
    basis=(
        "国办公开办函〔2021〕30号附件",
        "《中华人民共和国政府信息公开条例》",
    ),
    needs=("matches",),
    check=check,
    reach="paragraph",
    examples=(
        Bad(text="做好⟦政策解度⟧工作。"),
        Good(text="做好政策解读工作。"),
    ),
)
