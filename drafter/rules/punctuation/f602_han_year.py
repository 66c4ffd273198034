"""用汉字写年份时，“0”写作“〇”：二〇二四年，不写“零”、字母“O”。一般用阿拉伯数字：2024年。"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.model.diagnostic import Safety, Severity
from drafter.model.facts import Facts
from drafter.rules.base import Bad, Finding, Good, Rule
from drafter.rules.punctuation.marks import FIGURES_STANDARD, one_by_one, slips

_PATTERN = re.compile(
    r"[一二][零oO0Ｏ〇九八][零oO0Ｏ〇一二三四五六七八九][一二三四五六七八九零oO0Ｏ〇]年(?<![一二]〇[〇一二三四五六七八九][〇一二三四五六七八九]年)(?<!一九[〇一二三四五六七八九][〇一二三四五六七八九]年)(?<!一八[〇一二三四五六七八九][〇一二三四五六七八九]年)"
)


def check(facts: Facts) -> Iterator[Finding]:
    """A finding for every place."""
    return one_by_one(
        facts, slips(facts, _PATTERN, None), "年份“{wrong}”里的“0”应写作“〇”，或改用阿拉伯数字", Safety.DISPLAY
    )


RULE = Rule(
    code="F602",
    name="han-year",
    severity=Severity.WARNING,
    summary="汉字年份的写法",
    basis=(FIGURES_STANDARD,),
    needs=("sentences",),
    check=check,
    reach="paragraph",
    sign=re.compile("[一二](?=[零oO0Ｏ〇九八])"),
    examples=(
        Bad(text="⟦二零二四年⟧公开信息80条。"),
        Bad(text="⟦二O二四年⟧公开信息80条。"),
        Good(text="二〇二四年公开信息80条，一九九八年建站。"),
    ),
)
