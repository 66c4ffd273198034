"""Passages that reports of a batch share with each other.

Names and figures are taken out first (data.slots), so that likeness is that of the wording.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from rapidfuzz import fuzz, process

from drafter.model.audit import Alike, Copy, Passage

SHORTEST = 16
"""Code points of a passage below which a likeness says nothing."""


def shared_passages(
    passages: Sequence[Passage], shapes: Sequence[str], owners: Sequence[str], threshold: float
) -> tuple[tuple[Copy, ...], tuple[Alike, ...]]:
    """Groups of near-equal passages of different owners, most members first; and pairs of reports that share any.

    `shapes` are the passages without names and figures, `owners` the agency of each passage; likeness is rapidfuzz's
    ratio, 0..100. Within a group every passage is near enough to the group's first.
    """
    if len(passages) < 2:
        return (), ()
    table = process.cdist(shapes, shapes, scorer=fuzz.ratio, score_cutoff=threshold, dtype=np.float32)
    groups: list[Copy] = []
    pairs: dict[tuple[int, int], set[int]] = {}
    taken: set[int] = set()
    for i in range(len(passages)):
        near = [j for j in np.flatnonzero(table[i] >= threshold).tolist() if owners[j] != owners[i]]
        for j in near:
            if i < j:
                pairs.setdefault((passages[i].report, passages[j].report), set()).add(i)
        fresh = [j for j in near if j not in taken]
        if i not in taken and fresh:
            taken.update((i, *fresh))
            groups.append(Copy((passages[i], *(passages[j] for j in fresh)), float(min(table[i][j] for j in fresh))))
    sizes = {p.report: sum(q.report == p.report for q in passages) for p in passages}
    alike = [Alike(a, b, len(found), min(sizes[a], sizes[b])) for (a, b), found in pairs.items()]
    groups.sort(key=lambda g: (-len(g.passages), -g.score))
    return tuple(groups), tuple(sorted(alike, key=lambda p: (-p.shared / p.of, -p.shared)))
