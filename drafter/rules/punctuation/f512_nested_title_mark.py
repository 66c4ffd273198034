"""书名号里面还要用书名号时，里面用单书名号〈〉：《关于印发〈办法〉的通知》。

里面用半角尖括号 <> 的，改为〈〉。全文只报一处，修改时一并改完。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.model.diagnostic import Severity
from drafter.model.facts import Facts
from drafter.model.span import Span
from drafter.rules.base import Bad, Finding, Good, Rule
from drafter.rules.punctuation.marks import MARKS_STANDARD, Slip, together

_OUTER = re.compile(r"《[^《》\n]{2,40}[<＜《][^<>＜＞《》\n]{2,60}[>＞》][^《》\n]{0,20}》")
_INNER = re.compile(r"[<＜《]([^<>＜＞《》\n]{2,60})[>＞》]")


def check(facts: Facts) -> Iterator[Finding]:
    """One finding for all inner title marks."""
    return together(_slips(facts), "书名号里面应当用单书名号〈〉，全文共{n}处", "改为单书名号〈〉")


def _slips(facts: Facts) -> Iterator[Slip]:
    for outer in re.finditer(_OUTER, facts.text):
        if not any(s.span.start <= outer.start() < s.span.end for s in facts.sentences):
            continue
        inner = _INNER.search(facts.text, outer.start() + 1, outer.end() - 1)
        if inner:
            yield Slip(Span(inner.start(), inner.end()), f"〈{inner[1]}〉")


RULE = Rule(
    code="F512",
    name="nested-title-mark",
    severity=Severity.WARNING,
    summary="书名号里面用单书名号",
    basis=(MARKS_STANDARD,),
    needs=("sentences",),
    check=check,
    reach="paragraph",
    sign=re.compile("《(?=[^》]*[<＜《])"),
    examples=(
        Bad(text="根据《关于印发⟦<印章管理办法>⟧的通知》要求办理。"),
        Bad(text="根据《关于印发⟦《印章管理办法》⟧的通知》要求办理。"),
        Good(text="根据《关于印发〈印章管理办法〉的通知》要求办理，学习《条例》《办法》。"),
    ),
)
