"""What the spelling check finds and what it costs.

    python -m bench.bench_spelling PAIRS.tsv TEXT...

PAIRS: count, source, target, tab-separated; TEXT: clean sentences, one a line. Figures: alP = share of alerts that
touch an error, alR = share of wrong characters touched, FPR = clean sentences flagged, and alerts a 1,000 clean
characters; then the time for 6,000 characters against jieba, the load time and what loading and a first check
add to memory.
"""

from __future__ import annotations

import resource
import sys
import time
from collections.abc import Callable
from itertools import count
from pathlib import Path

from bench.report import report

FOLDER = Path(__file__).resolve().parent.parent / "lexicons" / "spelling"


def memory() -> float:
    """Resident megabytes of this process, now where the system says so, else at most."""
    status = Path("/proc/self/status")
    if status.exists():
        line = next(line for line in status.read_text().splitlines() if line.startswith("VmRSS"))
        return int(line.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def best(action: Callable[[], object], times: int = 7) -> float:
    """Milliseconds of the fastest of some runs."""
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        action()
        taken.append(time.perf_counter() - start)
    return 1000 * min(taken)


def figures(path: Path) -> str:
    """The line of figures for a file."""
    from drafter.analyse.spelling import Speller

    speller = Speller.load(FOLDER)
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    pairs = [(row[1], row[2]) if len(row) == 3 else (row[0], row[0]) for row in rows]
    pairs = [pair for pair in pairs if len(pair[0]) == len(pair[1])]
    alerts = hits = touched = errors = clean = flagged = 0
    for source, target in pairs:
        wrong = {k for k in range(len(source)) if source[k] != target[k]}
        found = speller.suspects(source)
        places = [set(range(start, end)) for suspect in found for start, end in suspect.places]
        alerts += len(places)
        hits += sum(bool(place & wrong) for place in places)
        touched += len(wrong & set().union(*places))
        errors += len(wrong)
        clean += not wrong
        flagged += not wrong and bool(places)
    length = sum(len(source) for source, _ in pairs)
    share = [100 * hits / max(1, alerts), 100 * touched / max(1, errors), 100 * flagged / max(1, clean)]
    wrong_alerts = 1000 * (alerts - hits) / length
    line = f"alP {share[0]:.1f}  alR {share[1]:.1f}  FPR {share[2]:.2f}  wrong alerts/1k {wrong_alerts:.3f}"
    return f"{path.name}: sentences {len(pairs)}  alerts {alerts}  {line}"


def main(paths: list[str]) -> int:
    """Print the figures of every file and the costs."""
    import numpy  # noqa: F401  # its own import is no cost of the model

    from drafter.analyse.spelling import Speller

    before, start = memory(), time.perf_counter()
    speller = Speller.load(FOLDER)
    load = 1000 * (time.perf_counter() - start)
    print(f"load {load:.1f} ms, +{memory() - before:.1f} MB")
    samples = [Path(path).read_text(encoding="utf-8").replace("\t", "\n")[:6000] for path in paths] or [report(6000)]
    for sample in samples:
        speller.reading(speller.reader).suspects(sample)
        print(f"after a first check: +{memory() - before:.1f} MB")
    for path in paths:
        print(figures(Path(path)), flush=True)
    for sample in samples:
        costs(sample)
    return 0


def costs(sample: str) -> None:
    """Print what a text costs against jieba, read anew and after one character was typed; best of rounds in turn."""
    import jieba

    from drafter.analyse.spelling import Speller

    speller = Speller.load(FOLDER)
    typed = count(0x4E00)

    def anew() -> None:
        speller.reading(speller.reader).suspects(sample)

    def edited() -> None:
        speller.suspects(sample[: len(sample) // 2] + chr(next(typed)) + sample[len(sample) // 2 :])

    jieba.lcut(sample)
    speller.suspects(sample)
    rounds = [[best(action, 1) for action in (lambda: jieba.lcut(sample), anew, edited)] for _ in range(15)]
    cut, check, again = (min(times) for times in zip(*rounds, strict=True))
    print(f"{len(sample)} characters anew: {check:.0f} ms = {check / cut:.1f} x jieba ({cut:.1f} ms)", end="; ")
    print(f"with a character typed: {again:.1f} ms = {again / cut:.2f} x jieba")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
