"""What the spelling check finds and what it costs.

    python bench/bench_spelling.py PAIRS.tsv TEXT...

PAIRS: count, source, target, tab-separated; TEXT: clean sentences, one a line. Figures: alP = share of alerts that
touch an error, alR = share of wrong characters touched, FPR = clean sentences flagged, and alerts a 1,000 clean
characters; then the time for 6,000 characters against jieba, the load time and what loading adds to memory.
"""

from __future__ import annotations

import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path

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


def figures(path: Path) -> tuple[str, str]:
    """The line of figures for a file, and its text for timing."""
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
    return f"{path.name}: sentences {len(pairs)}  alerts {alerts}  {line}", "\n".join(source for source, _ in pairs)


def main(paths: list[str]) -> int:
    """Print the figures of every file and the costs."""
    import numpy  # noqa: F401  # its own import is no cost of the model

    from drafter.analyse.spelling import Speller

    before, start = memory(), time.perf_counter()
    speller = Speller.load(FOLDER)
    load = 1000 * (time.perf_counter() - start)
    print(f"load {load:.1f} ms, +{memory() - before:.1f} MB")
    texts = []
    for path in paths:
        line, text = figures(Path(path))
        texts.append(text)
        print(line, flush=True)
    if texts:
        import jieba

        sample = texts[-1][:6000]
        jieba.lcut(sample)
        cut, check = best(lambda: jieba.lcut(sample)), best(lambda: speller.suspects(sample))
        print(
            f"6,000 characters: {check:.0f} ms = {check / cut:.1f} x jieba ({cut:.1f} ms); resident {memory():.0f} MB"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
