"""Sentences of a draft that stand in last year's report as well."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from drafter.model.facts import Facts, Previous
from drafter.model.pieces import pieces
from drafter.model.prose import Sentence
from drafter.model.span import Span
from drafter.model.view import bare

_FIGURE = re.compile(r"\d+(?:[,，]\d{3})*(?:\.\d+)?")
_NOT_OWN = re.compile(r"《[^》]*》|[^一-鿿]")
_ORDINAL = re.compile(r"^(?:[（(]?[一二三四五六七八九十\d]+[）)、.．]|[一二三四五六七八九十]是)+")
# From this many agencies on a wording is common property. Half a dozen: among the sample's 68 agencies every standard
# sentence is shared by more, and no sentence of one's own by as many.
COMMON = 6


@dataclass(frozen=True, slots=True)
class Carried:
    """A sentence and the place in last year's report where it stands too."""

    sentence: Sentence
    text: str
    before: Span
    text_before: str


def wording(text: str, year: int | None) -> str:
    """A sentence without white space, ordinal and years: the report's own year and its neighbours become letters."""
    folded = _ORDINAL.sub("", bare(text))
    if year is not None:
        for shift, letter in ((0, "甲"), (-1, "乙"), (1, "丙")):
            folded = re.sub(rf"(?<!\d){year + shift}(?!\d)", f"〈{letter}〉", folded)
    return folded


def without_figures(text: str) -> str:
    """A wording with every figure and year made one sign."""
    return re.sub(r"〈[甲乙丙]〉", "〈数〉", _FIGURE.sub("〈数〉", text))


def carried(facts: Facts, previous: Previous) -> Iterator[Carried]:
    """Sentences whose wording, years and figures aside, is last year's; common wordings are left out."""
    text, old = facts.text, previous.document.text
    before = {
        without_figures(wording(span.of(old), previous.report.year)): span
        for narrative in previous.report.narrative
        for span in pieces(old, narrative)
    }
    common = common_spans(facts)
    for sentence in facts.sentences:
        if any(span.overlaps(sentence.span) for span in common):
            continue
        for span in pieces(text, sentence.span):
            own = without_figures(wording(span.of(text), facts.year))
            if own in before:
                yield Carried(Sentence(span, sentence.section, sentence.subsection), span.of(text), before[own],
                              before[own].of(old))  # fmt: skip


def common_spans(facts: Facts) -> tuple[Span, ...]:
    """Sentences that so many agencies use that using them says nothing."""
    return tuple(e.span for e in facts.echoes if e.agencies >= COMMON)


def substance(text: str) -> int:
    """How many characters of a text are its own: no titles in 《》, figures, marks or white space."""
    return len(_NOT_OWN.sub("", text))


def figures(text: str) -> int:
    """How many figures a text has, years and titles in 《》 left out."""
    return len(_FIGURE.findall(re.sub(r"《[^》]*》|(?<!\d)20\d\d(?=年)", "", bare(text))))
