"""The small lists of the spelling check: pairs never proposed, and what marks the name of a person or place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import product
from pathlib import Path

PAIRS_FILE = "never.tsv"
NAMES_FILE = "names.tsv"
STOCK_FILE = "stock.tsv"
RIGHT_FILE = "right.tsv"
_PAIRS_HEAD = ("first", "second", "reason")
_KINDS_HEAD = ("kind", "words")
_STOCK_HEAD = ("first", "then")
_RIGHT_HEAD = ("field", "words")
_RIGHT_WORD = re.compile("[\u4e00-\u9fff]{2,8}")
_PHRASE_KINDS = ("before", "self", "after")
_WORDS_HEAD = ("word", "frequency")
_LONGEST_WORD = 4
NAME_KINDS = ("surname", "title", "place", "region", "counted", "term", "function")


@dataclass(frozen=True, slots=True)
class Lists:
    """`never` holds pairs both ways, `stock` phrases that reports use as they stand, `right` words of the departments
    that the models have hardly met; the others are the words of their kind. The long ones have no part in the hash:
    patterns are kept by list, and asked for with every paragraph."""

    never: frozenset[tuple[str, str]]
    surnames: frozenset[str]
    titles: tuple[str, ...]
    places: tuple[str, ...]
    regions: frozenset[str]
    counted: tuple[str, ...] = ()
    terms: tuple[str, ...] = field(default=(), hash=False)
    functions: frozenset[str] = frozenset()
    stock: tuple[str, ...] = field(default=(), hash=False)
    right: frozenset[str] = field(default=frozenset(), hash=False)


def load_lists(folder: Path) -> Lists:
    """The lists of `lexicons/spelling`. Raises OSError, or ValueError with file:line for a broken row."""
    never = frozenset(pair for first, second, _ in _pairs(folder / PAIRS_FILE) for pair in _both(first, second))
    words = _kinds(folder / NAMES_FILE, NAME_KINDS)
    return Lists(
        never,
        frozenset(words["surname"]),
        tuple(words["title"]),
        tuple(words["place"]),
        frozenset(words["region"]),
        tuple(words["counted"]),
        tuple(words["term"]),
        frozenset(words["function"]),
        load_stock(folder / STOCK_FILE),
        load_right(folder / RIGHT_FILE),
    )


def load_stock(path: Path) -> tuple[str, ...]:
    """Stock phrases: every word of a row's first column with every one of its second; none where there is no file.

    Raises OSError, or ValueError with file:line for a broken row.
    """
    if not path.exists():
        return ()
    rows = [row for _, row in _rows(path, _STOCK_HEAD)]
    return tuple(dict.fromkeys(a + b for first, then in rows for a, b in product(first.split(), then.split())))


def load_right(path: Path) -> frozenset[str]:
    """Right words of two to eight characters, each once, by the field that uses them; none where there is no file.

    Raises OSError, or ValueError with file:line for a broken row.
    """
    if not path.exists():
        return frozenset()
    words: set[str] = set()
    for number, (_, text) in _rows(path, _RIGHT_HEAD):
        for word in text.split():
            if not _RIGHT_WORD.fullmatch(word):
                raise ValueError(f"{path}:{number}: “{word}”不是二到八个汉字的词")
            if word in words:
                raise ValueError(f"{path}:{number}: “{word}”重复")
            words.add(word)
    return frozenset(words)


def load_words(path: Path) -> dict[str, int]:
    """The words of the field with their frequencies. Raises OSError, or ValueError with file:line for a broken row."""
    words = {}
    for number, (word, frequency) in _rows(path, _WORDS_HEAD):
        if not 1 <= len(word) <= _LONGEST_WORD or not frequency.isdecimal():
            raise ValueError(f"{path}:{number}: 应为一到{_LONGEST_WORD}个字的词和它的频次")
        words[word] = int(frequency)
    return words


def load_phrases(path: Path) -> tuple[str, ...]:
    """How an agency speaks of itself: every `before`, 我 with every `self`, and every `after`.

    Raises OSError, or ValueError with file:line for a broken row.
    """
    words = _kinds(path, _PHRASE_KINDS)
    return tuple("我".join((first, own)) + then for first, own, then in product(*(words[k] for k in _PHRASE_KINDS)))


def _kinds(path: Path, kinds: tuple[str, ...]) -> dict[str, list[str]]:
    words: dict[str, list[str]] = {kind: [] for kind in kinds}
    for number, (kind, text) in _rows(path, _KINDS_HEAD):
        if kind not in words:
            raise ValueError(f"{path}:{number}: 不认识的类别“{kind}”，应为 {'、'.join(kinds)} 之一")
        words[kind] += text.split()
    return words


def _both(first: str, second: str) -> tuple[tuple[str, str], tuple[str, str]]:
    return (first, second), (second, first)


def _pairs(path: Path) -> Iterator[tuple[str, ...]]:
    for number, row in _rows(path, _PAIRS_HEAD):
        first, second, reason = row
        if len(first) != len(second) or first == second or not reason:
            raise ValueError(f"{path}:{number}: 两个词应当等长、不同，并写明理由")
        yield row


def _rows(path: Path, head: tuple[str, ...]) -> Iterator[tuple[int, tuple[str, ...]]]:
    lines = path.read_text(encoding="utf-8").splitlines()
    if not lines or tuple(lines[0].split("\t")) != head:
        raise ValueError(f"{path}:1: 表头应为 {' '.join(head)}（制表符分隔）")
    for number, line in enumerate(lines[1:], start=2):
        row = tuple(line.split("\t"))
        if len(row) != len(head) or not row[0]:
            raise ValueError(f"{path}:{number}: 应为 {len(head)} 列")
        yield number, row
