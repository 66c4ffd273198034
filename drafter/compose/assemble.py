"""Puts a draft together: title, preamble, six sections, three tables."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from drafter.compose.agency import Agency
from drafter.compose.carry import Change
from drafter.compose.draft import Draft, FormTable, Heading, Paragraph, Part
from drafter.compose.figures import CELLS, Value, figures_of
from drafter.compose.narrative import Narrator
from drafter.compose.scribe import Scribe
from drafter.model.form import Form
from drafter.model.narrative import Narrative, Wording
from drafter.model.report import TABLE_KINDS

_BESIDE_LAST_YEAR = {"opening": (), "preamble": ("fact",), "other": ("fact", "open", "unknown")}
"""The roles of wordings that stand beside sentences taken over from last year; elsewhere facts and unknowns."""
_ORDINALS = "一二三四五六七"


@dataclass(frozen=True, slots=True)
class Request:
    """What to draft.

    `last_cells` are last year's figures, None when not known; `changes` what of last year's prose is to stay;
    `last_problems` the problems it named. `seed` changes the choice of wordings.
    """

    agency: Agency
    year: int
    form: Form
    cells: Mapping[str, Decimal | None]
    last_cells: Mapping[str, Decimal | None] | None = None
    changes: tuple[Change, ...] = ()
    last_problems: tuple[str, ...] = ()
    seed: int = 0


@dataclass(frozen=True, slots=True)
class Composed:
    """A draft and what became of last year's sentences in it."""

    draft: Draft
    changes: tuple[Change, ...]


def compose(request: Request, narrative: Narrative) -> Composed:
    """The draft. Raises BadData when a template is wrong, Problem when Jinja2 is not installed."""
    work = _Work(request, narrative)
    parts = tuple(work.parts())
    title = f"{request.agency.name}{request.year}年政府信息公开工作年度报告"
    return Composed(Draft(request.agency.name, title, request.form, parts, dict(request.cells)), tuple(work.changes))


class _Work:
    def __init__(self, request: Request, narrative: Narrative) -> None:
        self._request = request
        rng = random.Random(f"{request.seed}:{request.agency.name}:{request.year}")
        self._figures = _figures(request)
        self._narrator = Narrator(narrative, Scribe(_words(request), self._figures), request.agency.kind, rng)
        self.changes: list[Change] = list(request.changes)

    def parts(self) -> Iterator[Part]:
        """The parts of the draft in order."""
        preamble = self._section("preamble")
        yield Paragraph(preamble)
        for section in self._request.form.sections:
            yield Heading(f"{section.number}、{section.title}", 1)
            if section.kind in TABLE_KINDS:
                yield FormTable(section.kind)
            elif section.kind == "overview":
                yield from self._overview()
            elif section.kind == "problems":
                yield from self._problems()
            else:
                yield Paragraph(self._section(section.kind))

    def _overview(self) -> Iterator[Part]:
        yield Paragraph(self._section("opening"))
        for number, sub in zip(_ORDINALS, self._request.form.subsections, strict=False):
            yield Heading(f"（{number}）{sub.title}", 2)
            yield Paragraph(self._section(sub.kind))

    def _problems(self) -> Iterator[Part]:
        pairs = self._narrator.pairs()
        yield Heading("（一）存在的主要问题", 2)
        yield Paragraph("".join(problem for problem, _ in pairs))
        yield Heading("（二）改进情况", 2)
        answers = [f"【请填写：上年指出“{problem}”，今年整改得怎样】" for problem in self._request.last_problems]
        yield Paragraph("".join([*answers, *(improvement for _, improvement in pairs)]))

    def _section(self, section: str) -> str:
        """Facts first, then what is taken over from last year, or else choices to confirm."""
        facts = self._narrator.stated(section)
        offers = self._narrator.offers(section)
        kept = [c for c in self.changes if c.section == section and c.after]
        while True:
            told = frozenset[frozenset[str]]().union(*(c.told for c in kept))
            chosen = [(w, t) for w, t in facts if not self._covered(w, told)]
            stated = frozenset[frozenset[str]]().union(*(self._cells(w) for w, _ in chosen))
            clear = [c for c in kept if not c.told & stated]
            if len(clear) == len(kept):
                break
            self._leave_out([c for c in kept if c not in clear])
            kept = clear
        if kept:
            offers = []
            chosen = [(w, t) for w, t in chosen if w.role in _BESIDE_LAST_YEAR.get(section, ("fact", "unknown"))]
        return "".join([*(t for _, t in chosen), *(c.after for c in kept), *offers])

    def _covered(self, wording: Wording, told: frozenset[frozenset[str]]) -> bool:
        """Whether all that a wording states, nothing left out but zeros, stands in last year's sentences already."""
        needed = self._cells(wording)
        return bool(needed) and needed <= told

    def _cells(self, wording: Wording) -> frozenset[frozenset[str]]:
        """The cells of the figures that a wording states and that are not zero."""
        found: set[frozenset[str]] = set()
        for name in wording.states:
            value = self._figures.get(name)
            if isinstance(value, tuple):
                found.update(frozenset(item.cells) for item in value)
            elif value and name in CELLS:
                found.add(frozenset(CELLS[name]))
        return frozenset(found)

    def _leave_out(self, changes: list[Change]) -> None:
        why = "数字已按今年的表格另写"
        self.changes = [replace(c, after="", why=why) if c in changes else c for c in self.changes]


def _words(request: Request) -> dict[str, object]:
    agency = request.agency
    return {
        "year": request.year,
        "last_year": request.year - 1,
        "next_year": request.year + 1,
        "agency": agency.name,
        "short": agency.short,
        "scope": agency.scope,
        "whole": agency.whole or agency.short,
        "villages": agency.villages,
        "staff": agency.staff,
    }


def _figures(request: Request) -> dict[str, Value]:
    now = figures_of(request.cells, request.form)
    last: dict[str, Value] = dict.fromkeys(now)
    if request.last_cells is not None:
        last = figures_of(request.last_cells, request.form)
    return {**now, **{f"last_{name}": value for name, value in last.items()}}
