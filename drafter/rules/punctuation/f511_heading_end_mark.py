"""小标题独占一行时，末尾不用冒号。正文接在小标题后面的（“（一）主动公开：全年……”）、引出下文列举的（“具备下列条件：”）不算。"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.model.diagnostic import Severity
from drafter.model.facts import Facts
from drafter.model.span import Span
from drafter.rules.base import Bad, Finding, Good, Rule
from drafter.rules.punctuation.marks import MARKS_STANDARD, Slip, search, together

_PATTERN = re.compile(
    r"^[ \t\u3000]*(?:[一二三四五六七八九十]{1,3}、|[(（][一二三四五六七八九十]{1,3}[)）])"
    r"[^，。；：:\n\r]{0,16}(?:公开|管理|建设|保障|问题|不足|措施|情况|工作|打算|机制|方面|事项)"
    r"([：:])(?=[ \t\u3000]*$)",
    re.MULTILINE,
)
_OPENS_LIST = re.compile(r"[下以]列|如下|以下|包括|分为|其中|分别")


def check(facts: Facts) -> Iterator[Finding]:
    """One finding for all headings that end in a mark."""
    found = [Slip(Span(*m.span(1)), "") for m in search(facts, _PATTERN) if not _OPENS_LIST.search(m.group())]
    return together(found, "小标题独占一行，末尾不用标点，全文共{n}处", "删去小标题末尾的标点")


RULE = Rule(
    code="F511",
    name="heading-end-mark",
    severity=Severity.INFO,
    summary="独立成行的小标题末尾不用标点",
    basis=(MARKS_STANDARD,),
    needs=("sentences",),
    check=check,
    reach="paragraph",
    examples=(
        Bad(text="（一）主动公开⟦：⟧\n全年公开信息80条。\n（二）依申请公开：\n全年受理申请3件。"),
        Good(text="（一）主动公开：全年公开信息80条。\n（二）依申请公开\n全年受理申请3件。"),
        Good(text="（三）下列情况：\n1.重复申请；\n2.信访事项。"),
    ),
)
