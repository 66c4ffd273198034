"""The blank table form as a workbook: one sheet a table, the sums as formulas."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from drafter.compose.layout import Layout, Place, layout_of
from drafter.compose.sheet import number_or_blank
from drafter.model.form import Form
from drafter.model.problem import Problem
from drafter.model.report import TABLE_KINDS

_SUMS = ("T302", "T303", "T401")
_BALANCE = "T301"
_WIDTH = {"disclosure": 6.0, "requests": 3.4, "review": 9.0}


def blank_tables(form: Form, cells: Mapping[str, Decimal | None] | None = None) -> bytes:
    """An .xlsx with the three tables as printed; `cells` fills in figures that are no sums.

    Raises Problem when openpyxl is not installed.
    """
    try:
        from openpyxl import Workbook
    except ImportError as error:
        raise Problem("missing_extra", "读写 xlsx 需要 openpyxl：请安装 drafter[xlsx]") from error
    book = Workbook()
    book.remove(book.worksheets[0])
    for kind in TABLE_KINDS:
        layout = layout_of(form, kind)
        sheet = book.create_sheet(form.table(kind).name)
        _fill(sheet, layout, form, cells or {})
        if kind == "requests":
            _watch_balance(sheet, layout, form)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def formulas_of(layout: Layout, form: Form) -> dict[str, str]:
    """The sum formulas of a table by cell address; a column's sum wins over a row's."""
    where = {p.address: _name(p) for p in layout.places if p.address}
    found: dict[str, str] = {}
    for identity in form.identities:
        if identity.table == layout.kind and identity.code in _SUMS and len(identity.left) == 1:
            terms = ",".join(_ranges([where[a] for a in identity.right]))
            found.setdefault(identity.left[0], f"=SUM({terms})")
    return found


def _fill(sheet: Any, layout: Layout, form: Form, cells: Mapping[str, Decimal | None]) -> None:
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
    from openpyxl.utils import get_column_letter

    side = Side(style="thin")
    formulas = formulas_of(layout, form)
    for row in sheet.iter_rows(1, layout.height, 1, len(layout.widths)):
        for cell in row:
            cell.border = Border(side, side, side, side)
    for place in layout.places:
        cell = sheet.cell(place.row + 1, place.column + 1)
        left = place.style == "row"
        cell.alignment = Alignment("left" if left else "center", "center", wrap_text=True)
        cell.font = Font(name="宋体", size=11, bold=place.style in ("head", "item"))
        if place.address:
            cell.value = formulas.get(place.address) or number_or_blank(cells.get(place.address))
            cell.fill = PatternFill("solid", fgColor="EDEDED" if place.address in formulas else "FFFFFF")
        else:
            cell.value = place.text
        if place.rows > 1 or place.columns > 1:
            sheet.merge_cells(
                start_row=place.row + 1,
                start_column=place.column + 1,
                end_row=place.row + place.rows,
                end_column=place.column + place.columns,
            )
    for i, width in enumerate(layout.widths, 1):
        sheet.column_dimensions[get_column_letter(i)].width = width * _WIDTH[layout.kind]
    sheet.page_setup.orientation = "landscape" if layout.kind == "review" else "portrait"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    _allow_numbers_only(sheet, layout, formulas)


def _allow_numbers_only(sheet: Any, layout: Layout, formulas: Mapping[str, str]) -> None:
    from openpyxl.worksheet.datavalidation import DataValidation

    whole = DataValidation("whole", operator="greaterThanOrEqual", formula1="0", allow_blank=True)
    amount = DataValidation("decimal", operator="greaterThanOrEqual", formula1="0", allow_blank=True)
    whole.error, amount.error = "请填 0 或正整数；没有就填 0", "请填 0 或正数，单位为万元"
    for validation in (whole, amount):
        validation.errorTitle = "填写有误"
    for place in layout.places:
        if place.address and place.address not in formulas:
            (amount if place.address.endswith(".amount") else whole).add(_name(place))
    for validation in (whole, amount):
        if validation.sqref:
            sheet.add_data_validation(validation)


def _watch_balance(sheet: Any, layout: Layout, form: Form) -> None:
    """Row four turns red in a column where 一 + 二 is not 三 + 四."""
    from openpyxl.formatting.rule import FormulaRule
    from openpyxl.styles import PatternFill

    where = {p.address: _name(p) for p in layout.places if p.address}
    for identity in form.identities:
        if identity.code == _BALANCE:
            left, right = ("+".join(where[a] for a in side) for side in (identity.left, identity.right))
            rule = FormulaRule(formula=[f"{left}<>{right}"], fill=PatternFill("solid", bgColor="FF9999"))
            sheet.conditional_formatting.add(where[identity.right[-1]], rule)


def _name(place: Place) -> str:
    from openpyxl.utils import get_column_letter

    return f"{get_column_letter(place.column + 1)}{place.row + 1}"


def _ranges(names: list[str]) -> Iterator[str]:
    """Neighbouring fields of one row or column as a range."""
    from openpyxl.utils.cell import coordinate_from_string

    start, last = names[0], names[0]
    for name in names[1:]:
        (first, a), (_, b), (here, c) = (coordinate_from_string(n) for n in (start, last, name))
        down = here == first and c == b + 1
        across = c == a == b and _follows(last, name)
        if down or across:
            last = name
            continue
        yield start if start == last else f"{start}:{last}"
        start = last = name
    yield start if start == last else f"{start}:{last}"


def _follows(left: str, right: str) -> bool:
    from openpyxl.utils.cell import column_index_from_string, coordinate_from_string

    columns: list[int] = [column_index_from_string(coordinate_from_string(n)[0]) for n in (left, right)]
    return columns[1] == columns[0] + 1
