"""Refreshes in processes of their own, so that they can be killed, starved of disk and run side by side.

`python -m tests.corpus.crash STORE FOLDER` refreshes a store from packed reports.
"""

from __future__ import annotations

import random
import subprocess
import sys
import time
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path

from drafter.corpus.past import PastReport
from drafter.corpus.refresh import files_in, refresh
from drafter.corpus.sample.reports import sample_reports
from drafter.corpus.staging import pack, unpack
from drafter.corpus.store import Store
from drafter.corpus.verify import verify
from drafter.model.problem import Problem

SUFFIXES = frozenset((".report",))
_ROOT = Path(__file__).parent.parent.parent
State = dict[tuple[str, int], tuple[str, ...]]


def read(data: bytes, name: str) -> PastReport:
    """Stands in for reading and parsing."""
    return unpack(data)


def write_reports(folder: Path, reports: list[PastReport]) -> None:
    """One packed file a report."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, report in enumerate(reports):
        (folder / f"{number:05}.report").write_bytes(pack(report))


def corrected(report: PastReport) -> PastReport:
    """The report with a figure and a sentence changed."""
    first, *rest = report.sections
    changed = replace(first, paragraphs=(*first.paragraphs, ("另作更正说明一句。",)))
    return replace(report, sections=(changed, *rest), cells=report.cells | {"requests.new.total": Decimal(77)})


def state_of(reports: list[PastReport]) -> State:
    """What a store that holds exactly these reports says."""
    return {(r.agency, r.year): (*r.sentences, *(f"{k}={v}" for k, v in sorted(r.cells.items()))) for r in reports}


def stored(path: Path) -> State:
    """What a store says. Raises AssertionError when it is not sound."""
    with Store.open(path) as store:
        faults = verify(store)
        assert not faults, faults
        return state_of([store.load(entry) for entry in store.entries()])


@dataclass(frozen=True, slots=True)
class Scene:
    """A store in its old state, a folder that brings the new one, and both states."""

    store: Path
    folder: Path
    old: State
    new: State

    @classmethod
    def make(cls, place: Path, size: int = 100) -> Scene:
        """Half of the reports are there already and get corrected, half are new."""
        reports = list(sample_reports())[:size]
        before, after = reports[: size // 2], reports[size // 2 :]
        write_reports(place / "old", before)
        fixed = [corrected(r) for r in before]
        write_reports(place / "new", [*fixed, *after])
        store = place / "corpus.sqlite"
        refresh(store, files_in([place / "old"], SUFFIXES), read)
        return cls(store, place / "new", state_of(before), state_of([*fixed, *after]))

    def start(self) -> subprocess.Popen[bytes]:
        """A refresh to the new state in a process of its own; returns when it has begun."""
        command = [sys.executable, "-m", "tests.corpus.crash", str(self.store), str(self.folder)]
        process = subprocess.Popen(command, cwd=_ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        assert process.stdout is not None
        assert process.stdout.readline() == b"begin\n"
        return process

    def duration(self) -> float:
        """How long a refresh takes from its beginning, in seconds."""
        process = self.start()
        start = time.perf_counter()
        process.communicate()
        assert process.returncode == 0
        return time.perf_counter() - start

    def kill(self, after: float) -> bool:
        """Kill a refresh `after` seconds from its beginning; whether it was still running."""
        process = self.start()
        time.sleep(after)
        process.kill()
        process.communicate()
        return process.returncode < 0


def moments(rng: random.Random, count: int, duration: float) -> list[float]:
    """Random moments of a refresh."""
    return [rng.uniform(0, duration) for _ in range(count)]


def _main(store: str, folder: str) -> int:
    sys.stdout.write("begin\n")
    sys.stdout.flush()
    try:
        outcome = refresh(Path(store), files_in([Path(folder)], SUFFIXES), read)
    except Problem as error:
        sys.stderr.write(f"{error.kind} {error.message}\n")
        return 2
    sys.stdout.write(f"{len(outcome.new)} {len(outcome.changed)} {len(outcome.unchanged)}\n")
    return 0


if __name__ == "__main__":
    sys.exit(_main(*sys.argv[1:]))
