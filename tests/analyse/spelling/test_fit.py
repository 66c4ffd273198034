from pathlib import Path

import numpy as np
import pytest

from drafter.analyse.spelling import Speller, decision, fit
from drafter.analyse.spelling.decision import Decision
from drafter.analyse.spelling.features import NAMES


def test_the_logistic_model_learns_what_separates() -> None:
    random = np.random.default_rng(5)
    rows = random.normal(size=(400, len(NAMES))).astype(np.float32)
    labels = rows[:, 0] + rows[:, 1] * rows[:, 2] > 0
    fitted = fit.fit_logistic(rows, labels, np.ones(len(rows)), penalty=5.0)
    assert ((fitted.chances(rows) > 0.5) == labels).mean() > 0.95


def test_a_decision_comes_back_from_its_file(tmp_path: Path) -> None:
    size = len(NAMES)
    weights = np.linspace(-1, 1, 1 + size + size * (size + 1) // 2)
    decision.save(tmp_path / "d", Decision(np.zeros(size), np.ones(size), weights))
    back = decision.load(tmp_path / "d")
    rows = np.ones((2, size), dtype=np.float32)
    assert back.chances(rows) == pytest.approx(Decision(np.zeros(size), np.ones(size), weights).chances(rows), abs=0.01)


def test_a_decision_for_other_features_is_refused(tmp_path: Path) -> None:
    (tmp_path / "d").write_text('{"features": ["gain"]}', encoding="utf-8")
    with pytest.raises(ValueError, match="按别的特征拟合"):
        decision.load(tmp_path / "d")


def test_examples_know_which_errors_they_touch(speller: Speller) -> None:
    pairs = [
        fit.Pair("全面贯切落实党中央决策部署。", "全面贯彻落实党中央决策部署。"),
        fit.Pair("全面推进。", "全面推进。"),
    ]
    found = fit.examples(pairs, speller.tables)
    assert any(example.touched == (3,) for example in found)
    assert all(not example.touched for example in found if example.sentence == 1)
