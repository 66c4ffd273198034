"""Works out the sums of a table form that no spreadsheet program has worked out yet."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal, InvalidOperation

_TERM = re.compile(r"\s*([+-]?)\s*(SUM\s*\(([^()]*)\)|[A-Z$]+[0-9$]+|\d+(?:\.\d+)?)", re.IGNORECASE)
_REFERENCE = re.compile(r"\$?([A-Za-z]{1,3})\$?(\d{1,6})$")
_DEEPEST = 20

Raw = Mapping[tuple[int, int], object]
"""What stands in a sheet's fields, by row and column counted from 1; formulas are texts beginning with =."""


def value_at(raw: Raw, row: int, column: int, depth: int = 0) -> Decimal | str | None:
    """The value of a field; a formula over nothing but blanks gives None, as a blank does.

    Understands sums of fields, ranges and numbers: `=SUM(D4:I4)`, `=D4+E4-F4`. Any other formula gives its own text.
    """
    found = raw.get((row, column))
    if not isinstance(found, str) or not found.startswith("="):
        return _plain(found)
    result = _sum(found[1:], lambda r, c: value_at(raw, r, c, depth + 1)) if depth < _DEEPEST else found
    return found if isinstance(result, str) else result


def understood(formula: str) -> bool:
    """Whether `value_at` can work a formula out."""
    return not isinstance(_sum(formula.removeprefix("="), lambda _r, _c: Decimal(1)), str)


def _plain(found: object) -> Decimal | str | None:
    if found is None or isinstance(found, bool):
        return None
    if isinstance(found, (int, float)):
        return Decimal(repr(found)) if isinstance(found, float) else Decimal(found)
    return str(found).strip() or None


def _sum(formula: str, at: Callable[[int, int], Decimal | str | None]) -> Decimal | str | None:
    """The value of a chain of terms; the formula itself when it is something else."""
    place, result = 0, None
    while place < len(formula):
        term = _TERM.match(formula, place)
        if term is None or (place and not term[1]):
            return formula
        for value in _values(term[3] if term[3] is not None else term[2], at):
            if isinstance(value, str):
                return formula
            if value is not None:
                result = (result or Decimal(0)) + (-value if term[1] == "-" else value)
        place = term.end()
        if not formula[place:].strip():
            break
    return result


def _values(words: str, at: Callable[[int, int], Decimal | str | None]) -> Iterator[Decimal | str | None]:
    for part in re.split(r"[,;，]", words):
        first, _, last = part.strip().partition(":")
        start, end = _REFERENCE.match(first.strip()), _REFERENCE.match((last or first).strip())
        if start is None or end is None:
            yield _number(part.strip())
            continue
        for row in range(int(start[2]), min(int(end[2]), int(start[2]) + 2000) + 1):
            for column in range(_column(start[1]), _column(end[1]) + 1):
                yield at(row, column)


def _number(words: str) -> Decimal | str:
    try:
        return Decimal(words)
    except InvalidOperation:
        return words


def _column(letters: str) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - 64
    return number
