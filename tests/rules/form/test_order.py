"""Every order of the six sections."""

from __future__ import annotations

from itertools import permutations

import pytest

from drafter.rules.form.f103_section_order import _longest_run


@pytest.mark.parametrize("ranks", list(permutations(range(4))))
def test_what_is_left_out_stands_on_a_wrong_side(ranks: tuple[int, ...]) -> None:
    kept = _longest_run(list(ranks))
    assert [ranks[i] for i in sorted(kept)] == sorted(ranks[i] for i in kept)
    for i in set(range(4)) - kept:
        assert any((ranks[i] > ranks[j]) == (i < j) for j in range(4) if j != i)
