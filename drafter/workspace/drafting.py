"""Reads what a draft is made from, composes it and turns it into bytes."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from drafter.compose.agency import Agency
from drafter.compose.assemble import Request
from drafter.compose.carry import LastYear, carried
from drafter.compose.draft import Draft
from drafter.compose.last import Settled, read_last, settle
from drafter.compose.tables import Filled, blank_cells, read_tables, take_tables
from drafter.compose.text import as_markdown, as_text
from drafter.compose.word import as_word
from drafter.data.form import form_for, load_forms
from drafter.data.narrative import load_narrative
from drafter.data.slots import same_agency
from drafter.model.form import Form
from drafter.model.problem import UnreadableInput
from drafter.read.open import read_document
from drafter.workspace.inputs import read_file

FORMATS = ("docx", "md", "txt")


@dataclass(frozen=True, slots=True)
class Previous:
    """Last year's report as drafting needs it."""

    last: LastYear
    problems: tuple[str, ...]
    agency: str


def open_tables(path: str, year: int, *, blank_is_zero: bool = False) -> Filled:
    """The tables in a file of any kind; all cells blank without one. Raises UnreadableInput or Problem."""
    form = form_for(year)
    if not path:
        return Filled(blank_cells(form), (), ("没有给出表格，三张表留空待填；填好后可再起草一次",))
    try:
        return take_tables(read_tables(read_file(Path(path)), path), form, blank_is_zero=blank_is_zero)
    except UnreadableInput as error:
        raise UnreadableInput(error.kind, f"{path}：{error.message}") from error


def open_previous(path: str) -> Previous | None:
    """Last year's report. Raises UnreadableInput."""
    if not path:
        return None
    try:
        return Previous(*read_last(read_document(read_file(Path(path)), path), load_forms()))
    except UnreadableInput as error:
        raise UnreadableInput(error.kind, f"{path}：{error.message}") from error


def draft_report(agency: Agency, year: int, filled: Filled, previous: Previous | None, seed: int = 0) -> Settled:
    """The draft. Raises Problem when a part that is needed is not installed."""
    form = form_for(year)
    request = Request(agency, year, form, filled.cells, seed=seed)
    if previous is not None:
        request = Request(
            agency,
            year,
            form,
            filled.cells,
            last_cells=_known(previous.last, form),
            changes=carried(previous.last, filled.cells),
            last_problems=previous.problems,
            seed=seed,
        )
    return settle(request, load_narrative())


def cross_year_notes(filled: Filled, previous: Previous | None, form: Form, agency: str = "") -> list[str]:
    """Where last year's report is another agency's, or this year's tables do not continue it."""
    if previous is None:
        return []
    found = []
    if agency and previous.agency and not same_agency(agency, previous.agency):
        found.append(f"给的上年报告是{previous.agency}的，不是{agency}的；沿用的句子请逐句核对名称和内容")
    for column in form.table("requests").columns():
        now, before = (f"requests.{row}.{column.key}" for row in ("carried_in", "carried_out"))
        values = filled.cells.get(now), previous.last.cells.get(before)
        if None not in values and values[0] != values[1]:
            found.append(f"{form.name(now)}是 {values[0]}，上年报告的{form.name(before)}是 {values[1]}，请核对")
    return found


def as_bytes(draft: Draft, name: str) -> bytes:
    """The draft in the format that a file name asks for."""
    suffix = Path(name).suffix.lower()
    if suffix == ".docx":
        return as_word(draft)
    return (as_markdown(draft) if suffix in (".md", ".markdown") else as_text(draft)).encode()


def _known(last: LastYear, form: Form) -> dict[str, Decimal | None]:
    """Last year's figures where its form has the same cells."""
    return {a: last.cells.get(a) for t in form.tables for a in t.addresses()}
