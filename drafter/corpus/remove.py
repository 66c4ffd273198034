"""Taking reports out of the store for good."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from drafter.corpus import postings
from drafter.corpus.staging import Staging, staging_path
from drafter.corpus.store import Entry, Store
from drafter.corpus.write import delete, transaction


def remove(store_path: Path, entries: Sequence[Entry]) -> None:
    """Delete reports and every wording that only they used; what is deleted is overwritten in the file.

    Raises Problem when another drafter is writing.
    """
    with Store.open(store_path, write=True) as store, Staging(staging_path(store_path)) as staging:
        store.connection.execute("PRAGMA secure_delete = ON")
        with transaction(store.connection):
            for entry in entries:
                delete(store.connection, entry.id)
        postings.tidy(store.connection)
        store.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        staging.discard()
