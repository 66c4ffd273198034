import numpy as np
from hypothesis import example, given
from hypothesis import strategies as st

from drafter.analyse.spelling.hashed import build_set


@example([1, 326])  # one home and one mark
@given(st.lists(st.integers(0, 2**64 - 1), unique=True, max_size=300))
def test_finds_its_members_at_their_slots(keys: list[int]) -> None:
    table = np.array(keys, dtype=np.uint64)
    members, slots = build_set(table)
    found = members.find(table)
    # Two keys may share home and mark: the first slot then answers for both.
    assert (members.marks[found] == members.marks[slots]).all()
    assert ((found >= 0) & (found <= slots)).all()
    assert len(set(slots.tolist())) == len(keys)


def test_strangers_are_rarely_taken_for_members() -> None:
    random = np.random.default_rng(3)
    keys = random.integers(0, 2**63, 60_000, dtype=np.uint64)
    members, _ = build_set(np.unique(keys[:30_000]))
    assert (members.find(np.setdiff1d(keys[30_000:], keys[:30_000])) >= 0).mean() < 0.001


def test_the_order_of_keys_does_not_matter() -> None:
    keys = np.arange(1000, dtype=np.uint64) * np.uint64(7919)
    there, back = build_set(keys)[0], build_set(keys[::-1].copy())[0]
    assert there.marks.tobytes() == back.marks.tobytes()
    assert there.filter.tobytes() == back.filter.tobytes()


def test_an_empty_set_finds_nothing() -> None:
    members, _ = build_set(np.zeros(0, dtype=np.uint64))
    assert members.find(np.array([1, 2], dtype=np.uint64)).tolist() == [-1, -1]
