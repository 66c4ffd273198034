"""并列的书名号之间、并列的引号之间不用顿号：《甲》《乙》，“甲”“乙”。

书名号后面带括注的（《甲》（国办发〔2020〕1号）、《乙》）可以用顿号，不报。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.model.diagnostic import Severity
from drafter.model.facts import Facts
from drafter.rules.base import Bad, Finding, Good, Rule
from drafter.rules.punctuation.marks import MARKS_STANDARD, slips, together

_PATTERN = re.compile(r"、(?:(?<=》、)(?=《)|(?<=”、)(?=“))")


def check(facts: Facts) -> Iterator[Finding]:
    """One finding for all enumeration commas between titles or quotations."""
    message = "并列的书名号、引号之间不用顿号，全文共{n}处，请删去"
    text = facts.lined
    found = [s for s in slips(facts, _PATTERN, "") if not _mixed(text, s.span.start)]
    return together(found, message, "删去书名号、引号之间的顿号")


def _mixed(text: str, at: int) -> bool:
    """Whether the row also has members without marks, or with a note, so that the commas are needed."""
    before = re.split(r"[。；，\n]", text[max(0, at - 60) : at])[-1]
    after = re.split(r"[。；，\n]", text[at : at + 60])[0]
    return re.search(r"[^》”]、|、[^《“]", before + after) is not None


RULE = Rule(
    code="F503",
    name="comma-between-titles",
    severity=Severity.WARNING,
    summary="并列的书名号、引号之间不用顿号",
    basis=(MARKS_STANDARD,),
    needs=("sentences",),
    check=check,
    reach="paragraph",
    sign=re.compile("、(?=[《“])"),
    examples=(
        Bad(text="认真学习《条例》⟦、⟧《办法》。"),
        Bad(text="落实“三审三校”⟦、⟧“先审后发”制度。"),
        Good(text="认真学习《条例》《办法》，落实“三审三校”“先审后发”制度。"),
        Good(text="落实《办法》（云政发〔2023〕8号）、《条例》。"),
    ),
)
