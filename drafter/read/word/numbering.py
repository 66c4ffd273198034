"""Automatic paragraph numbers, which Word shows and the text lacks: 一、 （一） 1. ①"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from drafter.ooxml.xmltree import Element

_DIGITS = "〇一二三四五六七八九"
_LEGAL = "零壹贰叁肆伍陆柒捌玖"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
          (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip


def chinese(number: int, digits: str = _DIGITS, units: str = "十百千") -> str:
    """A number below 10 000 in Chinese: 十, 十一, 二十, 一百零三; larger ones digit by digit."""
    if number == 0 or number >= 10_000:
        return "".join(digits[int(d)] for d in str(number))
    zero = "零"
    words = ""
    for power in (3, 2, 1, 0):
        digit = number // 10**power % 10
        if digit:
            words += digits[digit] + (units[power - 1] if power else "")
        elif words and not words.endswith(zero):
            words += zero
    words = words.rstrip(zero)
    return words[1:] if units[0] == "十" and words.startswith("一十") else words


def _letters(number: int) -> str:
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1) if number > 0 else ""


def _roman(number: int) -> str:
    words = ""
    for value, letters in _ROMAN:
        words += letters * (number // value)
        number %= value
    return words


def _circled(number: int) -> str:
    return chr(0x2460 + number - 1) if 1 <= number <= 20 else str(number)


def _cycle(signs: str) -> Callable[[int], str]:
    return lambda number: signs[(number - 1) % len(signs)]


_FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda n: f"{n:02d}",
    "decimalFullWidth": lambda n: "".join(chr(ord(d) + 0xFEE0) for d in str(n)),
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "decimalEnclosedParen": lambda n: chr(0x2474 + n - 1) if 1 <= n <= 20 else str(n),
    "decimalEnclosedFullstop": lambda n: chr(0x2488 + n - 1) if 1 <= n <= 20 else str(n),
    "chineseCounting": chinese,
    "chineseCountingThousand": chinese,
    "taiwaneseCounting": chinese,
    "taiwaneseCountingThousand": chinese,
    "japaneseCounting": chinese,
    "koreanDigital2": chinese,
    "ideographDigital": lambda n: "".join(_DIGITS[int(d)] for d in str(n)),
    "chineseLegalSimplified": lambda n: chinese(n, _LEGAL, "拾佰仟"),
    "ideographLegalTraditional": lambda n: chinese(n, _LEGAL, "拾佰仟"),
    "ideographTraditional": _cycle(_STEMS),
    "ideographZodiac": _cycle(_BRANCHES),
    "ideographEnclosedCircle": lambda n: chr(0x3280 + n - 1) if 1 <= n <= 10 else chinese(n),
    "upperLetter": lambda n: _letters(n).upper(),
    "lowerLetter": _letters,
    "upperRoman": lambda n: _roman(n).upper(),
    "lowerRoman": _roman,
    "bullet": lambda _: "",
    "none": lambda _: "",
}


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: `text` holds `%1`…`%9` where the numbers go."""

    start: int = 1
    format: str = "decimal"
    text: str = ""
    legal: bool = False


@dataclass(frozen=True, slots=True)
class Numbering:
    """A `w:num`: the list it counts in, its levels, and the starts it sets anew."""

    abstract: str
    levels: dict[int, Level]
    restarts: dict[int, int]


def read_numbering(root: Element | None) -> dict[str, Numbering]:
    """Numberings by id."""
    if root is None:
        return {}
    abstract = {
        e.get("w:abstractNumId"): {_number(level.get("w:ilvl")): _level(level) for level in _all(e, "w:lvl")}
        for e in _all(root, "w:abstractNum")
    }
    return {e.get("w:numId"): _numbering(e, abstract) for e in _all(root, "w:num")}


def _numbering(element: Element, abstract: dict[str, dict[int, Level]]) -> Numbering:
    base = element.value("w:abstractNumId")
    levels = dict(abstract.get(base, {}))
    restarts: dict[int, int] = {}
    for override in _all(element, "w:lvlOverride"):
        index = _number(override.get("w:ilvl"))
        own = override.child("w:lvl")
        if own is not None:
            levels[index] = _level(own)
        if override.child("w:startOverride") is not None:
            restarts[index] = _number(override.value("w:startOverride"), 1)
    return Numbering(base, levels, restarts)


def _level(element: Element) -> Level:
    number_format = element.value("w:numFmt", "decimal")
    start = _number(element.value("w:start"), 1)
    return Level(start, number_format, element.value("w:lvlText"), element.child("w:isLgl") is not None)


def _all(element: Element, tag: str) -> list[Element]:
    return [c for c in element.children if c.tag == tag]


def _number(text: str, default: int = 0) -> int:
    return int(text) if text.isdecimal() and len(text) < 7 else default


class Counter:
    """Counts numbered paragraphs in document order."""

    def __init__(self, numberings: dict[str, Numbering]) -> None:
        self._numberings = numberings
        self._counts: dict[str, dict[int, int]] = {}
        self._restarted: set[tuple[str, int]] = set()

    def next(self, key: str, level: int) -> str:
        """The number shown before the next paragraph of list `key`; empty for bullets and unknown lists."""
        numbering = self._numberings.get(key)
        if numbering is None or level not in numbering.levels:
            return ""
        counts = self._counts.setdefault(numbering.abstract, {})
        self._advance(key, numbering, level, counts)
        return self._shown(numbering, level, counts)

    def _advance(self, key: str, numbering: Numbering, level: int, counts: dict[int, int]) -> None:
        start = numbering.levels[level].start
        if level in numbering.restarts and (key, level) not in self._restarted:
            self._restarted.add((key, level))
            counts[level] = numbering.restarts[level]
        else:
            counts[level] = counts[level] + 1 if level in counts else start
        for deeper in [at for at in counts if at > level]:
            del counts[deeper]

    def _shown(self, numbering: Numbering, level: int, counts: dict[int, int]) -> str:
        spec = numbering.levels[level]

        def number(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            other = numbering.levels.get(at, Level())
            form = "decimal" if spec.legal else other.format
            return _FORMATS.get(form, str)(counts.get(at, other.start))

        if spec.format in ("bullet", "none"):
            return ""
        shown = re.sub(r"%([1-9])", number, spec.text)
        # A tab or gap follows the number on the page; only between letters or digits does its lack change the reading.
        return f"{shown} " if shown[-1:].isalnum() else shown
