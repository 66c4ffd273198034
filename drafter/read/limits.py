"""What a reader accepts: bounds that no honest report comes near, so that a hostile file stops at once."""

from __future__ import annotations

from drafter.model.problem import UnreadableInput

MAX_INPUT = 64 * 1024 * 1024
"""Bytes of a docx or pdf file; pictures make up most of a large one."""
MAX_PAGE = 8 * 1024 * 1024
"""Bytes of a web page."""
MAX_TEXT = 500_000
"""Code points of text; the longest report of a province has about 40 000."""
MAX_CELLS = 60_000
"""Cells of all tables together; the form has 260."""
MAX_COLUMNS = 300
"""Columns of a table; the form has 15."""
MAX_COLUMN_SPAN = 100
MAX_ROW_SPAN = 2_000


def check_size(data: bytes, limit: int = MAX_INPUT) -> None:
    """Raises UnreadableInput when there are no bytes, or more than `limit`."""
    if not data:
        raise UnreadableInput("empty", "文件是空的。请确认稿件已保存。")
    if len(data) > limit:
        raise UnreadableInput(
            "too_large",
            f"文件有 {len(data) // 1024 // 1024} MB，超过 {limit // 1024 // 1024} MB 的上限。请去掉图片后另存再试。",
        )


def check_text(length: int) -> None:
    """Raises UnreadableInput when a text has more than MAX_TEXT code points."""
    if length > MAX_TEXT:
        raise UnreadableInput(
            "too_large",
            f"文字超过 {MAX_TEXT // 10_000} 万字的上限，一份报告不会这么长。"
            "请确认文件没有选错，或把报告单独另存一份再检查。",
        )


def check_cells(count: int) -> None:
    """Raises UnreadableInput when tables have more than MAX_CELLS cells."""
    if count > MAX_CELLS:
        raise UnreadableInput("too_large", f"表格超过 {MAX_CELLS} 个单元格，不是正常的报告，已停止读取。")


def check_columns(count: int) -> None:
    """Raises UnreadableInput when a table has more than MAX_COLUMNS columns."""
    if count > MAX_COLUMNS:
        raise UnreadableInput("too_large", f"表格超过 {MAX_COLUMNS} 列，不是正常的报告，已停止读取。")
