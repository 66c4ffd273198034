"""Keeps the spelling model of a store's texts up to date; it lies beside the store."""

from __future__ import annotations

from pathlib import Path

from drafter.corpus.store import Store

# The model is trained anew when the store has grown or shrunk by this share since; below it would hardly differ.
_DRIFT = 0.1


def keep_trained(store_path: Path, *, always: bool = False) -> bool:
    """Train on the store's texts where the model is missing or out of date; whether it was trained.

    `always` trains in any case: after a removal no trace of the removed text may stay. Raises OSError.
    """
    from drafter.analyse.spelling.own import train, trained_on

    with Store.open(store_path) as store:
        before, now = trained_on(store.model_path), store.wording_count()
        if not always and before and abs(now - before) <= _DRIFT * before:
            return False
        train(store.model_path, store.texts(), now)
    return True
