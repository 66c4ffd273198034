"""A past report as the store keeps it: plain values."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from drafter.model.document import Document
from drafter.model.pieces import pieces
from drafter.model.problem import UnreadableInput
from drafter.model.prose import Sentence
from drafter.model.report import Report
from drafter.model.view import squeezed


@dataclass(frozen=True, slots=True)
class PastSection:
    """A stretch of prose below one heading. `kind` is a section's kind or `preamble`, `subsection` as in `Subsection`;
    `paragraphs` hold sentences, white space folded away."""

    kind: str
    subsection: str = ""
    heading: str = ""
    paragraphs: tuple[tuple[str, ...], ...] = ()

    @property
    def sentences(self) -> tuple[str, ...]:
        """All sentences, in order."""
        return tuple(sentence for paragraph in self.paragraphs for sentence in paragraph)


@dataclass(frozen=True, slots=True)
class PastReport:
    """One agency's report on one year. `digest` is the SHA-256 of the file, `origin` its path as the user gave it.

    `cells` holds only cells that have a number.
    """

    agency: str
    year: int
    region: str = ""
    level: str = ""
    kind: str = ""
    form: str = "2021"
    title: str = ""
    digest: str = ""
    origin: str = ""
    sections: tuple[PastSection, ...] = ()
    cells: dict[str, Decimal] = field(default_factory=dict)

    @property
    def sentences(self) -> tuple[str, ...]:
        """All sentences, in order."""
        return tuple(sentence for section in self.sections for sentence in section.sentences)

    @property
    def richness(self) -> tuple[int, int]:
        """How much was read: cells, then sentences. Of two files of one report the richer is kept."""
        return len(self.cells), len(self.sentences)


def past_report(
    document: Document, report: Report, sentences: tuple[Sentence, ...], region: str, digest: str = ""
) -> PastReport:
    """What the store keeps of a report that was read. Raises UnreadableInput when it says neither who nor when."""
    if not report.agency or report.year is None:
        what = "机关名称" if not report.agency else "年度"
        raise UnreadableInput("not_a_report", f"标题里认不出{what}，不知该归到哪个机关哪一年")
    cells = {address: value for table in report.tables for address, value in table.values().items()}
    return PastReport(
        agency=report.agency,
        year=report.year,
        region=region,
        level=report.level,
        kind=report.kind,
        form=report.form,
        title=report.title.of(document.text).strip() if report.title else "",
        digest=digest,
        origin=document.name,
        sections=_sections(document, report, sentences),
        cells=cells,
    )


def _sections(document: Document, report: Report, sentences: tuple[Sentence, ...]) -> tuple[PastSection, ...]:
    found: list[PastSection] = []
    paragraphs: list[list[str]] = []
    place: tuple[str, str] | None = None
    end = 0
    for sentence in sentences:
        texts = [squeezed(piece.of(document.text)).text for piece in pieces(document.text, sentence.span)]
        if (sentence.section, sentence.subsection) != place:
            _close(found, place, paragraphs, report, document)
            place, paragraphs = (sentence.section, sentence.subsection), [[]]
        elif "\n" in document.text[end : sentence.span.start]:
            paragraphs.append([])
        paragraphs[-1] += [text for text in texts if text]
        end = sentence.span.end
    _close(found, place, paragraphs, report, document)
    return tuple(found)


def _close(
    found: list[PastSection],
    place: tuple[str, str] | None,
    paragraphs: list[list[str]],
    report: Report,
    document: Document,
) -> None:
    if place is None:
        return
    heading = _heading(report, document, *place)
    found.append(PastSection(place[0], place[1], heading, tuple(tuple(p) for p in paragraphs if p)))


def _heading(report: Report, document: Document, kind: str, subsection: str) -> str:
    section = report.section(kind)
    if section is None:
        return ""
    spans = [s.heading for s in section.subsections if subsection and s.kind == subsection] or [section.heading]
    return squeezed(spans[0].of(document.text)).text
