"""Times that other work on the machine hardly touches, and caches emptied for a measurement."""

from __future__ import annotations

import functools
import gc
import time
from collections.abc import Callable

from drafter.engine.memory import Memory
from drafter.model.recent import Recent

_TEXTS = 16
"""Least size of a cache that remembers texts; smaller ones hold what was loaded."""


def memories() -> list[Callable[[], None]]:
    """What empties the caches that may hold something of a text."""
    found: list[Callable[[], None]] = []
    for kept in gc.get_objects():
        if isinstance(kept, functools._lru_cache_wrapper) and (kept.cache_parameters()["maxsize"] or 0) >= _TEXTS:
            found.append(kept.cache_clear)
        elif isinstance(kept, Recent):
            found.append(kept.clear)
        elif isinstance(kept, Memory):
            found.append(kept.forget)
    return found


def least(job: Callable[[], object], rounds: int, before: Callable[[], object] = lambda: None) -> float:
    """The least processor time of a job, in milliseconds; `before` is run ahead of each round and not counted."""
    found = []
    for _ in range(rounds):
        before()
        start = time.process_time()
        job()
        found.append(time.process_time() - start)
    return min(found) * 1000
