"""并列的最后一项前面用了“和”“以及”，就不再用顿号：“网站、公众号和公开栏”。"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.model.diagnostic import Safety, Severity
from drafter.model.facts import Facts
from drafter.rules.base import Bad, Finding, Good, Rule
from drafter.rules.punctuation.marks import HAN, MARKS_STANDARD, slips, together

_PATTERN = re.compile(rf"、(?=(?:以及|和(?![解平谐睦善美])|与(?=[{HAN}]{{2,8}}等)))")


def check(facts: Facts) -> Iterator[Finding]:
    """One finding for all places."""
    return together(slips(facts, _PATTERN, r""), "“和”“以及”前面不用顿号，全文共{n}处", "删去顿号", Safety.UNSAFE)


RULE = Rule(
    code="F518",
    name="comma-before-and",
    severity=Severity.INFO,
    summary="“和、以及”前面不用顿号",
    basis=(MARKS_STANDARD,),
    needs=("sentences",),
    check=check,
    reach="paragraph",
    sign=re.compile("、(?=以及|和|与)"),
    examples=(
        Bad(text="通过网站、公众号⟦、⟧和公开栏发布。"),
        Good(text="通过网站、公众号和公开栏发布，依法办理重整、和解案件。"),
    ),
)
