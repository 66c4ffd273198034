"""Which store a command works with."""

from __future__ import annotations

from drafter.corpus.store import Store, user_store_path
from drafter.model.config import Config


def open_store(config: Config) -> Store:
    """The store that the configuration names, else the user's own, else the embedded sample. Raises Problem."""
    if config.corpus:
        return Store.open(config.corpus)
    return Store.open(user_store_path() if user_store_path().exists() else None)
