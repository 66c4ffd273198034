import numpy as np
import pytest

from drafter.analyse.spelling.likeness import FUZZY, NEAR, SAME_SYLLABLE, SAME_TONE, UNLIKE, Likeness


def between(likeness: Likeness, wrong: str, right: str) -> tuple[int, int]:
    sound, shape = likeness.between(np.array([ord(wrong)]), np.array([ord(right)]))
    return int(sound[0]), int(shape[0])


@pytest.mark.parametrize(
    ("wrong", "right", "level"),
    [
        ("及", "急", SAME_TONE),
        ("及", "机", SAME_SYLLABLE),
        ("神", "生", FUZZY),
        ("这", "镇", NEAR),
        ("开", "公", UNLIKE),
    ],
)
def test_sound_levels(shipped: Likeness, wrong: str, right: str, level: int) -> None:
    assert between(shipped, wrong, right)[0] == level


@pytest.mark.parametrize(("wrong", "right"), [("己", "已"), ("未", "末"), ("人", "入"), ("拔", "拨")])
def test_look_alikes_have_a_degree(shipped: Likeness, wrong: str, right: str) -> None:
    assert between(shipped, wrong, right)[1] > 60


def test_characters_alike_in_nothing_are_no_neighbours(shipped: Likeness) -> None:
    assert between(shipped, "开", "县") == (UNLIKE, 0)
    assert between(shipped, "前", "县")[1] == 0


def test_nobody_is_his_own_neighbour(shipped: Likeness) -> None:
    codes = np.array([ord(char) for char in "公开信息县镇"])
    who, at = shipped.neighbours(codes)
    assert (shipped.right[at] != codes[who]).all()
    assert set(who.tolist()) == set(range(len(codes)))
