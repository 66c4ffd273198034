"""What a check costs while typing: in full, with one paragraph edited, and over the protocol.

`python -m bench.bench_warm` prints times (best of several, processor time); `--edits 10000` makes random edits over the
language server first, compares its findings with fresh checks and watches its memory.
"""

from __future__ import annotations

import argparse
import asyncio
import time
from collections.abc import Callable
from pathlib import Path

from drafter.data.sample import compose
from drafter.engine import Resources, check
from drafter.model.config import Config
from drafter.read.text import text_document
from tests.lsp.editor import capabilities, editor
from tests.lsp.storm import weather

_SENTENCE = "畅通当面、信函、网络等申请渠道，安排专人负责第{}批申请的接收、登记和答复，全程留痕，按期办结。"


def text_of(length: int, first: int = 0) -> str:
    """A correct report of about `length` characters; another `first`, other sentences."""
    short = compose()
    lines = [_SENTENCE.format(first + n) for n in range(max(length - len(short), 0) // len(_SENTENCE))]
    paragraphs = ["".join(lines[i : i + 3]) for i in range(0, len(lines), 3)]
    return compose(sections={"problems": "\n".join(paragraphs) or "无。"})


def best(run: Callable[[int], object], times: int) -> float:
    """The least processor time of `times` runs, in milliseconds; `run` is told its number."""
    found = []
    for number in range(times):
        start = time.process_time()
        run(number)
        found.append(time.process_time() - start)
    return min(found) * 1000


def times(length: int, rounds: int, *, spelling: bool) -> None:
    """Print full and warm times against jieba's."""
    import jieba

    config = Config(ignore=() if spelling else ("W101",))
    resources = Resources()
    jieba.setLogLevel(60)
    fresh = [text_of(length, 1000 * n) for n in range(1, rounds + 2)]
    text = fresh.pop()
    edited = [text.replace("安排专人", f"安排{n}名专人", 1) for n in range(rounds)]

    def run(text: str) -> None:
        check(text_document(text, "a.txt"), resources, config)

    run(text)
    jieba.lcut(text)
    cut = best(lambda n: jieba.lcut(fresh[n]), rounds)
    full = best(lambda n: run(fresh[n]), rounds)
    run(text)
    warm = best(lambda n: run(edited[n]), rounds)
    print(f"{len(text)} characters, {'with' if spelling else 'without'} spelling:")
    print(f"  jieba.lcut {cut:.1f} ms, full {full:.1f} ms ({full / cut:.2f} x)")
    print(f"  one paragraph edited {warm:.1f} ms ({warm / full:.2f} x full)")


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
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--edits", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    if given.edits:
        asyncio.run(storm(given.edits, given.seed))
    for spelling in (False, True):
        times(given.length, given.rounds, spelling=spelling)


if __name__ == "__main__":
    main()
