from __future__ import annotations

from drafter.model.recent import Recent


def test_the_oldest_goes_when_one_more_comes() -> None:
    kept: Recent[str, int] = Recent(2)
    for number, key in enumerate("abc"):
        kept.put(key, number)
    assert "a" not in kept
    assert (kept.get("b"), kept.get("c"), len(kept)) == (1, 2, 2)


def test_putting_again_replaces_and_drops_nothing() -> None:
    kept: Recent[str, int] = Recent(2)
    kept.put("a", 1)
    kept.put("b", 2)
    assert kept.put("a", 3) == 3
    assert (kept.get("a"), kept.get("b")) == (3, 2)
