"""The model of the user's own past texts as a file, trained when texts are added and mapped when they are needed."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from drafter.analyse.spelling import ngram
from drafter.analyse.spelling.arrays import open_arrays, write_arrays
from drafter.analyse.spelling.count import build_model, join_texts
from drafter.analyse.spelling.reader import Reader
from drafter.analyse.spelling.speller import Speller

_ORDER = 4
# Texts with fewer characters teach nothing.
_LEAST = 200


def train(path: Path, texts: Iterable[str], size: int) -> None:
    """Train on `texts` and write the model to `path`, in place of what is there, all at once.

    `size` says how much was trained on; `trained_on` gives it back. Raises OSError.
    """
    codes = join_texts(list(texts))
    if len(codes) < _LEAST:
        path.unlink(missing_ok=True)
        return
    model = build_model(codes, order=_ORDER, prune=1)
    write_arrays(path, ngram.to_arrays(model), {"sizes": ngram.sizes(model), "size": size})


def trained_on(path: Path) -> int:
    """The `size` that the model at `path` was trained on; 0 when there is none."""
    try:
        return int(open_arrays(path).meta.get("size", 0))
    except (OSError, ValueError):
        return 0


def with_own(speller: Speller, path: Path) -> Speller:
    """The speller with the model at `path`; unchanged when there is none that can be used."""
    try:
        own = ngram.from_arrays(open_arrays(path))
    except (OSError, ValueError, KeyError):
        return speller
    return speller.reading(Reader(speller.tables.model, own))
