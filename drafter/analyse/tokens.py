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
from typing import Any

# Size of dict.txt in jieba 0.42.1 and the sum of its frequencies. Another file is read whole.
_KNOWN_SIZE = 5_071_852
_KNOWN_TOTAL = 60_101_967
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
    """jieba.Tokenizer with its dictionary filled as texts call for it. Not safe for threads that share one."""

    def __init__(self) -> None:
        jieba = _jieba()
        self._tokenizer: Any = jieba.Tokenizer()
        self._seen: set[str] = set()
        self._dictionary: SortedDictionary | None = None
        path = Path(str(jieba.__file__)).with_name("dict.txt")
        data = path.read_bytes()
        if len(data) == _KNOWN_SIZE:
            self._dictionary = SortedDictionary(data)
            self._tokenizer.total = _KNOWN_TOTAL
            add_lines(self._dictionary.head(), self._tokenizer.FREQ)
        else:
            with path.open("rb") as file:
                self._tokenizer.FREQ, self._tokenizer.total = self._tokenizer.gen_pfdict(file)
        self._tokenizer.initialized = True

    def load(self, chars: Iterable[str]) -> None:
        """Read the words that begin with any of `chars`."""
        if self._dictionary is None:
            return
        for char in set(chars) - self._seen:
            self._seen.add(char)
            if char >= "\u0370":
                add_lines(self._dictionary.lines(char), self._tokenizer.FREQ)

    def frequencies(self) -> dict[str, int]:
        """The words read so far and their beginnings (0)."""
        return self._tokenizer.FREQ  # type: ignore[no-any-return]

    def cut(self, text: str) -> list[tuple[str, int]]:
        """Words and the offsets they start at; together they are `text`."""
        self.load(text)
        found = []
        at = 0
        for word in self._tokenizer.cut(text):
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
