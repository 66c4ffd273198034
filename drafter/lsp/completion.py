"""Standard phrasing for the part the cursor is in, with the draft's own figures in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from drafter.data.phrases import SLOT, Blank, Phrase, load_phrases
from drafter.data.slots import agency_key, region_of
from drafter.lsp.desk import Checked
from drafter.model.report import Report
from drafter.model.result import Result
from drafter.parse.agency import agency_kind

_SENTENCE_END = re.compile(r"[。！？；：]")
_HEADING_MARKS = frozenset("。：:")


@dataclass(frozen=True, slots=True)
class Offer:
    """A sentence to put in. `text` has 〔…〕 for what is left to fill in; `snippet` marks those places up; `typed` code
    points of it already stand before the cursor."""

    text: str
    snippet: str
    detail: str
    typed: int = 0


def offers(checked: Checked, offset: int) -> list[Offer]:
    """The sentences that serve the place at `offset` and are true by the tables; those the draft has are left out.

    On an empty line and behind a heading all of them, elsewhere those that were begun: editors ask at every key, and
    what they show then takes the Enter that should end the paragraph.
    """
    outcome = checked.outcome
    if not isinstance(outcome, Result) or outcome.report is None:
        return []
    report, buffer = outcome.report, checked.buffer
    line = buffer.text[buffer.line_start(offset) : offset]
    fresh = not line.strip() or _after_heading(report, buffer.text, offset)
    placed = [(o, _typed(line, o.text)) for o in _serving(checked, report, place_of(report, offset))]
    return [replace(o, typed=typed) for o, typed in placed if typed or fresh]


def _serving(checked: Checked, report: Report, places: tuple[str, ...]) -> list[Offer]:
    values = {a: v for t in report.tables for a, v in t.values().items()}
    kind = agency_kind(checked.config.agency) if checked.config.agency else report.kind
    filler = _Filler(_names(checked, report), values, load_phrases().blanks)
    squeezed = "".join(checked.buffer.text.split())
    found = [o for p in load_phrases().phrases if p.section in places and p.serves(kind, values) for o in filler.all(p)]
    return [o for o in found if "".join(o.text.split()) not in squeezed]


def _after_heading(report: Report, text: str, offset: int) -> bool:
    """Whether only the mark of a run-in heading stands between that heading and `offset`."""
    parts = (p for s in report.sections for p in s.subsections)
    return any(text[p.heading.end : offset].strip() in _HEADING_MARKS for p in parts if p.heading.end < offset)


def _typed(line: str, text: str) -> int:
    """How much of `text` stands at the end of `line`, from where a sentence begins."""
    starts = (0, *(m.end() for m in _SENTENCE_END.finditer(line)))
    begun = (line[start:].lstrip() for start in starts)
    return max((len(words) for words in begun if words and text.startswith(words)), default=0)


def place_of(report: Report, offset: int) -> tuple[str, ...]:
    """The sub-section and section at an offset, or `preamble`."""
    section = report.section_at(offset)
    if section is None:
        before = not report.sections or offset <= report.sections[0].heading.start
        last = report.sections[-1] if report.sections and not before else None
        return ("preamble",) if before else (last.kind,) if last else ()
    part = next((p for p in section.subsections if p.heading.start <= offset <= p.body.end), None)
    return (part.kind,) if part is not None and part.kind else (section.kind,)


def _names(checked: Checked, report: Report) -> dict[str, str]:
    year = checked.config.year or report.year
    agency = checked.config.agency or report.agency
    names = {"agency": agency, "short": _short(agency), "region": checked.config.region or region_of(agency)}
    if year is not None:
        names |= {"year": str(year), "last_year": str(year - 1), "next_year": str(year + 1)}
    return {slot: value for slot, value in names.items() if value}


def _short(agency: str) -> str:
    """What an agency calls itself in its own report."""
    name = agency_key(agency)
    return next((f"我{body}" for body in ("街道", "镇", "乡") if name.removesuffix("办事处").endswith(body)), "本机关")


class _Filler:
    """Fills slots from names and cells; what neither knows is left to the writer."""

    def __init__(self, names: Mapping[str, str], cells: Mapping[str, Decimal], blanks: Mapping[str, Blank]) -> None:
        self._names, self._cells, self._blanks = names, cells, blanks

    def all(self, phrase: Phrase) -> Iterator[Offer]:
        """The phrase in its preferred wording and its variants."""
        for number, wording in enumerate(phrase.wordings):
            yield self._offer(wording, "规范说法" if number == 0 else "常见说法")

    def _offer(self, wording: str, detail: str) -> Offer:
        text, snippet, at, open_places = "", "", 0, 0
        for slot in SLOT.finditer(wording):
            plain = wording[at : slot.start()]
            known = self._value(slot[1])
            if known is None:
                open_places += 1
                about = self._about(slot[1])
                text, snippet = (
                    text + plain + f"〔{about}〕",
                    snippet + _escaped(plain) + f"${{{open_places}:〔{about}〕}}",
                )
            else:
                text, snippet = text + plain + known, snippet + _escaped(plain + known)
            at = slot.end()
        return Offer(text + wording[at:], snippet + _escaped(wording[at:]), detail)

    def _value(self, slot: str) -> str | None:
        if slot in self._names:
            return self._names[slot]
        value = self._cells.get(slot)
        return None if value is None else format(value.normalize(), "f")

    def _about(self, slot: str) -> str:
        blank = self._blanks.get(slot.removeprefix("?"))
        return blank.about if blank is not None else "填写"


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("$", "\\$").replace("}", "\\}")
