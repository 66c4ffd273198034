"""Lists of sentence numbers: what goes in comes out, and it is short."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from drafter.corpus import lists

NUMBERS = st.sets(st.integers(0, 65535), min_size=1, max_size=400)
FAR_NUMBERS = st.sets(st.integers(0, 8 * 65536 - 1), min_size=1, max_size=60)


@given(NUMBERS)
def test_round_trip(numbers: set[int]) -> None:
    ids = np.array(sorted(numbers), dtype=np.uint16)
    blob = lists.encode(ids)
    assert len(blob) <= 2 * len(ids)
    assert np.array_equal(lists.decode(blob, len(ids)), ids)


@given(st.integers(0, 65000), st.integers(1, 500))
def test_dense_lists_take_a_byte_each(start: int, count: int) -> None:
    ids = np.arange(start, min(start + count, 65536), dtype=np.uint16)
    assert len(lists.encode(ids)) <= max(len(ids) + start // 255 + 1, 6)
    assert np.array_equal(lists.decode(lists.encode(ids), len(ids)), ids)


@given(st.lists(FAR_NUMBERS, min_size=1, max_size=6))
def test_long_lists_take_two_bytes_each_at_most(found: list[set[int]]) -> None:
    ids = np.concatenate([np.array(sorted(numbers), dtype=np.int64) for numbers in found])
    bounds = np.cumsum([0, *map(len, found)]).tolist()
    blobs = list(lists.encode_long(ids, bounds))
    for blob, (low, high) in zip(blobs, pairwise(bounds), strict=True):
        assert len(blob) <= 2 * (high - low) + 2 * 8
    rows = [(i, -1, len(numbers), blob) for i, (numbers, blob) in enumerate(zip(found, blobs, strict=True))]
    assert read(rows) == dict(enumerate(found))


@given(st.lists(st.tuples(st.booleans(), NUMBERS), min_size=1, max_size=8))
def test_rows_of_all_kinds_are_read_together(found: list[tuple[bool, set[int]]]) -> None:
    rows = []
    for i, (is_long, numbers) in enumerate(found):
        ids = np.array(sorted(numbers), dtype=np.uint16)
        blob = next(lists.encode_long(ids, [0, len(ids)])) if is_long else lists.encode(ids)
        rows.append((i, -1 if is_long else 0, len(ids), blob))
    assert read(rows) == {i: numbers for i, (_, numbers) in enumerate(found)}


def read(rows: list[lists.Row]) -> dict[int, set[int]]:
    """The numbers of every row, by its pair."""
    result = {}
    for kind, numbers in lists.decode_rows(rows):
        ends = np.cumsum([0, *(size for _, _, size, _ in kind)]).tolist()
        for (gram, *_), (low, high) in zip(kind, pairwise(ends), strict=True):
            result[gram] = set(numbers[low:high].tolist())
    return result
