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

_ZERO_WIDTH = frozenset("\u200b\u200c\u200d\u2060\ufeff\u00ad")
_SPACES = frozenset(" \t\u3000\u00a0\u2002\u2003\u2009")
_BREAKS = frozenset("\r\n\x0b\x0c\u2028\u2029")
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


class _Folds(dict[int, str]):
    """`fold_char` as a table for str.translate, filled as characters turn up."""

    def __missing__(self, code: int) -> str:
        folded = self[code] = fold_char(chr(code))
        return folded


_FOLDS = _Folds()
_FOLDABLE = re.compile("[\uff05\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\u2e80-\u2eff\u2f00-\u2fdf]")
"""The characters that `fold_char` changes, and a few that it leaves."""
_UNSEEN = re.compile(f"[{''.join(_ZERO_WIDTH)}]+")
_GAPS = re.compile(f"[{''.join(_ZERO_WIDTH | _SPACES | _BREAKS)}]+")


def _make(text: str, drop: re.Pattern[str]) -> View:
    """The view of a text that stands at offset 0."""
    if _FOLDABLE.search(text):
        text = text.translate(_FOLDS)
    if drop.search(text) is None:
        return View(text, range(len(text) + 1))
    home: list[int] = []
    at = 0
    for gap in drop.finditer(text):
        home.extend(range(at, gap.start()))
        at = gap.end()
    home.extend(range(at, len(text) + 1))
    return View(drop.sub("", text), tuple(home))


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
    return _moved(_make(text, _UNSEEN), base)


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
    return _make(text, _GAPS)


@lru_cache(maxsize=64)
def _passage(text: str, base: int) -> View:
    return _moved(_make(text, _GAPS), base)
