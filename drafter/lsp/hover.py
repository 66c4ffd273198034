"""What is known about the words under the cursor."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.lsp.desk import Checked
from drafter.model.balance import Balance, balances
from drafter.model.claim import Claim
from drafter.model.diagnostic import Diagnostic
from drafter.model.form import Form
from drafter.model.result import Result
from drafter.model.span import Span
from drafter.model.table import Cell
from drafter.render.summary import LEVEL_NAMES
from drafter.render.text import fix_line
from drafter.rules.registry import all_rules, rule_page

_VERDICTS = {"holds": "与表格一致", "contradicted": "与表格矛盾", "unchecked": "没有核对"}


def hover(checked: Checked, offset: int) -> tuple[Span, str] | None:
    """Markdown about the finding, claim or table cell at an offset, and the span it is about; None where there is
    nothing to say."""
    result = checked.outcome
    if not isinstance(result, Result):
        return None
    parts = [(d.span, finding_text(d)) for d in result.diagnostics if _at(d.span, offset)]
    parts += [(c.span, claim_text(c, checked.form)) for c in result.claims if _at(c.span, offset)]
    parts += [(c.span, text) for c, text in _cells(result, checked.form, offset)]
    if not parts:
        return None
    smallest = min((span for span, _ in parts), key=len)
    return smallest, "\n\n---\n\n".join(text for _, text in parts)


def _at(span: Span, offset: int) -> bool:
    return span.start <= offset < max(span.end, span.start + 1)


def finding_text(d: Diagnostic) -> str:
    """A finding with its rule's explanation and basis."""
    page = next((rule_page(r) for r in all_rules() if r.code == d.code), "")
    lines = [f"**{d.code} {LEVEL_NAMES[d.severity]}**：{d.message}", page]
    if d.fix is not None:
        lines.append(f"改法：{fix_line(d.fix)}")
    if d.basis:
        lines.append(f"依据：{'；'.join(d.basis)}")
    return "\n\n".join(line for line in lines if line)


def claim_text(claim: Claim, form: Form | None) -> str:
    """A claim with the cell it speaks of and how they compare."""
    lines = [f"**叙述**：{' '.join(claim.text.split())}（{_VERDICTS[claim.verdict]}）"]
    if claim.cell:
        name = form.sum_name(claim.cell.split("+")) if form else claim.cell
        lines.append(f"所指：{name}" + (f"，表中为 {claim.found}" if claim.found is not None else ""))
    if claim.why:
        lines.append(f"原因：{claim.why}")
    return "\n\n".join(lines)


def _cells(result: Result, form: Form | None, offset: int) -> Iterator[tuple[Cell, str]]:
    if result.report is None or form is None:
        return
    for table in result.report.tables:
        cell = next((c for c in table.cells if _at(c.span, offset)), None)
        if cell is not None:
            used = [b for b in balances(table, form.identities) if cell in (*b.left_cells, *b.right_cells)]
            yield cell, "\n\n".join([f"**{form.name(cell.address)}**（`{cell.address}`）", *_equations(used, form)])


def _equations(used: list[Balance], form: Form) -> Iterator[str]:
    for balance in used:
        left, right = (_side(cells) for cells in (balance.left_cells, balance.right_cells))
        sign = "≥" if balance.identity.relation == "ge" else "＝"
        verdict = balance.unknown or ("成立" if balance.holds else f"不成立：{balance.left} 与 {balance.right}")
        names = "、".join(form.name(c.address) for c in balance.left_cells)
        yield f"{names}：{left} {sign} {right}（{verdict}）"


def _side(cells: tuple[Cell, ...]) -> str:
    return " + ".join("空白" if c.value is None else str(c.value) for c in cells)
