"""Word segmentation: jieba's algorithm over its own dictionary, read where needed.

Loading the whole dictionary costs half a second a run; a report uses a tenth of it. The file is sorted, so the words
that begin with a character are found by bisection and read when that character first occurs. jieba's disk cache is
never read or written: a stale or forged one would silently change the segmentation.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from types import ModuleType

from drafter.analyse.likeliest import Paths

# Size of dict.txt in jieba 0.42.1 and the sum of its frequencies. Another file is read whole.
_KNOWN_SIZE = 5_071_852
_KNOWN_TOTAL = 60_101_967
_REMEMBERED = 4096  # stretches between marks; a report has some hundreds
_LONGEST = 400  # single characters in a row that the Markov model is given at once: its work grows with the square
_SORTED_FROM = "一".encode()


class SortedDictionary:
    """The bytes of jieba's dict.txt: `word frequency tag` lines, sorted but for a few lines at the head."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._body = data.index(b"\n" + _SORTED_FROM) + 1

    def head(self) -> bytes:
        """The lines before the sorted part."""
        return self._data[: self._body]

    def lines(self, char: str) -> bytes:
        """The sorted lines whose word starts with `char`."""
        key = char.encode()
        return self._data[self._lower(key) : self._lower(key[:-1] + bytes((key[-1] + 1,)))]

    def _lower(self, key: bytes) -> int:
        """The offset of the first line that is not before `key`, compared over the length of a first character."""
        low, high = self._body, len(self._data)
        while low < high:
            line = max(self._data.rfind(b"\n", low, (low + high) // 2) + 1, low)
            if self._data[line : line + len(key)] < key:
                low = (self._data.find(b"\n", line) + 1) or len(self._data)
            else:
                high = line
        return low


def add_lines(lines: bytes, frequencies: dict[str, int]) -> None:
    """Put the words of dictionary lines and, with frequency 0, their beginnings into `frequencies`, as jieba does."""
    for line in lines.decode().splitlines():
        word, frequency = line.split(" ", 2)[:2]
        frequencies[word] = int(frequency)
        for end in range(1, len(word)):
            frequencies.setdefault(word[:end], 0)


def _jieba() -> ModuleType:
    """jieba without setuptools' pkg_resources, which it can do without and which costs three times as much."""
    missing = "pkg_resources" not in sys.modules
    if missing:
        sys.modules["pkg_resources"] = None  # type: ignore[assignment]
    try:
        import jieba
    finally:
        if missing:
            del sys.modules["pkg_resources"]
    return jieba  # type: ignore[no-any-return]


class Segmenter:
    """jieba's accurate mode with its dictionary filled as texts call for it. Not safe for threads that share one."""

    def __init__(self) -> None:
        jieba = _jieba()
        self._blocks, self._gaps = jieba.re_han_default, jieba.re_skip_default
        self._unknown = jieba.finalseg.cut
        self._seen: set[str] = set()
        self._dictionary: SortedDictionary | None = None
        self._counts: dict[str, int] = {}
        path = Path(str(jieba.__file__)).with_name("dict.txt")
        data = path.read_bytes()
        total = _KNOWN_TOTAL
        if len(data) == _KNOWN_SIZE:
            self._dictionary = SortedDictionary(data)
            add_lines(self._dictionary.head(), self._counts)
        else:
            with path.open("rb") as file:
                self._counts, total = jieba.Tokenizer().gen_pfdict(file)
        self._paths = Paths(self._counts, total)
        self._block = lru_cache(maxsize=_REMEMBERED)(self._cut_block)

    def load(self, chars: Iterable[str]) -> None:
        """Read the words that begin with any of `chars`."""
        if self._dictionary is None:
            return
        for char in set(chars) - self._seen:
            self._seen.add(char)
            if char >= "\u0370":
                add_lines(self._dictionary.lines(char), self._counts)

    def frequencies(self) -> dict[str, int]:
        """The words read so far and their beginnings (0)."""
        return self._counts

    def cut(self, text: str) -> list[tuple[str, int]]:
        """Words and the offsets they start at; together they are `text`."""
        found: list[tuple[str, int]] = []
        at = 0
        for number, block in enumerate(self._blocks.split(text)):
            if number % 2:
                found += [(word, at + start) for word, start in self._block(block)]
            else:
                found += self._between(block, at)
            at += len(block)
        return found

    def _between(self, text: str, base: int) -> list[tuple[str, int]]:
        """Marks and spaces one by one; CRLF stays together."""
        found = []
        at = base
        for number, piece in enumerate(self._gaps.split(text)):
            pieces = [piece] if number % 2 else piece
            for word in pieces:
                found.append((word, at))
                at += len(word)
        return found

    def _cut_block(self, block: str) -> tuple[tuple[str, int], ...]:
        """The words of a stretch of Chinese characters, letters and digits. Single characters that follow each other
        are put together anew by jieba's hidden Markov model where the dictionary does not have them together."""
        self.load(block)
        ends = self._paths.ends(block)
        found: list[tuple[str, int]] = []
        alone = at = 0  # where the single characters before `at` begin
        while at < len(block):
            end = ends[at]
            if end - at > 1:
                found += self._singles(block[alone:at], alone)
                found.append((block[at:end], at))
                alone = end
            at = end
        return (*found, *self._singles(block[alone:], alone))

    def _singles(self, text: str, at: int) -> list[tuple[str, int]]:
        known = len(text) < 2 or self._counts.get(text)
        found = []
        for start in range(0, len(text), _LONGEST):
            run = text[start : start + _LONGEST]
            for word in run if known else self._unknown(run):
                found.append((word, at))
                at += len(word)
        return found


@lru_cache(maxsize=1)
def segmenter() -> Segmenter:
    """The one segmenter of the process."""
    return Segmenter()


def cut(text: str) -> list[tuple[str, int]]:
    """Words of `text` with their offsets, the same as stock jieba gives (accurate mode, with its HMM)."""
    return segmenter().cut(text)
