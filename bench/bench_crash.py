"""Kills, full disks and two writers at once: what a refresh leaves behind.

    python -m bench.bench_crash --kills 200 --full 40 --pairs 20 [--disk FOLDER]

Every round starts from a store of 50 reports and refreshes it to 100, of which 50 are corrected. `--disk` names a small
file system (a tmpfs of a megabyte or so) that is filled to a random degree before each refresh. After each round the
store must open, verify and hold exactly the old or exactly the new state, and the next refresh must complete.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import tempfile
from collections import Counter
from pathlib import Path

from drafter.corpus.staging import staging_path
from tests.corpus.crash import Scene, stored


def fresh(scene: Scene, place: Path) -> Scene:
    """The scene's old store, alone in a folder of its own."""
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir(parents=True)
    shutil.copy(scene.store, place / "corpus.sqlite")
    return Scene(place / "corpus.sqlite", scene.folder, scene.old, scene.new)


def judged(scene: Scene) -> str:
    """`old` or `new`. Raises AssertionError for anything else."""
    state = stored(scene.store)
    assert state in (scene.old, scene.new), "a mixture of old and new"
    return "new" if state == scene.new else "old"


def completes(scene: Scene) -> float:
    """The next refresh brings the new state and leaves nothing beside it; the seconds it took."""
    seconds = scene.duration()
    assert judged(scene) == "new"
    assert not staging_path(scene.store).exists()
    return seconds


def kills(scene: Scene, place: Path, count: int, seed: int) -> Counter[str]:
    """Kill at random moments until `count` refreshes were killed; those that were done before do not count."""
    rng = random.Random(seed)
    duration = fresh(scene, place).duration()
    seen: Counter[str] = Counter()
    while sum(n for what, n in seen.items() if what.startswith("killed")) < count:
        one = fresh(scene, place)
        running = one.kill(rng.uniform(0, duration))
        staged = staging_path(one.store).exists()
        seen[f"{'killed' if running else 'too late'}, {judged(one)}{', staging left' if staged else ''}"] += 1
        duration = completes(one)
    return seen


def full_disks(scene: Scene, disk: Path, count: int) -> Counter[str]:
    """Leave a random little room on `disk`, refresh, then make room and refresh again."""
    rng = random.Random(2025)
    seen: Counter[str] = Counter()
    for _ in range(count):
        one = fresh(scene, disk / "store")
        room = os.statvfs(disk)
        free = room.f_bavail * room.f_frsize
        ballast = disk / "ballast"
        ballast.write_bytes(b"\0" * rng.randrange(free))
        process = one.start()
        _, errors = process.communicate()
        kind = errors.decode().split(" ")[0] if process.returncode else "completed"
        ballast.unlink()
        seen[f"{kind}, {judged(one)}"] += 1
        completes(one)
    return seen


def pairs(scene: Scene, place: Path, count: int) -> Counter[str]:
    """Two refreshes at once."""
    seen: Counter[str] = Counter()
    for _ in range(count):
        one = fresh(scene, place)
        both = [one.start(), one.start()]
        for process in both:
            process.communicate()
        seen[f"exit {sorted(p.returncode for p in both)}, {judged(one)}"] += 1
        completes(one)
    return seen


def main() -> None:
    """Run what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--full", type=int, default=40)
    parser.add_argument("--pairs", type=int, default=20)
    parser.add_argument("--disk", type=Path)
    parser.add_argument("--seed", type=int, default=2024)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        scene = Scene.make(Path(folder) / "scene")
        place = Path(folder) / "place"
        print("kill -9:", dict(kills(scene, place, options.kills, options.seed)), flush=True)
        print("two at once:", dict(pairs(scene, place, options.pairs)), flush=True)
        if options.disk:
            print("full disk:", dict(full_disks(scene, options.disk, options.full)), flush=True)


if __name__ == "__main__":
    main()
