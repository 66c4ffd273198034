"""Makes the embedded corpus: `python -m drafter.corpus.sample.build corpus/sample.sqlite`."""

from __future__ import annotations

import sqlite3
import sys
from pathlib import Path

from drafter.corpus import postings
from drafter.corpus.sample.reports import sample_reports
from drafter.corpus.store import Store
from drafter.corpus.write import add, transaction


def build(target: Path) -> None:
    """Write the sample corpus to `target`, in place of what is there; the same bytes of data every time."""
    made = target.with_suffix(".new")
    for old in made.parent.glob(made.name + "*"):
        old.unlink()
    with Store.open(made, write=True) as store:
        with transaction(store.connection):
            for report in sample_reports():
                add(store.connection, report)
            store.connection.execute("UPDATE settings SET value = '1' WHERE name = 'sample'")
        postings.update(store.connection, tail=0)
        # A file that is only ever read needs no log beside it.
        store.connection.execute("PRAGMA journal_mode = DELETE")
        target.unlink(missing_ok=True)
        store.connection.execute("VACUUM INTO ?", (str(target),))
    made.unlink()


def content(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table, for comparing two stores."""
    connection = sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True)
    names = [n for (n,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
    rows = {name: connection.execute(f"SELECT * FROM {name} ORDER BY 1, 2").fetchall() for name in names}
    connection.close()
    return rows


if __name__ == "__main__":
    build(Path(sys.argv[1]))
