"""Readings of the prose that several rules on marks and figures share."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from drafter.model.diagnostic import Edit, Fix, Related, Safety, Severity
from drafter.model.facts import Facts, lined
from drafter.model.span import Span
from drafter.rules.base import MOST_RELATED, Finding

MARKS_STANDARD = "《标点符号用法》（GB/T 15834—2011）"
FIGURES_STANDARD = "《出版物上数字用法》（GB/T 15835—2011）"
DOCUMENT_STANDARD = "《党政机关公文格式》（GB/T 9704—2012）"

HAN = "一-龥"
_ADDRESS = re.compile(
    r"https?://[!-~]+|www\.[!-~]+|(?<![A-Za-z0-9_.+-])[A-Za-z0-9_.+-]{1,64}@[!-~]+|</?[a-zA-Z][ -;=?-~]*>"
)

_TAB = re.compile(r"\t(?<=\S\t)")
_ADDRESS_SIGNS = ("://", "www.", "@", "<")
"""One of which every address and tag holds: a report without any is not searched."""


@dataclass(frozen=True, slots=True)
class Slip:
    """A wrong stretch of text and what to put there; None where that depends on the meaning."""

    span: Span
    right: str | None = None


def search(facts: Facts, pattern: re.Pattern[str], sign: re.Pattern[str] | None = None) -> Iterator[re.Match[str]]:
    """The matches of `pattern` in the prose; tables, rows of tabs, web and mail addresses and tags are left out.

    `^` and `$` are line ends for patterns with re.MULTILINE. `sign` is what every match holds and few lines do: only
    these are searched. It should begin with a character or a set of characters, which is what `re` looks for quickly.
    """
    text = facts.lined
    lines = facts.paragraphs
    starts = [line.start for line in lines]
    spans = facts.prose.spans if sign is None else _signed(text, facts.prose.spans, sign, lines, starts)
    every = [found for span in spans for found in pattern.finditer(text, span.start, span.end)]
    if not every:
        return
    other = no_prose(facts)
    for found in every:
        line = bisect_right(starts, found.start()) - 1
        within = line >= 0 and found.end() <= lines[line].end
        if within and not other.meets(found.start(), found.end()):
            yield found


def no_prose(facts: Facts) -> Stretches:
    """The tables, the rows of tabs, the addresses and the tags."""
    return _no_prose(facts.text, facts.prose.spans, tuple([t.span for t in facts.report.tables]))


def _signed(
    text: str, spans: Sequence[Span], sign: re.Pattern[str], lines: Sequence[Span], starts: Sequence[int]
) -> Iterator[Span]:
    """The lines in which a sign stands, in order."""
    last = -1
    for span in spans:
        for found in sign.finditer(text, span.start, span.end):
            line = bisect_right(starts, found.start()) - 1
            if line > last and found.start() < lines[line].end:
                last = line
                yield lines[line]


@lru_cache(maxsize=2)
def _no_prose(text: str, prose: tuple[Span, ...], tables: tuple[Span, ...]) -> Stretches:
    return Stretches(
        *(Span(max(span.start - 1, 0), span.end + 1) for span in tables),
        *(Span(*m.span()) for m in _addresses(text)),
        *(row for span in prose for row in _tabbed(lined(text), span)),
    )


def _addresses(text: str) -> Iterator[re.Match[str]]:
    return _ADDRESS.finditer(text) if any(sign in text for sign in _ADDRESS_SIGNS) else iter(())


class Stretches:
    """Stretches of a text, made of some that may overlap."""

    def __init__(self, *spans: Span) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for span in sorted(spans):
            if self._ends and span.start <= self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], span.end)
            else:
                self._starts.append(span.start)
                self._ends.append(span.end)

    def meets(self, start: int, end: int) -> bool:
        """Whether a stretch, not empty, shares a character with one of them."""
        before = bisect_left(self._starts, end) - 1
        return before >= 0 and start < self._ends[before]


def _tabbed(text: str, prose: Span) -> Iterator[Span]:
    """The lines of prose that are rows of cells: those with a tab behind a word."""
    end = 0
    for tab in _TAB.finditer(text, prose.start, prose.end):
        at = tab.start()
        if at >= end:
            stop = text.find("\n", at)
            end = len(text) if stop < 0 else stop
            yield Span(text.rfind("\n", 0, at) + 1, end)


def slips(
    facts: Facts, pattern: re.Pattern[str], right: str | None = None, sign: re.Pattern[str] | None = None
) -> Iterator[Slip]:
    """The matches of `pattern` as slips; `right` may refer to its groups. `sign` as in `search`."""
    for found in search(facts, pattern, sign):
        yield Slip(Span(*found.span()), None if right is None else found.expand(right))


def together(
    found: Iterable[Slip], message: str, title: str, safety: Safety = Safety.SAFE, severity: Severity | None = None
) -> Iterator[Finding]:
    """One finding for all slips, at the first, with a fix that mends all. `{n}` in `message` is their number."""
    every = sorted(found, key=lambda s: s.span)
    if not every:
        return
    edits = tuple(Edit(slip.span, slip.right) for slip in every if slip.right is not None)
    yield Finding(
        every[0].span,
        message.replace("{n}", str(len(every))) if len(every) > 1 else message.replace("，全文共{n}处", ""),
        related=tuple(Related("同样的地方", slip.span, same=True) for slip in every[1 : MOST_RELATED + 1]),
        fix=Fix(title, edits, safety) if len(edits) == len(every) else None,
        severity=severity,
    )


def one_by_one(facts: Facts, found: Iterable[Slip], message: str, safety: Safety = Safety.DISPLAY) -> Iterator[Finding]:
    """A finding for every slip. `{wrong}` and `{right}` in `message` are the texts."""
    for slip in found:
        wrong = slip.span.of(facts.text)
        yield Finding(
            slip.span,
            message.replace("{wrong}", wrong).replace("{right}", slip.right or ""),
            expected=slip.right,
            actual=wrong,
            fix=None if slip.right is None else Fix(f"改为“{slip.right}”", (Edit(slip.span, slip.right),), safety),
        )


def without_overlaps(found: Sequence[Slip]) -> list[Slip]:
    """Slips in text order, each beginning after the one before has ended."""
    kept: list[Slip] = []
    for slip in sorted(found, key=lambda s: (s.span.start, -s.span.end)):
        if not kept or slip.span.start >= kept[-1].span.end:
            kept.append(slip)
    return kept
