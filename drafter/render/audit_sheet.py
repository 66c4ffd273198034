"""A batch of reports as a workbook: the table, every finding, the comparison."""

from __future__ import annotations

import io
from typing import Any

from drafter.model.audit import Audit
from drafter.model.problem import Problem
from drafter.render.audit import HEADS, diagnostics_of, findings, rows_of
from drafter.render.json import number

_LEVELS = {"error": "错误", "warning": "警告", "info": "提示"}
_FORMULA = ("=", "+", "-", "@")
_UNHELD = dict.fromkeys({*range(32)} - {9, 10, 13}, "\ufffd")


def render_xlsx(audit: Audit) -> bytes:
    """An .xlsx. Raises Problem when openpyxl is not installed."""
    try:
        from openpyxl import Workbook
    except ImportError as error:
        raise Problem("missing_extra", "xlsx 输出需要 openpyxl：请安装 drafter[xlsx]") from error
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "总表"
    _write(sheet, ["文件", *HEADS, *(name for _, name in audit.figures), "未能检查的原因"])
    for row in rows_of(audit):
        counts = [row.errors, row.warnings, row.contradicted, row.unread]
        _write(sheet, [row.name, row.agency, row.year, *counts, *(number(v) for v in row.figures), row.failure])
    listing = book.create_sheet("问题清单")
    _write(listing, ["文件", "行", "级别", "代码", "说明"])
    for outcome in audit.outcomes:
        for name, line, level, code, message in diagnostics_of(outcome):
            _write(listing, [name, line, _LEVELS[level], code, message])
    compared = book.create_sheet("互相比对")
    for text in findings(audit):
        _write(compared, [text.strip()])
    for each in book.worksheets:
        _dress(each)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _write(sheet: Any, values: list[Any]) -> None:
    """A row; text that a spreadsheet would take for a formula stays text, and characters it cannot hold become �."""
    sheet.append([v.translate(_UNHELD) if isinstance(v, str) else v for v in values])
    for cell in sheet[sheet.max_row]:
        if isinstance(cell.value, str) and cell.value.startswith(_FORMULA):
            cell.data_type = "s"


def _dress(sheet: Any) -> None:
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    if sheet.title != "互相比对":
        sheet.freeze_panes = "B2"
        for cell in sheet[1]:
            cell.font = Font(bold=True)
    for column in range(1, sheet.max_column + 1):
        longest = max((len(str(c.value or "")) for (c,) in sheet.iter_rows(min_col=column, max_col=column)), default=0)
        sheet.column_dimensions[get_column_letter(column)].width = min(max(longest * 2, 8), 80)
