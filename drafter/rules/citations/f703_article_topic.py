"""引用《政府信息公开条例》的条号，与紧接着说的事对不上：“第四十五条关于年度报告的规定”。

条号与事项的对照见 lexicons/wording/articles.tsv，按 2019 年修订的条例。只看写明“第……条关于……”“第……条规定的……”的；
修订前的第三十一条、第三十二条由 F407 提示。改法：对照条例原文改正条号。
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.model.diagnostic import Severity
from drafter.model.facts import Facts
from drafter.rules.base import Bad, Finding, Good, Rule
from drafter.rules.wording.matches import each

CODE = "F703"


def check(facts: Facts) -> Iterator[Finding]:
    """Articles that do not hold what is said of them."""
    return each(facts, CODE)


RULE = Rule(
    code=CODE,
    name="article-topic",
    severity=Severity.WARNING,
    summary="引用条例的条号与事项相符",
    basis=("《中华人民共和国政府信息公开条例》",),
    needs=("matches",),
    check=check,
    reach="paragraph",
    examples=(
        Bad(
            preamble="按照《中华人民共和国政府信息公开条例》（以下简称《条例》）⟦第四十五条⟧关于年度报告内容的规定，编制本报告。"
        ),
        Bad(
            preamble="根据《中华人民共和国政府信息公开条例》⟦第四十六条⟧规定，编制并公布2024年度政府信息公开工作年度报告。"
        ),
        Bad(sections={"overview": "依据《条例》⟦第十四条⟧规定的内部事务信息不予公开。"}),
        Good(preamble="根据《条例》第四十九条、第五十条规定，编制本年度报告。"),
        Good(preamble="根据《中华人民共和国政府信息公开条例》第五十条关于年度报告内容的规定，编制本报告。"),
        Good(sections={"overview": "落实《条例》第四十五条规定的登记、审核、办理、答复、归档制度，按时编制年度报告。"}),
        Good(sections={"overview": "对照《云溪市信访条例》第四十条关于收费的规定公开收费目录。"}),
    ),
)
