"""引用的法律、行政法规名称差了一两个字，现行法律里没有这个名称；政府信息公开方面国务院文件的标题差一个字的也报。

名称表见 lexicons/citations/laws.tsv（只查“中华人民共和国……”开头的全称）和 numbers.tsv；地方性法规、规章不检查。
改法：对照公布的名称改正。
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.model.diagnostic import Severity
from drafter.model.facts import Facts
from drafter.rules.base import Bad, Finding, Good, Rule
from drafter.rules.wording.matches import each

CODE = "F702"


def check(facts: Facts) -> Iterator[Finding]:
    """Titles of laws that are a character or two off."""
    return each(facts, CODE)


RULE = Rule(
    code=CODE,
    name="law-title",
    severity=Severity.WARNING,
    summary="法律法规名称应当准确",
    basis=("法律、行政法规公布的名称",),
    needs=("matches",),
    check=check,
    reach="paragraph",
    examples=(
        Bad(text="落实《⟦中华人民共和国行政处法⟧》。"),
        Bad(text="落实《⟦中华人民共和国保守国家机密法⟧》。"),
        Bad(text="对照《⟦公共企事业单位信息公开规定制定方法⟧》完善栏目。"),
        Good(text="对照《公共企事业单位信息公开规定制定办法》和《云溪县2023年政务公开工作要点》完善栏目。"),
        Good(text="落实《中华人民共和国行政处罚法》《中华人民共和国保守国家秘密法》。"),
        Good(text="落实《中华人民共和国行政复议法（2023年修订）》。"),
    ),
)
