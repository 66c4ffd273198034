"""Cutting runs apart at exact places, to put markers between or mark pieces as deleted."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from drafter.ooxml.xmltree import Element

_NAME = re.compile(r"</?([^\s/>]+)")
_TRANSITIONAL = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_BOUND = re.compile(r"\sxmlns:w\s*=")
_BLANK = " \t\r\n"


@dataclass(slots=True)
class RunChange:
    """What happens inside one run. `markers` are pieces of XML by place (raw offset), `deleted` are stretches."""

    markers: dict[int, list[str]] = field(default_factory=dict)
    deleted: list[tuple[int, int]] = field(default_factory=list)

    def mark(self, at: int, xml: str) -> None:
        """Put `xml` at `at`, after what was put there before."""
        self.markers.setdefault(at, []).append(xml)


class Runs:
    """The runs of a part by place."""

    def __init__(self, root: Element) -> None:
        self._runs = sorted((e for e in root.walk() if e.tag == "w:r"), key=lambda run: run.start)
        self._starts = [run.start for run in self._runs]

    def at(self, place: int) -> Element | None:
        """The innermost run that holds the character at a raw offset."""
        for index in range(bisect_right(self._starts, place) - 1, -1, -1):
            run = self._runs[index]
            if place < run.end:
                return run
        return None


def declaration(xml: str) -> str:
    """The namespace declaration that inserted elements need in a part whose root does not bind the prefix `w`."""
    root = re.search(r"<[^?!][^>]*>", xml)
    return "" if root and _BOUND.search(root[0]) else f' xmlns:w="{_TRANSITIONAL}"'


def replaced(xml: str, replacements: Iterable[tuple[int, int, str]]) -> str:
    """`xml` with stretches replaced; they must not overlap."""
    parts: list[str] = []
    at = 0
    for start, end, new in sorted(replacements):
        parts += (xml[at:start], new)
        at = end
    return "".join(parts) + xml[at:]


def rebuild(xml: str, run: Element, change: RunChange, deletion: Callable[[], str] = str) -> str:
    """The run, cut at each place of `change`; `deletion` gives the attributes of each `w:del`."""
    cuts = sorted({*change.markers, *(place for stretch in change.deleted for place in stretch)})
    properties = run.child("w:rPr")
    head = xml[run.start : run.inner] + (xml[properties.start : properties.end] if properties is not None else "")
    tail = xml[run.inner_end : run.end]
    out: list[str] = []
    for index, segment in enumerate(_segments(xml, run, cuts)):
        if segment:
            start = cuts[index - 1] if index else run.start
            gone = any(a <= start < b for a, b in change.deleted) and index > 0
            piece = f"{head}{_as_deleted(segment) if gone else segment}{tail}"
            out.append(f"<w:del{deletion()}>{piece}</w:del>" if gone else piece)
        if index < len(cuts):
            out.extend(change.markers.get(cuts[index], ()))
    return "".join(out)


def contents(run: Element) -> Sequence[Element]:
    """The elements of a run, its properties left out."""
    return [child for child in run.children if child.tag != "w:rPr"]


def _segments(xml: str, run: Element, cuts: Sequence[int]) -> list[str]:
    """The content between cuts: one more than there are cuts."""
    segments = [""]
    done = 0
    for child in contents(run):
        begin, behind = _extent(xml, child)
        while done < len(cuts) and cuts[done] <= begin:
            segments.append("")
            done += 1
        inside = [cut for cut in cuts[done:] if cut < behind]
        if child.tag == "w:t" and inside:
            pieces = _cut_text(xml, child, begin, behind, inside)
            segments[-1] += next(pieces)
            segments.extend(pieces)
            done += len(inside)
        else:
            segments[-1] += xml[child.start : child.end]
    return segments + [""] * (len(cuts) - done)


def _extent(xml: str, child: Element) -> tuple[int, int]:
    """Where what a reader sees of an element begins and ends."""
    if child.tag != "w:t" or child.inner == child.inner_end:
        return child.start, child.end
    inner = xml[child.inner : child.inner_end]
    if child.get("xml:space") == "preserve" or not inner.strip(_BLANK):
        return child.inner, child.inner_end
    return child.inner + len(inner) - len(inner.lstrip(_BLANK)), child.inner + len(inner.rstrip(_BLANK))


def _cut_text(xml: str, child: Element, begin: int, behind: int, cuts: Sequence[int]) -> Iterator[str]:
    match = _NAME.match(xml, child.start)
    name = match[1] if match else "w:t"
    places = [begin, *cuts, behind]
    for start, end in pairwise(places):
        yield f'<{name} xml:space="preserve">{xml[start:end]}</{name}>'


def _as_deleted(segment: str) -> str:
    """Deleted words are written in `w:delText`."""
    return re.sub(r"<(/?)((?:[^\s/>:]+:)?)t(?=[\s/>])", r"<\1\2delText", segment)
