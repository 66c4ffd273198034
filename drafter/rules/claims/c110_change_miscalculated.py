"""“由64个精简到38个，压减26个”“比上年的92件减少15件，下降16.3%”：增减的数和幅度要与前后两个数相符。

只用正文自己写出的数算：原来的数、现在的数、增减数、增减幅，四个里有三个就能互相核对。百分比允许四舍五入。
现在的数可能指前面不止一个数时，有一个对得上就不报。改法：重新计算，或者写明是哪两个数相比。
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from drafter.model.claim import Figure, Shift
from drafter.model.diagnostic import Related, Severity
from drafter.model.facts import Facts
from drafter.rules.base import Bad, Finding, Good, Rule
from drafter.rules.claims.places import amount, before, number

_HUNDRED = Decimal(100)
_LEAST = Decimal("0.05")
_NAMES = {"up": "增加", "down": "减少"}


def check(facts: Facts) -> Iterator[Finding]:
    """Changes whose figures do not fit together."""
    for shift in facts.survey.shifts:
        if shift.before is not None and shift.before.value <= 0:
            continue
        found = _by_how_much(shift) or _which_way(shift)
        if found is not None and _of_another(facts, shift):
            continue
        if found := found or _by_what_share(shift):
            yield found


def _of_another(facts: Facts, shift: Shift) -> bool:
    """Whether what is told is the change of a figure farther ahead: 收到14件，其中自然人13件，增加5件（上年9件）."""
    if shift.before is None or shift.difference is None:
        return False
    return any(_risen(shift, f) == shift.difference.value for f in before(facts, shift.span))


def _by_how_much(shift: Shift) -> Finding | None:
    """The difference between the old and the new figure."""
    if shift.before is None or shift.difference is None or not shift.after:
        return None
    told = shift.difference.value
    if any(_risen(shift, new) == told for new in shift.after):
        return None
    new = shift.after[-1]
    right = abs(new.value - shift.before.value)
    message = f"从 {amount(shift.before.value)} 到 {amount(new.value)} 是{_moved(shift, new)}"
    return _finding(
        shift, shift.difference, f"{message}，文中写{_NAMES[shift.direction]} {amount(told)}", right, _sure(shift)
    )


def _by_what_share(shift: Shift) -> Finding | None:
    """The difference as a share of the old figure."""
    if shift.percent is None:
        return None
    pairs = list(_pairs(shift))
    tolerance = max(_LEAST, Decimal(10) ** -shift.places / 2)
    if not pairs or any(abs(d * _HUNDRED / old - shift.percent.value) <= tolerance for d, old in pairs if old):
        return None
    difference, old = pairs[0]
    if old <= 0:
        return None
    right = difference * _HUNDRED / old
    word = _NAMES[shift.direction]
    return _finding(
        shift,
        shift.percent,
        f"原来 {amount(old)}，{word} {amount(difference)}，{amount(difference)}÷{amount(old)}＝{right:.2f}%，"
        f"文中写{word} {amount(shift.percent.value)}%",
        round(right, max(shift.places, 1)),
        _sure(shift),
    )


def _pairs(shift: Shift) -> Iterator[tuple[Decimal, Decimal]]:
    """Difference and old figure, as the wording has them, the likeliest first."""
    if shift.before is not None and shift.difference is not None:
        yield shift.difference.value, shift.before.value
    elif shift.before is not None:
        yield from ((_risen(shift, new), shift.before.value) for new in reversed(shift.after))
    elif shift.difference is not None:
        sign = 1 if shift.direction == "up" else -1
        yield from (
            (shift.difference.value, new.value - sign * shift.difference.value) for new in reversed(shift.after)
        )


def _which_way(shift: Shift) -> Finding | None:
    """More where less is said, or the other way round."""
    if shift.before is None or len(shift.after) != 1 or shift.difference or shift.percent:
        return None
    if _risen(shift, shift.after[0]) >= 0:
        return None
    new = shift.after[0]
    return _finding(
        shift, new, f"从 {amount(shift.before.value)} 到 {amount(new.value)} 是{_moved(shift, new)}", None, True
    )


def _risen(shift: Shift, new: Figure) -> Decimal:
    """How much the figure moved the way that is told."""
    risen = new.value - (shift.before.value if shift.before else 0)
    return risen if shift.direction == "up" else -risen


def _moved(shift: Shift, new: Figure) -> str:
    risen = new.value - (shift.before.value if shift.before else Decimal(0))
    return f"{_NAMES['up' if risen >= 0 else 'down']} {amount(abs(risen))}"


def _sure(shift: Shift) -> bool:
    """Whether old and new figure are both told, and only one can be the new one."""
    alone = shift.difference is not None and shift.percent is not None and not shift.after
    return shift.before is not None and (len(shift.after) == 1 or alone)


def _finding(shift: Shift, wrong: Figure, message: str, right: Decimal | None, sure: bool) -> Finding:
    others = [("原来", shift.before), *(("现在", f) for f in shift.after[-1:]), ("增减", shift.difference)]
    return Finding(
        wrong.number_span,
        message,
        tuple(Related(f"{n}：{amount(f.value)}{f.unit}", f.number_span) for n, f in others if f and f is not wrong),
        expected=number(right),
        actual=number(wrong.value),
        severity=None if sure else Severity.WARNING,
    )


RULE = Rule(
    code="C110",
    name="change-miscalculated",
    severity=Severity.ERROR,
    summary="增减数和增减幅与前后两个数相符",
    basis=("国办公开办函〔2021〕30号",),
    needs=("claims",),
    check=check,
    reach="claims",
    examples=(
        Bad(sections={"overview": "三级栏目由64个精简到38个，压减⟦36⟧个。"}),
        Bad(sections={"overview": "日均查询量由3200次增至5100次，增幅⟦49.4%⟧。"}),
        Bad(sections={"overview": "编发简报77期，比上年的92期减少15期，下降⟦26.3%⟧。"}),
        Bad(sections={"overview": "新收申请5件，比2023年的4件增加1件，增长⟦35%⟧；加上结转的1件，应办理6件。"}),
        Bad(sections={"overview": "编发简报92期，较上年的77期增加15期，增长⟦16.3%⟧。"}),
        Bad(sections={"overview": "公开信息518条，比2023年的467条增加⟦61⟧条。"}),
        Bad(sections={"overview": "举办培训93次，比2023年减少22次，降幅为⟦29.1%⟧。"}),
        Bad(sections={"overview": "申请材料由4份减少到⟦6⟧份，材料页数由6页减少到4页，减少2页。"}),
        Good(
            sections={
                "overview": "三级栏目由64个精简到38个，压减26个，压减40.6%。日均查询量由3200次增至5100次，增幅59.4%。"
            }
        ),
        Good(
            sections={
                "overview": "编发简报77期，比上年的92期减少15期，下降16.3%；举办培训93次，比2023年减少22次，降幅19.1%。"
            }
        ),
        Good(sections={"overview": "公开信息518条，其中通知96条、公告43条，比2023年的467条增加51条，增长10.9%。"}),
        Good(sections={"overview": "满意度由91%提高到95%，提高4个百分点；信息由约300条增加到500条，增长60%。"}),
    ),
)
