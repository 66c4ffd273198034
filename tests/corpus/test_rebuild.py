"""A report from the store reads like one from a file."""

from __future__ import annotations

from drafter.corpus.rebuild import rebuild
from drafter.corpus.sample.reports import sample_reports
from drafter.data.form import form_for
from drafter.model.report import SECTION_KINDS

REPORTS = list(sample_reports())[:10]


def test_sections_cells_and_sentences_are_where_the_report_says() -> None:
    for past in REPORTS:
        document, report = rebuild(past, form_for(past.year))
        assert (report.agency, report.year, document.name) == (past.agency, past.year, past.origin)
        cells = {c.address: c for t in report.tables for c in t.cells}
        assert {a: c.value for a, c in cells.items()} == past.cells
        assert all(c.span.of(document.text) == c.text for c in cells.values())
        for sentence in past.sentences:
            assert any(sentence in span.of(document.text) for span in report.narrative)
        kinds = [s.kind for s in report.sections]
        assert kinds == [k for k in SECTION_KINDS if k in kinds]
        for section in report.sections:
            own = "".join(s for part in past.sections if part.kind == section.kind for s in part.sentences)
            body = "".join(section.body.of(document.text).split("\n"))
            assert all(sentence in body for sentence in own.split("。"))
