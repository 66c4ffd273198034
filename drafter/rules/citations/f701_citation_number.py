"""引用的文件标题和文号对不上，多是从别处抄来时改了标题没有改文号，或者相反。

对照表见 lexicons/citations/numbers.tsv；表里没有的文件不检查。年度报告格式的两个文件另有专门规则。
改法：以文件原文为准核对标题和文号。文号只作提示，不会自动修改。
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.model.diagnostic import Severity
from drafter.model.facts import Facts
from drafter.rules.base import Bad, Finding, Good, Rule
from drafter.rules.wording.matches import each

CODE = "F701"


def check(facts: Facts) -> Iterator[Finding]:
    """Citations whose title and number belong to different documents."""
    return each(facts, CODE)


RULE = Rule(
    code=CODE,
    name="citation-number",
    severity=Severity.WARNING,
    summary="引用文件的标题与文号应当对应",
    basis=("《党政机关公文处理工作条例》（中办发〔2012〕14号）", "所引文件原文"),
    needs=("matches",),
    check=check,
    reach="paragraph",
    examples=(
        Bad(text="落实《国务院办公厅关于推进政务新媒体健康有序发展的意见》（⟦国办发〔2018〕12号⟧）。"),
        Bad(text="落实《⟦关于规范村级印章管理的通知⟧》（国办发〔2017〕47号）。"),
        Good(text="落实《国务院办公厅关于推进政务新媒体健康有序发展的意见》（国办发〔2018〕123号）。"),
        Good(text="落实《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）。"),
        Good(text="落实《云溪县村级印章管理办法》（云政办发〔2023〕8号）。"),
    ),
)
