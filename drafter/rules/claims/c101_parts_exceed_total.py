"""“其中”各分项加起来不能比总数还大。

不管数的是什么（信息、公文、培训、工单……）。“包括”“分为”和括号也像“其中”一样开始一列分项；“其中”写在句首的，总数在上一句里找。
总数带“余”“多”“约”的不报。处理结果是对办结数说的：写在“收到”之后、又有上年结转的，可能本来就会多出来，只提示；
同一条信息可能在网站、公众号各发一次，这类分项也只提示。
改法：核对总数和各分项，或者把不属于这一总数的项目移出“其中”。
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from drafter.model.claim import Breakdown
from drafter.model.diagnostic import Related, Severity
from drafter.model.facts import Facts
from drafter.rules.base import Bad, Finding, Good, Rule
from drafter.rules.claims.places import added, amount, apart, before, number, swapped


def check(facts: Facts) -> Iterator[Finding]:
    """Lists of parts whose sum is over their total."""
    for found in facts.survey.breakdowns:
        total = sum((p.value for p in found.parts), Decimal(0))
        if found.total.relation not in ("eq", "le") or total <= found.total.value or apart(facts, found):
            continue
        if _of_another(facts, found, total) or _with_carried(facts, found, total) or _nested(facts, found):
            continue
        yield Finding(
            found.total.number_span,
            f"“{found.total.label}”{amount(found.total.value)}{found.total.unit}，分项 "
            f"{added(found.parts)}＝{amount(total)}，比总数多 {amount(total - found.total.value)}"
            + swapped(found.parts, found.total.value),
            tuple(Related(f"{p.label}：{amount(p.value)}", p.number_span) for p in found.parts),
            found.total.cell,
            expected=number(total),
            actual=number(found.total.value),
            severity=_severity(found),
        )


def _nested(facts: Facts, found: Breakdown) -> bool:
    """Whether a part has parts of its own among the others: 不予公开42件，其中案卷28件，其中征收类17件."""
    return any(
        after.value <= before.value and "其中" in facts.text[before.number_span.end : after.number_span.start]
        for before, after in pairwise(found.parts)
    )


def _of_another(facts: Facts, found: Breakdown, total: Decimal) -> bool:
    """Whether the parts are those of an earlier figure of the paragraph, which they make up, or which is large enough
    where they stand in a sentence of their own: 收到314件，市局118件、分局196件。其中自然人297件、法人17件."""
    earlier = [f.value for f in before(facts, found.total.span) if f.unit == found.total.unit]
    between = facts.text[found.total.number_span.end : found.parts[0].number_span.start]
    return total in earlier or ("。" in between and max(earlier, default=total - 1) >= total)


def _with_carried(facts: Facts, found: Breakdown, total: Decimal) -> bool:
    """Whether the outcomes are those of what came in and of what was carried in, as the prose before them has it:
    上年结转1件，新收2件，全部办结，其中2件予以公开，1件无法提供."""
    if not _received(found):
        return False
    carried = (f for f in before(facts, found.parts[0].span) if ".carried_in." in f.cell)
    return any(total <= found.total.value + f.value for f in carried)


def _received(found: Breakdown) -> bool:
    return found.kind == "outcome" and ".new." in found.total.cell


def _severity(found: Breakdown) -> Severity | None:
    return Severity.WARNING if _received(found) or not found.marked or not found.sure else None


RULE = Rule(
    code="C101",
    name="parts-exceed-total",
    severity=Severity.ERROR,
    summary="“其中”各分项之和不大于总数",
    basis=("国办公开办函〔2021〕30号",),
    needs=("claims",),
    check=check,
    reach="claims",
    examples=(
        Bad(sections={"overview": "全年公开信息⟦21⟧条，其中政策文件14条、财政信息5条、其他信息4条。"}),
        Bad(sections={"overview": "全年公开信息⟦42⟧条（政策文件30条，财政信息15条）。"}),
        Bad(
            sections={
                "overview": "新收政府信息公开申请5件，其中自然人4件、法人或其他组织1件。"
                "政策解读⟦12⟧篇，其中文字8篇、图解5篇。"
            }
        ),
        Bad(sections={"overview": "全年公开党务政务信息⟦203⟧条，包括党务公开41条、政务公开172条。"}),
        Bad(
            sections={
                "overview": "全年主动公开信息⟦87⟧条，比上年减少5条。其中，概况信息6条、政务动态68条、通知公告24条。"
            }
        ),
        Good(sections={"overview": "全年收到咨询314件，机关118件，分局196件。其中，电话咨询297件、当面咨询17件。"}),
        Good(sections={"overview": "全年收到咨询314件。机关118件，分局196件。其中，电话咨询297件，来访的另行登记。"}),
        Good(sections={"overview": "全年公开信息42条，其中案卷28条，其中征收类17条。"}),
        Good(sections={"overview": "全年公开信息23条，其中政策文件14条、财政信息5条、其他信息4条。"}),
        Good(sections={"overview": "全年公开信息60条，其中网站公开60条、公众号公开25条。"}),
        Good(sections={"overview": "召开会议5次，公开信息60条，其中政策文件36条、财政信息24条，编发简报40条。"}),
        Good(sections={"overview": "全年办结申请9件，结转下年度1件。其中，予以公开6件、无法提供3件。"}),
        Good(sections={"overview": "上年结转1件，新收5件，全部办结，其中4件予以公开，2件经补正后仍不明确，无法提供。"}),
        Good(sections={"overview": "全年公开信息20余条，其中政策文件14条、财政信息8条。"}),
        Good(sections={"overview": "全年公开信息20条，其中政策文件14条，举办培训30次，回应留言50条。"}),
        Good(sections={"overview": "新收政府信息公开申请5件，其中自然人4件、法人或其他组织1件，予以公开3件。"}),
    ),
)
