"""How certain a finding must be."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from drafter.analyse.spelling import SETTINGS, Speller
from drafter.analyse.spelling.detect import Finding, find, without_overlap
from drafter.analyse.spelling.features import NAMES
from drafter.analyse.spelling.stream import read_stream


def _finding(at: int, right: str, chance: float, cover: int) -> Finding:
    row = np.zeros(len(NAMES), dtype=np.float32)
    row[NAMES.index("new_cover")] = cover
    return Finding(at, tuple(map(ord, right)), 2, 0, chance, row)


@pytest.mark.parametrize(
    ("right", "cover", "chance", "said"),
    [
        ("个位", 2, 0.5, False),  # known by itself alone: names sound like some word
        ("个位", 2, 0.65, True),
        ("个位", 3, 0.5, True),  # known beside its neighbour
        ("个", 1, 0.5, True),
    ],
)
def test_a_word_that_nothing_beside_it_asks_for_needs_more(
    monkeypatch: pytest.MonkeyPatch, speller: Speller, right: str, cover: int, chance: float, said: bool
) -> None:
    found = [_finding(4, right, chance, cover)]
    monkeypatch.setattr("drafter.analyse.spelling.detect.propose", lambda *_: found)
    monkeypatch.setattr("drafter.analyse.spelling.detect.second_pass", lambda *_: [])
    codes = read_stream("村里的歌圩很热闹。").codes
    told = find(codes, speller.tables, speller.reader, speller.decision.chances, SETTINGS.alerts)
    assert bool(told) is said


def test_the_likelier_of_two_that_overlap_stays() -> None:
    less, more = _finding(3, "责任", 0.6, 4), _finding(4, "任", 0.9, 4)
    assert without_overlap([less, more]) == [more]
    assert len(without_overlap([less, replace(more, at=5)])) == 2
