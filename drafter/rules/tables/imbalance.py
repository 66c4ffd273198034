"""Findings for equations that do not hold: both sums, the figures that went in, and the likeliest slip."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from drafter.model.balance import Balance
from drafter.model.diagnostic import Edit, Fix, Related, Safety, Severity
from drafter.model.facts import Facts
from drafter.model.table import Cell
from drafter.rules.base import Finding
from drafter.rules.tables.repair import Repair, likeliest_repair

_MOST_PARTS = 7


def imbalances(facts: Facts, kind: str, code: str) -> Iterator[Finding]:
    """One finding for every failing equation of `kind`'s table that rule `code` reports."""
    tried = facts.balances.of(kind)
    if all(b.holds or b.unknown for b in tried):
        return
    repair = likeliest_repair(tried)
    for balance in tried:
        if balance.identity.code == code and not balance.holds and not balance.unknown:
            yield _finding(facts, balance, repair)


def amount(value: Decimal) -> str:
    """A figure as people write it."""
    return f"{value.normalize():f}" if value else "0"


def short_name(facts: Facts, cell: Cell, *, by_column: bool) -> str:
    """The name of a cell's column, or of its row."""
    name = facts.form.name(cell.address).split("“", 1)[-1].split("”", 1)[0]
    row, _, column = name.rpartition("·")
    return column if by_column else row


def _finding(facts: Facts, balance: Balance, repair: Repair | None) -> Finding:
    used = (*balance.left_cells, *balance.right_cells)
    by_column = len({c.address.rsplit(".", 1)[0] for c in used}) == 1
    unit = "组" if balance.identity.table == "review" else "行" if by_column else "列"
    where = f"“{balance.identity.scope}”一{unit}"
    left, right = _side(facts, balance.left_cells, by_column), _side(facts, balance.right_cells, by_column)
    message = f"{where}：{left}，不等于{right}，相差 {amount(abs(balance.left - balance.right))}"
    involved = repair if repair and {a for a, _ in repair.values} & {c.address for c in used} else None
    hint = _repair_hint(facts, involved) if involved else _guess(facts, balance, by_column)
    return Finding(
        balance.left_cells[0].span,
        f"{message}。{hint}" if hint else message,
        tuple(_related(facts, balance, involved)),
        balance.left_cells[0].address,
        float(balance.right) if balance.right % 1 else int(balance.right),
        float(balance.left) if balance.left % 1 else int(balance.left),
        fix=_display(facts, involved) if involved else None,
        severity=_severity(balance),
    )


def _severity(balance: Balance) -> Severity | None:
    """A blank cell may stand for what is missing; only a sum that is too great already is wrong for certain."""
    blank_left = any(c.value is None for c in balance.left_cells)
    if balance.blanks and (blank_left or balance.left > balance.right or len(balance.left_cells) > 1):
        return Severity.WARNING
    return None


def _side(facts: Facts, cells: tuple[Cell, ...], by_column: bool) -> str:
    """A sum written out; zeros are left out of long ones."""
    shown = [c for c in cells if c.value or len(cells) <= 2]
    total = amount(sum((c.value for c in cells if c.value is not None), Decimal(0)))
    parts = [f"{short_name(facts, c, by_column=by_column)} {_written(c)}" for c in shown]
    if len(shown) < 2:
        return (parts[0] if parts else "各项之和 0") + ("（其余为 0）" if parts and len(cells) > 1 else "")
    return f"{'＋'.join(parts[:_MOST_PARTS])}{'＋…' if len(parts) > _MOST_PARTS else ''}＝{total}"


def _written(cell: Cell) -> str:
    return amount(cell.value) if cell.value is not None else "空白"


def _related(facts: Facts, balance: Balance, repair: Repair | None) -> Iterator[Related]:
    wrong = {a for a, _ in repair.values} if repair else set()
    others = [*balance.left_cells[1:], *balance.right_cells]
    shown = [c for c in others if c.value or c.address in wrong] or others[:1]
    for cell in shown[: _MOST_PARTS + 1]:
        mark = "（可能错在这里）" if cell.address in wrong else ""
        yield Related(f"{facts.form.name(cell.address)}为 {_written(cell)}{mark}", cell.span)


def _repair_hint(facts: Facts, repair: Repair) -> str:
    if repair.swap:
        first, second = (facts.form.name(a) for a, _ in repair.values)
        return f"{first}和{second}可能填反了：对调后 {repair.mends} 处等式都成立"
    address, value = repair.values[0]
    cell = facts.report.cell(address)
    now = _written(cell) if cell else "空白"
    hint = f"{facts.form.name(address)}现为 {now}，如为 {amount(value)}，{repair.mends} 处等式都成立"
    return f"{hint}；两数数字相同、次序不同，可能敲颠倒了" if _transposed(now, amount(value)) else hint


def _display(facts: Facts, repair: Repair) -> Fix | None:
    cells = [(facts.report.cell(address), value) for address, value in repair.values]
    edits = tuple(Edit(c.span, amount(v)) for c, v in cells if c is not None)
    return Fix("核对原始台账，确有笔误的照此改", edits, Safety.DISPLAY)


def _guess(facts: Facts, balance: Balance, by_column: bool) -> str:
    """A likely slip where no single change mends several equations."""
    left, right = balance.left, balance.right
    values = {c.address.rsplit(".", 1)[0]: c.value or Decimal(0) for c in (*balance.left_cells, *balance.right_cells)}
    if balance.identity.code == "T301":
        return _carried(values)
    if not left:
        return "总计可能忘了填"
    if _transposed(amount(left), amount(right)):
        return "两数数字相同、次序不同，可能敲颠倒了"
    same = [c for c in balance.right_cells if c.value and c.value == right - left]
    if len(same) == 1:
        return f"差额正好是“{short_name(facts, same[0], by_column=by_column)}”的数，合计时可能漏加了它"
    return ""


def _carried(values: dict[str, Decimal]) -> str:
    new, carried_in = values.get("requests.new", Decimal(0)), values.get("requests.carried_in", Decimal(0))
    total, carried_out = values.get("requests.total", Decimal(0)), values.get("requests.carried_out", Decimal(0))
    if total == new and total and carried_in != carried_out:
        return "办理结果总计与本年新收相同，可能漏计了上年结转或结转下年度的件数"
    if not total and not carried_out:
        return "有申请，却没有填办理结果和结转下年度"
    if carried_out > new + carried_in:
        return "结转下年度的件数多于全部应办件数"
    return ""


def _transposed(first: str, second: str) -> bool:
    return len(first) > 1 and first != second and sorted(first) == sorted(second)
