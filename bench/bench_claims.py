"""The claim pass against plain segmentation of the same texts.

    python -m bench.bench_claims FILE... [--rounds 7]

Prints the best of `--rounds` for `jieba.lcut` and for the claim pass (`survey` and `judge`) over all the files, and
their ratio; both warm, in the same process, taking turns.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from pathlib import Path

import jieba

from drafter.analyse.claims import judge, survey
from drafter.data.form import form_for, load_forms
from drafter.parse.report import parse_report
from drafter.read.text import text_document


def best(rounds: int, *jobs: Callable[[], object]) -> list[float]:
    """The least seconds of each job, the jobs taking turns."""
    least = [float("inf")] * len(jobs)
    for _ in range(rounds):
        for i, job in enumerate(jobs):
            start = time.perf_counter()
            job()
            least[i] = min(least[i], time.perf_counter() - start)
    return least


def main() -> None:
    """Time both and print the ratio."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--rounds", type=int, default=7)
    wanted = parser.parse_args()
    documents = [text_document(path.read_text(encoding="utf-8"), path.name) for path in wanted.files]
    reports = [(d.text, r, form_for(r.year)) for d in documents for r in [parse_report(d, load_forms())]]

    def claims() -> None:
        for text, report, form in reports:
            judge(survey(text, report, report.year).claims, report, form)

    def words() -> None:
        for text, _, _ in reports:
            jieba.lcut(text)

    claims()
    words()
    cut, read = best(wanted.rounds, words, claims)
    print(f"{sum(len(t) for t, _, _ in reports)} characters in {len(reports)} files")
    print(f"jieba.lcut  {cut * 1000:.1f} ms")
    print(f"claim pass  {read * 1000:.1f} ms")
    print(f"ratio       {read / cut:.2f}")


if __name__ == "__main__":
    main()
