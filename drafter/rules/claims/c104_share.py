"""百分比按正文自己给的数字重算，和四舍五入到所写位数的结果不同就报。

相差不到 0.05 个百分点，或者只是少进了一位的，只提示。

“占比”看前面的总数，“公开率”“采纳率”“整改率”这类比率看紧挨着的两个数，“占申请总量的”看表三。
分母可能是收到数、办结数、应办数或者本组各项之和，只要有一个对得上就不报；分母不止一种可能的，只警告。
改法：按所写的分子、分母重新计算，或者写明分母是什么。
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from drafter.model.claim import Share
from drafter.model.diagnostic import Related, Severity
from drafter.model.facts import Facts
from drafter.model.span import Span
from drafter.rules.base import Bad, Finding, Good, Rule
from drafter.rules.claims.places import amount, before

_LEAST = Decimal("0.05")
_HUNDRED = Decimal(100)
_HARDLY = Decimal("0.5")
_PARTED = re.compile("[。；;%％\n]|其中|百分之")


@dataclass(frozen=True, slots=True)
class _Whole:
    value: Decimal
    span: Span


def check(facts: Facts) -> Iterator[Finding]:
    """Percentages that no total in sight explains."""
    for share in facts.survey.shares:
        if share.relation not in ("eq", "ge") or share.part.relation != "eq":
            continue
        if any(w.relation != "eq" for w in share.wholes):
            continue
        named = tuple(_named(facts, share))
        unit = Decimal(10) ** -share.places
        wholes = [whole for whole in _wholes(facts, share, named) if whole]
        rights = [share.part.value * _HUNDRED / whole for whole in wholes]
        if any(_fits(share, r, unit / 2) for r in rights) or not rights or not (share.wholes or named):
            continue
        if share.relation == "eq" and _of_another(facts, share, wholes, unit / 2):
            continue
        if _of_several(facts, share, wholes, unit / 2):
            continue
        slight = any(0 < r - share.percent < unit or abs(r - share.percent) <= _LEAST for r in rights)
        yield _finding(share, named, slight=slight and share.relation == "eq")


def _finding(share: Share, named: Sequence[_Whole], *, slight: bool) -> Finding:
    told = [_Whole(w.value, w.number_span) for w in share.wholes] + list(named)
    whole = next((w for w in told if w.value >= share.part.value), told[0])
    right = share.part.value * _HUNDRED / whole.value
    return Finding(
        share.span,
        f"{amount(share.part.value)}÷{amount(whole.value)}＝{right:.2f}%，文中写 {_said(share)}",
        (
            Related(f"分子：{amount(share.part.value)}", share.part.number_span),
            Related(f"分母：{amount(whole.value)}", whole.span),
        ),
        expected=round(float(right), max(share.places, 1)),
        actual=float(share.percent),
        severity=Severity.INFO if slight else None if share.sure else Severity.WARNING,
    )


def _wholes(facts: Facts, share: Share, named: Sequence[_Whole]) -> list[Decimal]:
    """What the percentage may be a share of: what is told to be, and for one told exactly whatever is in sight."""
    told = [*(w.value for w in share.wholes), *(w.value for w in named)]
    if share.relation == "ge":
        return [w for w in told if w >= share.part.value]
    return [*told, *(b for b in (_list_sum(facts, share), _due(facts)) if b), *_in_sight(facts, share)]


def _named(facts: Facts, share: Share) -> Iterator[_Whole]:
    """The sums of cells that the words of a share name, 占申请总量的."""
    for reading in share.cells:
        cells = [facts.report.cell(a) for a in reading]
        if all(c is not None and c.value is not None for c in cells) and cells[0] is not None:
            total = sum((c.value for c in cells if c is not None and c.value is not None), Decimal(0))
            if total:
                yield _Whole(total, cells[0].span)


def _said(share: Share) -> str:
    """The percentage as people read it; one told in words with its words."""
    plain = f"{amount(round(share.percent, max(share.places, 1)))}%"
    return plain if share.relation == "eq" else f"{plain} 以上"


def _fits(share: Share, right: Decimal, tolerance: Decimal) -> bool:
    """Whether a share is what is said; 六成以上 is that and more, or hardly less."""
    if share.relation == "ge":
        return right >= share.percent - _HARDLY
    return abs(right - share.percent) <= tolerance


def _of_another(facts: Facts, share: Share, wholes: Sequence[Decimal], tolerance: Decimal) -> bool:
    """Whether the percentage is another figure's: 分别占86.1%、10.9%、3% deals them out, 27件……是主要原因，占81.8%."""
    parts = [f.value for f in before(facts, share.span) if f.unit == share.part.unit]
    return any(_fits(share, part * _HUNDRED / whole, tolerance) for part in parts for whole in wholes if part < whole)


def _of_several(facts: Facts, share: Share, wholes: Sequence[Decimal], tolerance: Decimal) -> bool:
    """Whether the percentage is the part's and those right before it together: 公开26件、部分公开11件，占57.8%."""
    total = share.part.value
    beside = [f for f in before(facts, share.span) if f.number_span.start < share.part.number_span.start]
    end = share.part.span.start
    for figure in reversed(beside):
        between = facts.text[figure.number_span.end : end]
        if figure.unit != share.part.unit or figure.relation != "eq" or _PARTED.search(between):
            return False
        total += figure.value
        end = figure.span.start
        if any(total <= whole and _fits(share, total * _HUNDRED / whole, tolerance) for whole in wholes):
            return True
    return False


def _in_sight(facts: Facts, share: Share) -> Iterator[Decimal]:
    """Every figure of the paragraph before the percentage that counts the same, and what table three has in all."""
    for figure in before(facts, share.span):
        if figure.number_span != share.part.number_span and figure.unit == share.part.unit and figure.value:
            yield figure.value
    for row in ("new", "total"):
        cell = facts.report.cell(f"requests.{row}.total")
        if cell is not None and cell.value and share.part.unit == "件":
            yield cell.value


def _list_sum(facts: Facts, share: Share) -> Decimal | None:
    """The sum of the list the part stands in."""
    for found in facts.survey.breakdowns:
        if share.part in found.parts:
            return sum((p.value for p in found.parts), Decimal(0))
    return None


def _due(facts: Facts) -> Decimal | None:
    """All applications that were to be dealt with, by table three."""
    cells = [facts.report.cell(f"requests.{row}.total") for row in ("new", "carried_in")]
    values = [c.value for c in cells if c is not None and c.value is not None]
    return sum(values, Decimal(0)) if len(values) == len(cells) else None


RULE = Rule(
    code="C104",
    name="share-miscalculated",
    severity=Severity.ERROR,
    summary="百分比与所写的分子、分母相符",
    basis=("国办公开办函〔2021〕30号",),
    needs=("claims",),
    check=check,
    reach="claims",
    examples=(
        Bad(
            sections={"overview": "2024年新收政府信息公开申请5件，其中自然人4件，⟦占85%⟧；法人或其他组织1件，占20%。"},
        ),
        Bad(sections={"overview": "办结政府信息公开申请5件，其中予以公开3件，⟦占62.5%⟧。"}),
        Bad(sections={"overview": "全年印发文件203件，公开116件，⟦公开率75.1%⟧。"}),
        Bad(sections={"overview": "抽检食品3120批次，其中不合格62批次，⟦不合格率为2.99%⟧。"}),
        Bad(sections={"overview": "收录文件1,865件，标注废止、失效文件412件，⟦占比32.1%⟧。"}),
        Bad(sections={"overview": "职业索赔人提出的申请达到3件，⟦占申请总量的40%⟧。"}),
        Bad(sections={"overview": "办结政府信息公开申请5件，其中予以公开2件，⟦占办结总数的六成以上⟧。"}),
        Good(
            sections={
                "overview": "办结政府信息公开申请5件，其中予以公开3件，占办结总数的六成以上，部分公开1件，占五分之一。"
            }
        ),
        Good(sections={"overview": "收到信件90件，其中县直部门40件，县政府办公室8件，占县直部门的20%。"}),
        Good(
            sections={"overview": "印发文件203件，公开116件，公开率57.1%。抽检3120批次，不合格62批次，不合格率1.99%。"}
        ),
        Good(sections={"overview": "发放问卷300份，收回280份，满意率97.1%。办理建议12件，办结12件，按期办结率95%。"}),
        Good(sections={"overview": "2024年新收政府信息公开申请5件，其中自然人4件，占80%；法人或其他组织1件，占20%。"}),
        Good(sections={"overview": "办结申请5件，其中予以公开3件、部分公开1件，占80%；无法提供1件，占20%。"}),
        Good(sections={"overview": "征集意见60条，网站25条，公众号12条，信函8条，占75%。"}),
        Good(sections={"overview": "办结政府信息公开申请6件，其中予以公开1件，占16.67%；部分公开1件，占17%。"}),
    ),
)
