"""The small logistic model: features and their products to the chance that a candidate marks a real error."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from drafter.analyse.spelling.features import NAMES
from drafter.analyse.spelling.hashed import I64
from drafter.analyse.spelling.ngram import F32

F64 = npt.NDArray[np.float64]
FILE_NAME = "decision.json"
_LIMIT = 4.0  # scaled features are cut here, so that a strange text cannot push a product out of the known range


@dataclass(frozen=True, slots=True)
class Decision:
    """`means` and `scales` of the features, `weights` of 1, the features and their products."""

    means: F64
    scales: F64
    weights: F64

    def chances(self, rows: F32) -> F64:
        """The chance of every row of features."""
        logits = terms((rows - self.means) / self.scales) @ self.weights
        chances: F64 = 1 / (1 + np.exp(-logits))
        return chances


def terms(scaled: npt.NDArray[np.floating]) -> F64:
    """1, every feature, every product of two features (and its square), row by row."""
    cut = np.clip(np.asarray(scaled, dtype=np.float64), -_LIMIT, _LIMIT)
    first, second = _pairs(cut.shape[1])
    return np.concatenate((np.ones((len(cut), 1)), cut, cut[:, first] * cut[:, second]), axis=1)


@cache
def _pairs(size: int) -> tuple[I64, I64]:
    """Every two of so many, and each with itself."""
    first, second = np.triu_indices(size)
    return first, second


def load(path: Path) -> Decision:
    """The model of a file. Raises OSError, or ValueError when it does not fit the features."""
    data = json.loads(path.read_text(encoding="utf-8"))
    if tuple(data["features"]) != NAMES:
        raise ValueError(f"{path} 是按别的特征拟合的")
    means, scales, weights = (np.array(data[key], dtype=np.float64) for key in ("means", "scales", "weights"))
    return Decision(means, scales, weights)


def save(path: Path, decision: Decision) -> None:
    """Write the model as JSON, in place of what is there, all at once. Raises OSError."""
    data = {
        "features": list(NAMES),
        "means": [round(float(x), 5) for x in decision.means],
        "scales": [round(float(x), 5) for x in decision.scales],
        "weights": [round(float(x), 5) for x in decision.weights],
    }
    made = path.with_name(path.name + ".new")
    made.write_text(json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")
    os.replace(made, path)
