"""国办公开办函〔2019〕60号（年度报告格式试行）只用于 2019、2020 年度；2021 年度起依据国办公开办函〔2021〕30号。

还引 60 号，多半是沿用旧稿的前言。改法：换成 30 号及其名称；文号只作提示，不会自动修改。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.model.diagnostic import Edit, Fix, Safety, Severity
from drafter.model.facts import Facts
from drafter.rules.base import Bad, Finding, Good, Rule
from drafter.rules.form.basis import FORM_2021

_OLD = re.compile(r"国[一-龥]{2,10}[〔\[【（(［]2019[〕\]】）)］]第?60号")
_NEW = re.compile(r"[〔\[【（(［]2021[〕\]】）)］]第?30号")


def check(facts: Facts) -> Iterator[Finding]:
    """The older circular as a basis; an info where the one in force stands beside it."""
    views = facts.prose.views
    both = any(_NEW.search(view.text) for view in views)
    for view in views:
        for found in _OLD.finditer(view.text):
            span = view.span(*found.span())
            message = f"“{found.group()}”是 2019 年的试行格式，已由{FORM_2021}取代"
            fix = Fix(f"换成“{FORM_2021}”，标题一并核对", (Edit(span, FORM_2021),), Safety.DISPLAY)
            severity = Severity.INFO if both else None
            yield Finding(span, message, expected=FORM_2021, actual=found.group(), fix=fix, severity=severity)


RULE = Rule(
    code="F402",
    name="replaced-circular",
    severity=Severity.WARNING,
    summary="2021 年度起不再引 2019 年试行格式",
    basis=(FORM_2021,),
    needs=("sections",),
    check=check,
    examples=(
        Bad(preamble="根据⟦国办公开办函〔2019〕60号⟧文件编制本报告。统计期限为2024年1月1日至12月31日。"),
        Good(),
    ),
    first_year=2021,
)
