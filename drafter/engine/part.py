"""A report cut down to the paragraphs still to be judged, with what stands right around them.

What stands around a paragraph ends with the full stop that closes the one before, and with its own where another begins
behind it; otherwise so many code points before and after count.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from drafter.model.diagnostic import Diagnostic
from drafter.model.facts import Facts
from drafter.model.prose import Prose
from drafter.model.report import Report
from drafter.model.span import Span

AROUND = 120
"""Code points before and after a paragraph that rules may look at when they judge it."""
_OPENING = "（(“‘《〈【〔"

Key = tuple[str, int, tuple[str, ...]]
"""What stands around a paragraph and in it, where it begins in that, and the kinds of its section and sub-section."""


@dataclass(frozen=True, slots=True)
class Part:
    """Facts cut down to the paragraphs still to be judged, `open`; `keys` are what they are remembered by."""

    facts: Facts
    open: tuple[Span, ...]
    keys: tuple[Key, ...]

    def words(self) -> str:
        """All there is to be looked at, white space left out, figures folded: where signs of rules are looked for."""
        return "\n".join([view.text for view in self.facts.prose.views])

    def holds(self, found: Diagnostic) -> bool:
        """Whether a finding stands in one of the paragraphs, not in those that are only there to be looked at."""
        return any(span.start <= found.span.start < span.end for span in self.open)


def keys_of(facts: Facts) -> tuple[Key, ...]:
    """The keys of the paragraphs of some facts."""
    text, every = facts.text, facts.paragraphs
    starts, kinds = _parts(facts.report)
    found = []
    before = 0  # where what stands around the next paragraph begins at the earliest
    for i, span in enumerate(every):
        low, high = max(before, span.start - AROUND, 0), span.end + AROUND
        before = 0
        if _closed(text, every, i):
            before, high = span.end - 1, span.end
        found.append((text[low:high], span.start - low, kinds[bisect_right(starts, span.start) - 1]))
    return tuple(found)


def part_of(facts: Facts, keys: Sequence[Key], which: Sequence[int]) -> Part:
    """The part that holds the paragraphs numbered `which`, in order."""
    every = facts.paragraphs
    if len(which) == len(every):
        return Part(facts, every, tuple(keys))
    stretches = tuple(_stretches(facts.text, every, which))
    narrowed = replace(facts, prose=Prose(facts.text, facts.report, stretches))
    return Part(narrowed, tuple([every[i] for i in which]), tuple([keys[i] for i in which]))


def _closed(text: str, every: Sequence[Span], i: int) -> bool:
    """Whether paragraph `i` ends with a full stop and another begins behind it as a paragraph should."""
    if text[every[i].end - 1] != "。" or i + 1 == len(every):
        return False
    first = text[every[i + 1].start]
    return first.isalnum() or first in _OPENING


def _stretches(text: str, every: Sequence[Span], which: Sequence[int]) -> Iterator[Span]:
    """What is to be looked at to judge the paragraphs: themselves, the full stop before them, and their neighbours
    where no full stop parts them. Each stretch has the line breaks behind it."""
    start, last = -1, -1
    for i in which:
        parted = i == 0 or _closed(text, every, i - 1)
        first = i if parted else i - 1
        if start < 0 or first > last + 1:
            if start >= 0:
                yield Span(start, _with_breaks(text, every[last].end))
            start = every[i - 1].end - 1 if parted and i else every[first].start
        last = i if i + 1 == len(every) or _closed(text, every, i) else i + 1
    if start >= 0:
        yield Span(start, _with_breaks(text, every[last].end))


def _with_breaks(text: str, end: int) -> int:
    tail = text[end : end + AROUND]
    return end + len(tail) - len(tail.lstrip())


def _parts(report: Report) -> tuple[list[int], list[tuple[str, str]]]:
    """Where the text begins to be another section or sub-section, from 0 on, and which."""
    starts, kinds = [0], [("", "")]
    for section in report.sections:
        for start, kind in (
            (section.heading.start, ""),
            *((part.heading.start, part.kind) for part in section.subsections),
        ):
            starts.append(start)
            kinds.append((section.kind, kind))
    return starts, kinds
