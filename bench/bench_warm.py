"""What a check costs while typing: in full, with one paragraph edited, and over the protocol.

`python -m bench.bench_warm` checks reports of real length and wording (see bench/report.py). Times are processor time,
of each job the least of several rounds, so that other work on the machine hardly counts; what decides is the ratios.

- full: nothing is remembered of any text; lexicons and models are loaded.
- edited: a word is put into one paragraph of a report checked before, each paragraph in turn.

`--edits 10000` makes random edits over the language server first, compares its findings with fresh checks and watches
its memory.
"""

from __future__ import annotations

import argparse
import asyncio
import gc
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median

import jieba

from bench.measure import least, memories
from bench.report import paragraphs, report
from drafter.engine import Resources, check
from drafter.model.config import Config
from drafter.read.text import text_document
from tests.lsp.editor import capabilities, editor
from tests.lsp.storm import weather

_ROUNDS = 11
_WORDS = ("结合第{}轮走访，", "对照第{}批清单反复核实，", "邀请第{}组代表到场，")


def times(length: int, seeds: range, *, spelling: bool) -> None:
    """Print full and edited times against jieba's, and the median of the reports' ratios."""
    config = Config(ignore=() if spelling else ("W101",))
    resources = Resources()

    def run(text: str) -> None:
        check(text_document(text, "a.txt"), resources, config)

    print(f"{length} characters, {'with' if spelling else 'without'} spelling:")
    of_jieba, of_full = [], []
    for seed in seeds:
        cut, full, edited = _measured(report(length, seed), run)
        mean = sum(edited) / len(edited)
        of_jieba.append(full / cut)
        of_full.append(mean / full)
        print(
            f"  jieba.lcut {cut:.1f} ms, full {full:.1f} ms ({full / cut:.2f} x), one of {len(edited)} paragraphs"
            f" edited {mean:.2f} ms ({mean / full:.3f} x full), at most {max(edited):.2f}"
        )
    print(f"  median: full {median(of_jieba):.2f} x jieba.lcut, edited {median(of_full):.3f} x full")


def _measured(text: str, run: Callable[[str], None]) -> tuple[float, float, list[float]]:
    """Milliseconds of jieba.lcut, of a full check, and of a check for every paragraph edited."""
    run(text)
    jieba.lcut(text)
    kept = memories()
    gc.collect()
    gc.freeze()  # as the language server does
    # In turn, so that what else the machine does touches both alike.
    rounds = [
        (least(lambda: jieba.lcut(text), 1), least(lambda: run(text), 1, lambda: [forget() for forget in kept]))
        for _ in range(_ROUNDS)
    ]
    cut, full = min(r[0] for r in rounds), min(r[1] for r in rounds)
    edited = [_least_of_edits(text, place, n, run) for n, place in enumerate(paragraphs(text))]
    gc.unfreeze()
    return cut, full, edited


def _least_of_edits(text: str, place: tuple[int, int], number: int, run: Callable[[str], None]) -> float:
    """Milliseconds of a check with a paragraph edited, each round with other words: what was checked is remembered."""
    changed = (_edited(text, *place, words.format(number + 1)) for words in _WORDS)
    return min(least(partial(run, c), 1, partial(run, text)) for c in changed)


def _edited(text: str, start: int, end: int, words: str) -> str:
    """The text with words put in the middle of a line that no other edit puts there."""
    at = text.find("，", (start + end) // 2, end) + 1 or start
    return text[:at] + words + text[at:]


async def storm(edits: int, seed: int) -> None:
    """Random edits over the protocol; prints the server's memory on the way."""
    arguments = ("--no-corpus",)
    async with editor(arguments, capabilities(pull=True)) as (client, _):
        pid = client.server_id
        async for number in weather(client, Path("/tmp/drafter-bench/草稿.txt"), seed, edits, lambda _: Config()):
            if number % 1000 == 0:
                print(f"  {number} edits, {memory(pid)} MB", flush=True)
    print(f"{edits} edits: findings as of fresh checks after each 100")


def memory(pid: int) -> int:
    """Resident memory of a process, in MB."""
    for line in Path(f"/proc/{pid}/status").read_text(encoding="utf-8").splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) // 1024
    return 0


def main() -> None:
    """Read arguments and run."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--length", type=int, default=6000)
    parser.add_argument("--reports", type=int, default=5)
    parser.add_argument("--edits", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    if given.edits:
        asyncio.run(storm(given.edits, given.seed))
    jieba.setLogLevel(60)
    for spelling in (False, True):
        times(given.length, range(3, 3 + given.reports), spelling=spelling)


if __name__ == "__main__":
    main()
