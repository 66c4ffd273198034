"""A refresh that is killed, runs out of disk or meets another one leaves a sound store, and the next one completes."""

from __future__ import annotations

import random
import shutil
import sys
from pathlib import Path

import pytest

from drafter.corpus.staging import Staging, staging_path
from drafter.model.problem import Problem
from tests.corpus.crash import SUFFIXES, Scene, moments, read, stored

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals")
KILLS = 6


@pytest.fixture(scope="module")
def scene(tmp_path_factory: pytest.TempPathFactory) -> Scene:
    return Scene.make(tmp_path_factory.mktemp("scene"), 40)


def copied(scene: Scene, place: Path) -> Scene:
    target = place / "corpus.sqlite"
    shutil.copy(scene.store, target)
    return Scene(target, scene.folder, scene.old, scene.new)


def test_killed_at_any_moment(scene: Scene, tmp_path: Path) -> None:
    duration = copied(scene, tmp_path).duration()
    for number, after in enumerate(moments(random.Random(7), KILLS, duration)):
        place = tmp_path / str(number)
        place.mkdir()
        one = copied(scene, place)
        one.kill(after)
        assert stored(one.store) in (one.old, one.new)
        one.duration()
        assert stored(one.store) == one.new
        assert not staging_path(one.store).exists()


def test_full_disk(scene: Scene, tmp_path: Path) -> None:
    """A limit on the size of files stands in for a full disk."""
    import resource

    from drafter.corpus.refresh import files_in, refresh

    one = copied(scene, tmp_path)
    limit = one.store.stat().st_size + 8192
    import signal

    before = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, hard))
    try:
        with pytest.raises(Problem):
            refresh(one.store, files_in([one.folder], SUFFIXES), read)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, before)
    assert stored(one.store) == one.old
    one.duration()
    assert stored(one.store) == one.new


def test_second_writer_is_told(scene: Scene, tmp_path: Path) -> None:
    one = copied(scene, tmp_path)
    with Staging(staging_path(one.store)):
        process = one.start()
        _, errors = process.communicate()
    assert process.returncode == 2
    assert errors.decode().startswith("corpus_busy 另一个 drafter 正在更新")
    assert stored(one.store) == one.old


def test_two_at_once(scene: Scene, tmp_path: Path) -> None:
    one = copied(scene, tmp_path)
    processes = [one.start(), one.start()]
    for process in processes:
        process.communicate()
    codes = sorted(p.returncode for p in processes)
    assert codes in ([0, 0], [0, 2])
    assert stored(one.store) == one.new


def test_reader_sees_the_old_state_until_the_end(scene: Scene, tmp_path: Path) -> None:
    from drafter.corpus.refresh import files_in, refresh

    one = copied(scene, tmp_path)
    seen = []
    refresh(
        one.store,
        files_in([one.folder], SUFFIXES),
        read,
        progress=lambda done, total, name: seen.append(stored(one.store) == one.old) if done % 10 == 0 else None,
    )
    assert len(seen) > 3
    assert all(seen)
    assert stored(one.store) == one.new


def test_nothing_is_read_twice_after_a_kill(scene: Scene, tmp_path: Path) -> None:
    from drafter.corpus.past import PastReport
    from drafter.corpus.refresh import files_in, refresh

    one = copied(scene, tmp_path)
    files = files_in([one.folder], SUFFIXES)
    calls = []

    def failing(data: bytes, name: str) -> PastReport:
        if len(calls) == 10:
            raise KeyboardInterrupt
        calls.append(name)
        return read(data, name)

    with pytest.raises(KeyboardInterrupt):
        refresh(one.store, files, failing)
    rest = []
    refresh(one.store, files, lambda data, name: (rest.append(name), read(data, name))[1])
    assert len(rest) == len(files) - 10
    assert stored(one.store) == one.new


def test_damaged_staging_is_thrown_away(scene: Scene, tmp_path: Path) -> None:
    one = copied(scene, tmp_path)
    staging_path(one.store).write_bytes(b"no database" * 500)
    one.duration()
    assert stored(one.store) == one.new
