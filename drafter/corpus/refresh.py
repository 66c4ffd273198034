"""The yearly refresh: files in, reports in the store, all at once or not at all.

Files are read into staging first; then one transaction publishes what is new. A reader sees the store as it was until
that transaction ends. Killed at any moment, a refresh leaves the old state or the new one, and the next run goes on.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path

from drafter.corpus import postings
from drafter.corpus.past import PastReport
from drafter.corpus.staging import Staged, Staging, staging_path
from drafter.corpus.store import Store
from drafter.corpus.write import add, note_source, transaction
from drafter.data.files import readable, reason
from drafter.data.slots import agency_key, agency_tail
from drafter.model.problem import Problem

_HIDDEN = (".", "~$")

Read = Callable[[bytes, str], PastReport]
"""Turns a file's bytes and name into a report; raises Problem."""

Progress = Callable[[int, int, str], None]
"""Told how many files are done, of how many, and which is next."""

Key = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Named:
    """A report in the outcome."""

    agency: str
    year: int
    origin: str


@dataclass(frozen=True, slots=True)
class Refused:
    """A file that was not taken, and why (Chinese)."""

    origin: str
    why: str


@dataclass(slots=True)
class Outcome:
    """What a refresh did, or would do. `spare` are files of a report that another file gives more fully; `missing` the
    agencies that reported on the year before `year`, the latest year refreshed, and not on that year."""

    new: list[Named] = field(default_factory=list)
    changed: list[Named] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    spare: list[Refused] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    year: int | None = None


@dataclass(frozen=True, slots=True)
class _File:
    digest: str
    origin: str


@dataclass(slots=True)
class _Plan:
    """`publish`: digests of the files to publish, each with the files set aside for it; `known`: files that belong to a
    report the store has and keeps."""

    publish: dict[str, list[_File]] = field(default_factory=dict)
    known: list[tuple[_File, Key]] = field(default_factory=list)


def files_in(paths: Iterable[Path], suffixes: frozenset[str]) -> tuple[Path, ...]:
    """The files named, and in folders all with one of the suffixes; hidden and temporary ones left out; sorted.

    A folder that cannot be opened stands for itself, so that it is refused and not passed over.
    """
    found: set[Path] = set()
    for path in paths:
        found |= set(_inside(path, suffixes)) if os.path.isdir(path) else {path}
    return tuple(sorted(found))


def _inside(folder: Path, suffixes: frozenset[str]) -> Iterator[Path]:
    refused: list[Path] = []
    for place, folders, names in os.walk(folder, onerror=lambda error: refused.append(Path(error.filename))):
        folders[:] = [name for name in folders if not name.startswith(_HIDDEN)]
        files = (Path(place, name) for name in names if not name.startswith(_HIDDEN))
        yield from (file for file in files if file.suffix.lower() in suffixes and os.path.isfile(file))
    yield from refused


def refresh(
    store_path: Path,
    files: Sequence[Path],
    read: Read,
    *,
    dry_run: bool = False,
    again: bool = False,
    progress: Progress = lambda done, total, name: None,
) -> Outcome:
    """Bring the store up to date with `files`; with `dry_run` only say what would change.

    `again` reads files that are known, too. Raises Problem when another drafter is writing, or the disk is full.
    """
    if dry_run:
        return _dry_run(store_path, files, read, again, progress)
    try:
        with Store.open(store_path, write=True) as store, Staging(staging_path(store_path)) as staging:
            outcome, plan = _prepare(store, staging, files, read, again, progress)
            _publish(store, staging, plan, replaces=bool(outcome.changed))
            staging.discard()
    except sqlite3.OperationalError as error:
        raise _write_problem(error) from error
    return outcome


def _dry_run(store_path: Path, files: Sequence[Path], read: Read, again: bool, progress: Progress) -> Outcome:
    with Store.open(store_path) if store_path.exists() else Store.in_memory() as store, Staging(None) as staging:
        return _prepare(store, staging, files, read, again, progress)[0]


def _prepare(
    store: Store, staging: Staging, files: Sequence[Path], read: Read, again: bool, progress: Progress
) -> tuple[Outcome, _Plan]:
    outcome = Outcome()
    known = _Known(store, again)
    fresh = list(_stage(files, known, staging, read, outcome, progress))
    plan = _choose(store, staging, fresh, frozenset(known.met), outcome)
    outcome.unchanged = list(known.met.values())
    _note_missing(store, outcome)
    return outcome, plan


def _stage(
    files: Sequence[Path],
    known: _Known,
    staging: Staging,
    read: Read,
    outcome: Outcome,
    progress: Progress,
) -> Iterator[_File]:
    """Read every file that neither the store nor staging knows."""
    staged = staging.digests()
    seen: set[str] = set()
    for done, path in enumerate(files):
        progress(done, len(files), path.name)
        try:
            data = path.read_bytes()
            digest = sha256(data).hexdigest()
            if digest in seen:
                outcome.spare.append(Refused(readable(str(path)), "与另一个文件内容完全相同"))
                continue
            seen.add(digest)
            if known.meet(digest):
                continue
            if digest not in staged:
                staging.put(_read(read, data, path, digest))
            yield _File(digest, readable(str(path)))
        except OSError as error:
            outcome.refused.append(Refused(readable(str(path)), f"读不了：{reason(error)}"))
        except Problem as error:
            outcome.refused.append(Refused(readable(str(path)), error.message))
    progress(len(files), len(files), "")


class _Known:
    """Files that the store knows; `met` are digest and origin of those that came by."""

    def __init__(self, store: Store, again: bool) -> None:
        self._store = store
        self._again = again
        self.met: dict[str, str] = {}

    def meet(self, digest: str) -> bool:
        """Whether a file need not be read."""
        origin = None if self._again else self._store.source(digest)
        if origin is not None:
            self.met[digest] = origin
        return origin is not None


def _read(read: Read, data: bytes, path: Path, digest: str) -> PastReport:
    return replace(read(data, readable(str(path))), digest=digest, origin=readable(str(path)))


def _choose(store: Store, staging: Staging, fresh: Sequence[_File], present: frozenset[str], outcome: Outcome) -> _Plan:
    """Of several files of one report keep the richest; a file that is gone gives way to its correction."""
    plan = _Plan()
    for key, members in sorted(_by_report(staging, fresh).items()):
        best, file = members[0]
        rest = [f for _, f in members[1:]]
        held = store.report(*key)
        if held is not None and held.digest in present and held.richness >= best.richness:
            rest, kept = [file, *rest], held.origin
            plan.known += [(f, key) for f in rest]
        else:
            plan.publish[file.digest], kept = rest, file.origin
            (outcome.new if held is None else outcome.changed).append(Named(best.agency, best.year, file.origin))
        outcome.spare += [Refused(f.origin, f"同一报告的另一份，已用 {kept}") for f in rest]
    return plan


def _by_report(staging: Staging, fresh: Sequence[_File]) -> dict[Key, list[tuple[Staged, _File]]]:
    """The files of every report, the richest first."""
    outline = staging.outline()
    groups: dict[Key, list[tuple[Staged, _File]]] = {}
    for file in fresh:
        staged = outline[file.digest]
        groups.setdefault((agency_key(staged.agency), staged.year), []).append((staged, file))
    for members in groups.values():
        members.sort(key=lambda m: (-m[0].richness[0], -m[0].richness[1], m[1].origin))
    return groups


def _publish(store: Store, staging: Staging, plan: _Plan, *, replaces: bool) -> None:
    connection = store.connection
    if plan.publish or plan.known:
        with transaction(connection):
            for digest, spare in plan.publish.items():
                report = staging.get(digest)
                assert report is not None
                number = add(connection, report)
                for file in spare:
                    note_source(connection, file.digest, number, file.origin, used=False)
            for file, key in plan.known:
                entry = store.entries(agency=key[0], year=key[1])[0]
                note_source(connection, file.digest, entry.id, file.origin, used=False)
    postings.update(connection)
    if replaces:
        postings.tidy(connection)


def _note_missing(store: Store, outcome: Outcome) -> None:
    taken = [*outcome.new, *outcome.changed]
    if not taken:
        return
    year = max(named.year for named in taken)
    now = {agency_tail(n.agency) for n in taken if n.year == year}
    before = {agency_key(n.agency): n.agency for n in taken if n.year == year - 1 and not _has(store, n.agency, year)}
    outcome.year = year
    outcome.missing = [
        name for _, name in sorted((store.silent(year) | before).items()) if agency_tail(name) not in now
    ]


def _has(store: Store, agency: str, year: int) -> bool:
    return bool(store.entries(agency=agency, year=year))


def _write_problem(error: sqlite3.OperationalError) -> Problem:
    if error.sqlite_errorcode == sqlite3.SQLITE_FULL:
        return Problem("disk_full", "磁盘已满，语料库保持原样；腾出空间后再运行一次，已读过的文件不必重读")
    if error.sqlite_errorcode == sqlite3.SQLITE_BUSY:
        return Problem("corpus_busy", "另一个 drafter 正在更新这个语料库；等它结束后再运行一次")
    return Problem("corpus_unusable", f"写语料库时出错，语料库保持原样：{error}")
