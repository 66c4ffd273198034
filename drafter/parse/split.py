"""Tells glued figures apart: `20 0 0 0 02` is 2, 0, 0, 0, 0, 0, 2 since six parts make the seventh.

Every way to cut the digits is tried; sums and column equations rule ways out. What stays open is reported unread.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import product

Row = tuple[int, ...]
_MOST_WAYS = 20_000
_MOST_PRODUCTS = 200_000


def ways(chunks: Sequence[str], count: int) -> Iterator[Row]:
    """Every way to cut the digit strings `chunks` into `count` numbers without leading zeros, cuts between chunks
    kept."""
    if not chunks:
        if count == 0:
            yield ()
        return
    head, rest = chunks[0], chunks[1:]
    fewest = len(rest)
    for take in range(1, min(len(head), count - fewest) + 1):
        for front in _cut(head, take):
            for back in ways(rest, count - take):
                yield front + back


def _cut(digits: str, count: int) -> Iterator[Row]:
    if count == 1:
        if len(digits) == 1 or digits[0] != "0":
            yield (int(digits),)
        return
    longest = 1 if digits[0] == "0" else len(digits) - count + 1
    for size in range(1, longest + 1):
        for rest in _cut(digits[size:], count - 1):
            yield (int(digits[:size]), *rest)


def row_ways(chunks: Sequence[str], count: int, balanced: Callable[[Row], bool]) -> list[Row]:
    """The cuts that balance; where there is only one way to cut at all, that one, balanced or not.

    An empty list says that nothing decides, or that nothing fits.
    """
    found: list[Row] = []
    only: Row | None = None
    total = 0
    for row in ways(chunks, count):
        total += 1
        only = row
        if balanced(row):
            found.append(row)
        if total > _MOST_WAYS:
            return []
    if total == 1 and only is not None:
        return [only]
    return found


def sums_to_last(row: Row) -> bool:
    """Whether the numbers before the last add up to it."""
    return sum(row[:-1]) == row[-1]


def sums_by_five(row: Row) -> bool:
    """Whether in each group of five the first four add up to the fifth."""
    return all(sums_to_last(row[i : i + 5]) for i in range(0, len(row), 5))


def agree(
    candidates: dict[str, list[Row]], fits: Callable[[dict[str, Row]], bool]
) -> dict[str, tuple[int | None, ...]]:
    """Choose among the candidates of every row so that `fits` holds.

    Numbers on which all fitting choices agree are given, the others None. Where no choice fits, the equations are of no
    help (the report itself may be wrong) and only rows with a single candidate are given.
    """
    open_rows = [key for key, rows in candidates.items() if len(rows) > 1]
    settled = {key: rows[0] for key, rows in candidates.items() if len(rows) == 1}
    size = 1
    for key in open_rows:
        size *= len(candidates[key])
    fitting: list[dict[str, Row]] = []
    if size <= _MOST_PRODUCTS:
        for choice in product(*(candidates[key] for key in open_rows)):
            rows = settled | dict(zip(open_rows, choice, strict=True))
            if fits(rows):
                fitting.append(rows)
    result: dict[str, tuple[int | None, ...]] = dict(settled)
    for key in open_rows:
        options = [f[key] for f in fitting] or candidates[key]
        result[key] = tuple(column[0] if len(set(column)) == 1 else None for column in zip(*options, strict=True))
    return result
