"""The claim pass against plain segmentation of the same texts.

    python -m bench.bench_claims [FILE...] [--rounds 7]

Prints the best of `--rounds` for `jieba.lcut` and for the claim pass (`survey` and `judge`) over all the files (reports
of real length and wording where none are given), and their ratio; in the same process, taking turns. Before each round
the claim pass forgets what it remembers of texts.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import jieba

from bench.measure import least, memories
from bench.report import report
from drafter.analyse.claims import judge, survey
from drafter.data.form import form_for, load_forms
from drafter.parse.report import parse_report
from drafter.read.text import text_document


def main() -> None:
    """Time both and print the ratio."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--rounds", type=int, default=7)
    wanted = parser.parse_args()
    texts = [path.read_text(encoding="utf-8") for path in wanted.files] or [report(6000, seed) for seed in range(3, 8)]
    documents = [text_document(text, "a.txt") for text in texts]
    reports = [(d.text, r, form_for(r.year)) for d in documents for r in [parse_report(d, load_forms())]]

    def claims() -> None:
        for text, read, form in reports:
            judge(survey(text, read, read.year).claims, read, form, text)

    def words() -> None:
        for text, _, _ in reports:
            jieba.lcut(text)

    claims()
    words()
    kept = memories()
    rounds = [(least(words, 1), least(claims, 1, lambda: [forget() for forget in kept])) for _ in range(wanted.rounds)]
    cut, read = (min(times) for times in zip(*rounds, strict=True))
    print(f"{sum(len(t) for t, _, _ in reports)} characters in {len(reports)} reports")
    print(f"jieba.lcut  {cut:.1f} ms")
    print(f"claim pass  {read:.1f} ms")
    print(f"ratio       {read / cut:.2f}")


if __name__ == "__main__":
    main()
