import numpy as np
import pytest

from drafter.analyse.spelling.count import build_model, join_texts
from drafter.analyse.spelling.ngram import Ngrams, score_stream, score_windows
from drafter.analyse.spelling.stream import read_stream

TEXT = "县局主动公开信息。县局及时公开文件。镇里主动公开信息。镇里收到申请。县局收到申请，按时答复。" * 3


@pytest.fixture(scope="module")
def model() -> Ngrams:
    return build_model(join_texts([TEXT]), order=4, prune=1)


def chance_sum(model: Ngrams, before: str) -> float:
    """The sum of the chances of every known code after `before`."""
    names = [code for code in range(0x10000) if model.single[code] < 255]
    windows = np.array([[*map(ord, before), code] for code in names], dtype=np.uint16)
    return float(np.power(10.0, score_windows(model, windows).log[:, -1]).sum())


@pytest.mark.parametrize("before", ["县", "主动", "收到申", "从未见", "见县局"])
def test_chances_after_a_context_sum_to_one(model: Ngrams, before: str) -> None:
    assert chance_sum(model, before) == pytest.approx(1.0, abs=0.08)  # scores are whole steps of 1/32


@pytest.mark.parametrize("before", ["县", "主动", "收到申"])
def test_pruning_keeps_the_chances_whole(before: str) -> None:
    pruned = build_model(join_texts([TEXT]), order=4, prune=4)
    assert chance_sum(pruned, before) == pytest.approx(1.0, abs=0.08)


def test_known_is_the_longest_gram_that_ends_there(model: Ngrams) -> None:
    known = score_stream(model, read_stream("主动公开").codes).known
    assert known.tolist()[1:5] == [1, 2, 3, 4] or known.tolist()[1:5] == [2, 2, 3, 4]


def test_seen_text_is_likelier_than_unseen(model: Ngrams) -> None:
    seen = score_stream(model, read_stream("县局主动公开信息。").codes).log.sum()
    assert seen > score_stream(model, read_stream("局县动主开公息信。").codes).log.sum() + 5


def test_no_text_at_all_gives_a_model() -> None:
    assert build_model(join_texts([]), order=2).order == 2
