"""The nearest past wordings of a sentence.

Candidates come from the index: a sentence's pairs of characters are taken rarest first until their lists together hold
`BUDGET` entries, and the sentences that share most of them are measured with rapidfuzz. A fixed number of rarest pairs
would do worse: every edit makes new, spuriously rare pairs, while a budget always reaches the ordinary ones.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from rapidfuzz import fuzz, process

from drafter.corpus import postings
from drafter.corpus.grams import Ints, pairs
from drafter.corpus.store import Store, Wording

BUDGET = 20_000
CANDIDATES = 48
# Pairs of a sentence that are looked up at most: what a byte can count.
_MOST_SHARED = 255
# Lists of the index kept in memory between searches; about 100 MB in a store of 10,000 reports.
_KEPT = 20_000
# Shapes whose nearest wordings are kept; a report has some sixty.
_REMEMBERED = 1024

Ids = npt.NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Hit:
    """A past wording and its likeness, 0..100 (rapidfuzz ratio of the shapes)."""

    wording: Wording
    score: float


class Searcher:
    """Searches one store; keeps what it has read of the index. Not for use while the store is written."""

    def __init__(self, store: Store, *, budget: int = BUDGET, candidates: int = CANDIDATES) -> None:
        self._store = store
        self._budget = budget
        self._candidates = candidates
        self._lists: dict[int, Ids] = {}
        self._asked = (0.0, 0)
        self._known: dict[str, tuple[Hit, ...]] = {}
        self._users: dict[int, frozenset[int]] = {}
        self._tail = _Tail(store)
        (last,) = store.connection.execute("SELECT coalesce(max(id), 0) FROM sentences").fetchone()
        # One byte each: in a large store they are looked up all over, and what fits the processor's cache is quick.
        self._counts = np.zeros(last + 1, dtype=np.uint8)

    def nearest(self, shapes: Sequence[str], cutoff: float = 60.0, limit: int = 10) -> list[tuple[Hit, ...]]:
        """For every shape its nearest wordings of at least `cutoff`, best first, at most `limit`.

        Remembers the shapes last asked for: while a draft is written, most of its sentences stay.
        """
        if (cutoff, limit) != self._asked or len(self._known) > _REMEMBERED:
            self._asked, self._known = (cutoff, limit), {}
        fresh = [s for s in dict.fromkeys(shapes) if s not in self._known]
        if fresh:
            self._known.update(zip(fresh, self._search(fresh, cutoff, limit), strict=True))
        return [self._known[s] for s in shapes]

    def agencies(self, hits: Sequence[Hit]) -> int:
        """How many agencies use one of the wordings, as far as the store counts them."""
        users: set[int] = set()
        for hit in hits:
            if hit.wording.id not in self._users:
                self._users[hit.wording.id] = self._store.users(hit.wording.id)
            users |= self._users[hit.wording.id]
        return len(users)

    def _search(self, shapes: Sequence[str], cutoff: float, limit: int) -> list[tuple[Hit, ...]]:
        chosen = self._chosen(shapes)
        self._load({gram for grams in chosen for gram in grams})
        found = [self._candidates_of(grams) for grams in chosen]
        wordings = {w.id: w for w in self._store.wordings({int(i) for ids in found for i in ids})}
        return [
            _best(shape, [wordings[i] for i in ids.tolist() if i in wordings], cutoff, limit)
            for shape, ids in zip(shapes, found, strict=True)
        ]

    def _chosen(self, shapes: Sequence[str]) -> list[list[int]]:
        """The pairs to look up for every shape."""
        grams, places = pairs(shapes)
        sizes = postings.frequencies(self._store.connection, set(grams.tolist()))
        of_shape: list[list[tuple[int, int]]] = [[] for _ in shapes]
        for gram, place in zip(grams.tolist(), places.tolist(), strict=True):
            size = sizes.get(gram, 0) + self._tail.size(gram)
            if size:
                of_shape[place].append((size, gram))
        return [self._within_budget(sorted(found)) for found in of_shape]

    def _within_budget(self, sized: list[tuple[int, int]]) -> list[int]:
        chosen: list[int] = []
        spent = 0
        for size, gram in sized:
            if (chosen and spent + size > self._budget) or len(chosen) == _MOST_SHARED:
                break
            chosen.append(gram)
            spent += size
        return chosen

    def _candidates_of(self, grams: list[int]) -> Ids:
        """The sentences that share most of the pairs."""
        lists = [self._lists[gram] for gram in grams]
        if not lists:
            return np.empty(0, dtype=np.int32)
        for ids in lists:
            self._counts[ids] += 1
        together = np.concatenate(lists)
        shared = self._counts[together]
        self._counts[together] = 0
        return _most_shared(together, shared, self._candidates)

    def _load(self, grams: set[int]) -> None:
        """Read lists that are not there yet."""
        if len(self._lists) > _KEPT:
            self._lists.clear()
        wanted = grams - self._lists.keys()
        stored = postings.load(self._store.connection, wanted)
        for gram in wanted:
            late = self._tail.ids(gram)
            early = stored.get(gram)
            self._lists[gram] = late if early is None else np.concatenate((early, late)) if len(late) else early


def searcher(store: Store) -> Searcher:
    """The searcher of an open store, kept from search to search until somebody writes the store."""
    (others,) = store.connection.execute("PRAGMA data_version").fetchone()
    state = (int(others), store.connection.total_changes)
    if not (isinstance(store.kept, tuple) and store.kept[0] == state):
        store.kept = (state, Searcher(store))
    found = store.kept[1]
    assert isinstance(found, Searcher)
    return found


class _Tail:
    """The sentences that came after the last index update."""

    def __init__(self, store: Store) -> None:
        start = postings.indexed(store.connection)
        rows = store.connection.execute("SELECT id, text FROM sentences WHERE id > ? ORDER BY id", (start,)).fetchall()
        self._grams: Ints = np.empty(0, dtype=np.int64)
        self._ids: Ids = np.empty(0, dtype=np.int32)
        if rows:
            self._grams, places = pairs([text for _, text in rows])
            self._ids = np.array([number for number, _ in rows], dtype=np.int32)[places]

    def size(self, gram: int) -> int:
        """How many of them hold a pair."""
        return len(self.ids(gram)) if len(self._ids) else 0

    def ids(self, gram: int) -> Ids:
        """Their numbers."""
        low, high = np.searchsorted(self._grams, (gram, gram + 1))
        return self._ids[low:high]


def _most_shared(ids: Ids, shared: npt.NDArray[np.uint8], limit: int) -> Ids:
    """The `limit` numbers with the highest counts, highest first; `ids` may hold a number many times."""
    floor = int(shared.max()) // 3
    keep = ids[shared > floor]
    distinct, first = np.unique(keep, return_index=True)
    order = np.argsort(-shared[shared > floor][first].astype(np.int32), kind="stable")
    return distinct[order[:limit]]


def _best(shape: str, wordings: list[Wording], cutoff: float, limit: int) -> tuple[Hit, ...]:
    scores = process.cdist([shape], [w.text for w in wordings], scorer=fuzz.ratio, score_cutoff=cutoff)[0]
    hits = [Hit(w, float(s)) for w, s in zip(wordings, scores.tolist(), strict=True) if s >= cutoff and s > 0]
    return tuple(sorted(hits, key=lambda hit: (-hit.score, hit.wording.id))[:limit])
