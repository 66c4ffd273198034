"""Last year's report read for drafting, and the finished draft held against its own tables."""

from __future__ import annotations

from dataclasses import dataclass, replace

from drafter.analyse.claims import find_claims, judge
from drafter.compose.assemble import Composed, Request, compose
from drafter.compose.carry import Change, LastYear
from drafter.compose.problems import problems_of
from drafter.compose.text import as_text
from drafter.model.claim import Claim
from drafter.model.document import Document
from drafter.model.form import Form
from drafter.model.narrative import Narrative
from drafter.model.problem import UnreadableInput
from drafter.model.prose import Prose
from drafter.parse.report import parse_report
from drafter.read.text import text_document


@dataclass(frozen=True, slots=True)
class Settled:
    """A draft none of whose statements contradicts its tables, with those statements."""

    composed: Composed
    claims: tuple[Claim, ...]


def read_last(document: Document, forms: tuple[Form, ...]) -> tuple[LastYear, tuple[str, ...], str]:
    """Last year's sentences, claims and figures; the problems it named; its agency.

    Raises UnreadableInput when the document has no year or no section of a report.
    """
    report = parse_report(document, forms)
    if report.year is None or not report.sections:
        raise UnreadableInput("not_a_report", "上年报告里没有找到年份和六个部分的标题；请核对文件")
    form = next(f for f in forms if f.year == report.form)
    claims = judge(find_claims(document.text, report, form, report.year), report, form)
    cells = {c.address: c.value for t in report.tables for c in t.cells}
    headings = tuple(part.heading for section in report.sections for part in section.subsections)
    last = LastYear(document.text, report.year, Prose(document.text, report).sentences, claims, cells, headings)
    return last, problems_of(document.text, report), report.agency


def settle(request: Request, narrative: Narrative) -> Settled:
    """Compose, read the draft as a check would, and leave out sentences of last year that turn out to be wrong."""
    composed = compose(request, narrative)
    claims = _claims(composed, request.form)
    wrong = [c for c in claims if c.verdict == "contradicted"]
    if not wrong or not request.changes:
        return Settled(composed, claims)
    text = as_text(composed.draft)
    changes = tuple(_without(change, text, wrong) for change in request.changes)
    composed = compose(replace(request, changes=changes), narrative)
    return Settled(composed, _claims(composed, request.form))


def _claims(composed: Composed, form: Form) -> tuple[Claim, ...]:
    document = text_document(as_text(composed.draft), "draft.txt")
    report = parse_report(document, (form,))
    return judge(find_claims(document.text, report, form, report.year), report, form)


def _without(change: Change, text: str, wrong: list[Claim]) -> Change:
    at = text.find(change.after) if change.after else -1
    if at >= 0 and any(at <= c.span.start < at + len(change.after) for c in wrong):
        return replace(change, after="", why="换上今年的数字后与表格不一致，请按今年情况重写")
    return change
