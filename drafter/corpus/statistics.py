"""What the store knows about usage: who uses a wording, what peers usually tell."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from drafter.corpus.past import PastReport
from drafter.corpus.store import Store
from drafter.data.phrases import load_phrases

# Peers are counted from this many agencies on; fewer say nothing about custom.
ENOUGH = 8


@dataclass(frozen=True, slots=True)
class Usage:
    """How many reports and agencies use a wording, and how many reports of the same region."""

    reports: int
    agencies: int
    local: int


def usage(store: Store, wordings: Iterable[int], region: str) -> Usage:
    """The use of several wordings taken together."""
    wanted = sorted(wordings)
    marks = ",".join("?" * len(wanted))
    row = store.connection.execute(
        "SELECT count(DISTINCT u.report), count(DISTINCT u.agency),"
        " count(DISTINCT CASE WHEN a.region = ? AND a.region <> '' THEN u.report END)"
        f" FROM uses u JOIN agencies a ON a.id = u.agency WHERE u.sentence IN ({marks})",
        (region, *wanted),
    ).fetchone()
    return Usage(*row)


def topics_of(report: PastReport) -> tuple[str, ...]:
    """The usual topics that a report tells."""
    texts: dict[str, str] = {}
    for section in report.sections:
        texts[section.kind] = texts.get(section.kind, "") + "".join(section.sentences)
    return tuple(t.id for t in load_phrases().topics if t.pattern.search(texts.get(t.section, "")))


def topic_shares(store: Store, kind: str) -> dict[str, float]:
    """The share of agencies of a kind that told each topic in their latest report; empty when too few to tell."""
    rows = store.connection.execute(
        "SELECT r.topics, max(r.year) FROM reports r JOIN agencies a ON a.id = r.agency WHERE a.kind = ? GROUP BY a.id",
        (kind,),
    ).fetchall()
    if len(rows) < ENOUGH:
        return {}
    return {t.id: sum(f" {t.id} " in told for told, _ in rows) / len(rows) for t in load_phrases().topics}
