from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from drafter.data.form import load_forms
from drafter.data.sample import compose
from drafter.model.prose import Prose
from drafter.model.report import Report
from drafter.parse.report import parse_report
from drafter.read.text import text_document


def test_sentences_know_their_section_and_part() -> None:
    document = text_document(compose(), "草稿.txt")
    report = parse_report(document, load_forms())
    found = Prose(document.text, report).sentences
    for sentence in found:
        section = report.section_at(sentence.span.start)
        inside = report.preamble is not None and report.preamble.contains(sentence.span)
        assert sentence.section == ("preamble" if inside else section.kind if section else "")
    assert {"proactive", "on_request"} <= {s.subsection for s in found}


@given(st.text(alphabet=list("甲乙，。！？”）\r\n \u3000"), max_size=60))
def test_sentences_and_paragraphs_cover_all_but_blanks(text: str) -> None:
    prose = Prose(text, Report())
    sentences, paragraphs = prose.sentences, prose.paragraphs
    covered = {i for s in sentences for i in range(s.span.start, s.span.end)}
    assert {i for i, char in enumerate(text) if not char.isspace()} <= covered
    assert all(any(p.contains(s.span) for p in paragraphs) for s in sentences)
    assert not any(mark in p.of(text) for p in paragraphs for mark in "\r\n")
    for sentence in sentences:
        assert all(prose.sentence_at(at) == sentence.span for at in range(sentence.span.start, sentence.span.end))
