"""A folded copy of a text for matching, with a way home for every character.

Folding never touches the text itself: rules about punctuation need it as it stands.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from drafter.model.span import Span

_ZERO_WIDTH = "\u200b\u200c\u200d\u2060\ufeff\u00ad"
# Radical code points that PDF producers write for ordinary characters and that NFKC leaves alone.
_RADICALS = str.maketrans(
    "⺟⺠⺫⺬⺮⻁⻄⻅⻆⻉⻋⻓⻔⻙⻚⻛⻜⻝⻢⻥⻦⻨⻩⻬⻮⻰⺎⺊⺼⺝",
    "母民罒示竹虎西见角贝车长门韦页风飞食马鱼鸟麦黄齐齿龙兀卜月月",
)


def fold_char(char: str) -> str:
    """One character folded for matching: full-width digits and letters, radicals and odd spaces become plain."""
    code = ord(char)
    if code < 0x2E80:
        return char
    if 0xFF10 <= code <= 0xFF19 or 0xFF21 <= code <= 0xFF3A or 0xFF41 <= code <= 0xFF5A or char == "％":
        return chr(code - 0xFEE0)
    if 0x2E80 <= code <= 0x2EFF:
        return char.translate(_RADICALS)
    if 0x2F00 <= code <= 0x2FDF:
        return unicodedata.normalize("NFKC", char)
    return char


@dataclass(frozen=True, slots=True)
class View:
    """A folded text; `home[i]` is the offset in the source of its character `i`, `home[len]` the end: a range where
    nothing was dropped."""

    text: str
    home: Sequence[int]

    def span(self, start: int, end: int) -> Span:
        """The source span of view characters `start` up to `end`."""
        if start == end:
            return Span(self.home[start], self.home[start])
        return Span(self.home[start], self.home[end - 1] + 1)

    def at(self, offset: int) -> int:
        """The first view index at or after a source offset."""
        return bisect_left(self.home, offset, 0, len(self.text))

    def part(self, span: Span) -> View:
        """The view of a source span alone; its end is where the next character of this view stands."""
        start, end = self.at(span.start), self.at(span.end)
        return View(self.text[start:end], self.home[start : end + 1])


class _Folds(dict[int, str]):
    """`fold_char` as a table for str.translate, filled as characters turn up."""

    def __missing__(self, code: int) -> str:
        folded = self[code] = fold_char(chr(code))
        return folded


_FOLDS = _Folds()
_FOLDABLE = re.compile("[\uff05\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\u2e80-\u2eff\u2f00-\u2fdf]")
"""The characters that `fold_char` changes, and a few that it leaves."""
_UNSEEN = re.compile(f"[{_ZERO_WIDTH}]+")
_PLACES = tuple(range(1 << 14))
"""Offsets of a report's length: views of it share these numbers, where making them takes most of the time."""


def _fold(text: str) -> str:
    return text.translate(_FOLDS) if _FOLDABLE.search(text) else text


def _words(text: str, *, spaced: bool) -> list[str]:
    """The stretches of a text between zero-width characters and, unless `spaced`, white space."""
    seen = [text] if _UNSEEN.search(text) is None else _UNSEEN.split(text)
    return seen if spaced else [word for part in seen for word in part.split()]


def _make(text: str, *, spaced: bool = False) -> View:
    """The view of a text that stands at offset 0."""
    text = _fold(text)
    words = _words(text, spaced=spaced)
    if len(words) == 1 and len(words[0]) == len(text):
        return View(text, range(len(text) + 1))
    places: Sequence[int] = _PLACES if len(text) < len(_PLACES) else range(len(text) + 1)
    home: list[int] = []
    at = 0
    for word in words:
        at = text.index(word, at)
        end = at + len(word)
        home.extend(places[at:end])
        at = end
    home.append(len(text))
    return View("".join(words), tuple(home))


def _moved(view: View, by: int) -> View:
    home = view.home
    if not by:
        return view
    if isinstance(home, range):
        return View(view.text, range(by, by + len(home)))
    return View(view.text, tuple([place + by for place in home]))


def folded(text: str, base: int = 0) -> View:
    """A view with zero-width characters dropped and digits, letters and radicals folded; spaces and breaks stay.

    `base` is the source offset of the first character of `text`.
    """
    return _moved(_make(text, spaced=True), base)


def bare(text: str) -> str:
    """The characters of `squeezed` alone, for texts whose places are of no interest."""
    return "".join(_words(_fold(text), spaced=False))


def squeezed(text: str, base: int = 0) -> View:
    """As `folded`, with all white space and line breaks dropped too. Remembers the texts last asked for."""
    return _sentence(text, base) if len(text) <= _SENTENCE else _passage(text, base)


_SENTENCE = 400
"""Code points up to which a text is taken for a sentence: many of these are remembered, and few of longer ones."""


@lru_cache(maxsize=2048)
def _sentence(text: str, base: int) -> View:
    return _moved(_unplaced(text), base)


@lru_cache(maxsize=1024)
def _unplaced(text: str) -> View:
    return _make(text)


@lru_cache(maxsize=64)
def _passage(text: str, base: int) -> View:
    """Put together from its lines: while a draft is written, most of them stay as they are."""
    last = base + len(text)
    places: Sequence[int] = _PLACES if last < len(_PLACES) else range(last + 1)
    words: list[str] = []
    home: list[int] = []
    at = base
    for line in text.split("\n"):
        if line:
            seen, first, dropped = _line(line)
            words.append(seen)
            if dropped is None:
                home += places[at + first : at + first + len(seen)]
            else:
                home += [place + at for place in dropped]
        at += len(line) + 1
    home.append(last)
    return View("".join(words), tuple(home))


@lru_cache(maxsize=1024)
def _line(text: str) -> tuple[str, int, tuple[int, ...] | None]:
    """The characters of a line that are kept, the place of the first, and the places of all where some inside are
    dropped."""
    view = _make(text)
    home = tuple(view.home[:-1])
    first = home[0] if home else 0
    return view.text, first, None if home == tuple(range(first, first + len(home))) else home
