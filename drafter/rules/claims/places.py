"""Names, places and amounts that findings about claims show."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from drafter.model.claim import Breakdown, Claim, Figure
from drafter.model.diagnostic import Related, Severity
from drafter.model.facts import Facts
from drafter.model.span import Span
from drafter.model.table import Cell
from drafter.rules.base import Finding

_GROUPS = {"refused": "不予公开", "unavailable": "无法提供", "unprocessed": "不予处理", "other": "其他处理"}
_MOST_PLACES = 8

_SENTENCE = 80
_OTHER_WORK = re.compile("热线|工单|信箱|留言|提案")
_OTHER_SCOPE = re.compile(r"最多|单个|平均|[县乡][（(][市镇]|[区市]直|其中[^，。；]{0,6}政府")


def amount(value: Decimal | None) -> str:
    """A figure as people write it."""
    return "空" if value is None else f"{value.normalize():f}" if value else "0"


def added(parts: Sequence[Figure]) -> str:
    """The parts of a sum as it is worked out on paper."""
    return "＋".join(amount(p.value) for p in parts)


def cells_of(facts: Facts, reading: Sequence[str]) -> Iterator[Cell]:
    """The cells a reading adds up, named sums taken apart; absent ones are left out."""
    for address in reading:
        cell = facts.report.cell(address)
        if cell is not None:
            yield cell
            continue
        table = facts.report.table(address.split(".", 1)[0])
        yield from (c for c in (table.cells if table else ()) if _part_of(c.address, address))


def _part_of(cell: str, named: str) -> bool:
    table, row, *rest = named.split(".")
    parts = cell.split(".")
    if parts[0] != table or parts[-1] != rest[-1]:
        return False
    if table == "review" and row == "litigation":
        return parts[1] in ("litigation_direct", "litigation_after")
    return row in _GROUPS and parts[1] == row and len(parts) > len(rest) + 2


def places(facts: Facts, claim: Claim) -> tuple[Related, ...]:
    """Every cell of the likeliest reading with its figure, and those of the other readings when there are few."""
    shown: dict[str, Related] = {}
    for reading in claim.readings[:2]:
        for cell in cells_of(facts, reading):
            if cell.value or len(reading) == 1:
                shown.setdefault(
                    cell.address, Related(f"{facts.form.name(cell.address)}：{amount(cell.value)}", cell.span)
                )
    return tuple(shown.values())[:_MOST_PLACES]


def contradictions(facts: Facts, table: str) -> Iterator[Finding]:
    """One finding for every figure of the prose that the cells of `table` contradict under every reading."""
    for claim in facts.claims:
        if claim.verdict != "contradicted" or claim.relation == "all" or not claim.cell.startswith(table + "."):
            continue
        quoted = "".join(claim.text.split())
        yield Finding(
            span=claim.number_span or claim.span,
            message=f"叙述“{quoted}”，{facts.form.sum_name(claim.readings[0])}为 {amount(claim.found)}"
            + _others(facts, claim),
            related=places(facts, claim),
            cell=claim.cell,
            expected=number(claim.found),
            actual=number(claim.value),
            severity=Severity.WARNING if claim.soft or _doubtful(facts, claim) else None,
        )


def _doubtful(facts: Facts, claim: Claim) -> bool:
    """Whether the sentence up to the figure speaks of another kind of work, of a part of the area or of one applicant,
    so that the figure may not be the table's."""
    before = facts.text[max(0, claim.span.start - _SENTENCE) : claim.span.end]
    sentence = re.split("[。\r\n]", before)[-1]
    near = re.split("[；;]", sentence)[-1] if "信息公开" in claim.text else sentence
    return _OTHER_SCOPE.search(sentence) is not None or _OTHER_WORK.search(near) is not None


def _others(facts: Facts, claim: Claim) -> str:
    """That the other readings do not fit either."""
    if len(claim.readings) < 2 or len(claim.readings[1]) > 2:
        return ""
    values = []
    for reading in claim.readings[1:2]:
        found = [c.value for c in cells_of(facts, reading)]
        if all(v is not None for v in found):
            total = sum((v for v in found if v is not None), Decimal(0))
            values.append(f"，{facts.form.sum_name(reading)}为 {amount(total)}")
    return "".join(values) + "，都不相符" if values else ""


def number(value: Decimal | None) -> int | float | None:
    """A figure for programs."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def swapped(parts: Sequence[Figure], total: Decimal) -> str:
    """Which single part, two neighbouring digits of it changed round, would make the sum equal `total`; may be empty.

    The commonest slip in copying figures, and one that hardly happens by chance in a list of some length.
    """
    short = total - sum((p.value for p in parts), Decimal(0))
    for part in parts:
        digits = f"{part.value:f}"
        for i in range(len(digits) - 1):
            other = digits[:i] + digits[i + 1] + digits[i] + digits[i + 2 :]
            if "." not in digits and other[0] != "0" and Decimal(other) - part.value == short:
                return f"。如果 {digits} 是 {other} 颠倒了数字，就正好相等"
    return ""


def before(facts: Facts, span: Span) -> Iterator[Figure]:
    """The figures of a paragraph in front of a place in it."""
    start = facts.text.rfind("\n", 0, span.start)
    return (f for f in facts.survey.figures if start < f.span.start < span.start)


def apart(facts: Facts, found: Breakdown) -> bool:
    """Whether a sentence or a semicolon ends between total and parts: 其中 may then speak of an earlier figure.

    Lists of free words were read with that in mind.
    """
    if found.kind == "label":
        return False
    between = facts.text[found.total.number_span.end : found.parts[0].number_span.start]
    return any(mark in between for mark in "。；;")


def contradicted(facts: Facts, figure: Figure) -> bool:
    """Whether a table already contradicts the figure, so that another finding about it says nothing new."""
    return any(c.verdict == "contradicted" and c.number_span == figure.number_span for c in facts.claims)
