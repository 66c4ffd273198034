"""Time, recall and size of the similarity search on synthetic corpora, with peers beside it.

    python -m bench.bench_similarity 1000 10000 --peers

Needs the `synthetic` module beside it; peers need `pip install datasketch tantivy`. Times are processor time of this
process in milliseconds, the median of five drafts of 60 sentences. Recall: of the sentences whose nearest wording,
found by comparing with every one, has at least that likeness, the share for which it was found.
"""

from __future__ import annotations

import argparse
import random
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
from rapidfuzz import fuzz, process
from synthetic import Language

from drafter.corpus import postings
from drafter.corpus.nearest import Searcher
from drafter.corpus.refresh import refresh
from drafter.corpus.staging import pack, unpack
from drafter.corpus.store import Store
from drafter.corpus.write import add, transaction
from drafter.data.slots import names_of, shape

BATCH = 20_000
# Comparing with every wording of larger stores is done once, for the recall, and not timed.
_BRUTE = 10_000
Search = Callable[[list[str]], list[str]]
"""Shapes of a draft to the best wording found for each, or an empty text."""


def build(path: Path, language: Language, size: int) -> tuple[float, float]:
    """Make a store of `size` reports; seconds for adding and for indexing."""
    adding = indexing = 0.0
    with Store.open(path, write=True) as store:
        for start in range(0, size, BATCH):
            begin = time.perf_counter()
            with transaction(store.connection):
                for number in range(start, min(start + BATCH, size)):
                    add(store.connection, language.report(number))
            middle = time.perf_counter()
            postings.update(store.connection, tail=0)
            adding, indexing = adding + middle - begin, indexing + time.perf_counter() - middle
    return adding, indexing


def drafts(language: Language, size: int, count: int) -> list[list[str]]:
    """Drafts of 60 edited sentences, as shapes."""
    rng = random.Random(size)
    pool = [s for i in rng.sample(range(size), min(size, 200)) for s in language.report(i).sentences]
    names = names_of("甲县乙镇人民政府")
    return [[shape(s, names, 2024).text for s in language.draft(rng, pool)] for _ in range(count)]


def measure(name: str, search: Search, given: list[list[str]], best: list[np.ndarray]) -> None:
    """Print one line: time and recall."""
    times, found = [], []
    for draft in given:
        begin = time.process_time()
        found.append(search(draft))
        times.append((time.process_time() - begin) * 1000)
    line = f"  {name:<28}{statistics.median(times):>9.1f} ms"
    for low in (80, 60):
        pairs = [
            (fuzz.ratio(query, text), top)
            for draft, texts, tops in zip(given, found, best, strict=True)
            for query, text, top in zip(draft, texts, tops.tolist(), strict=True)
            if top >= low
        ]
        line += f"   ≥{low}: {sum(got >= top - 0.01 for got, top in pairs) / max(len(pairs), 1):.3f} of {len(pairs)}"
    print(line, flush=True)


def own(path: Path) -> Search:
    """drafter's search; opening the store is part of it."""

    def search(shapes: list[str]) -> list[str]:
        with Store.open(path) as store:
            return [hits[0].wording.text if hits else "" for hits in Searcher(store).nearest(shapes)]

    return search


def increment(path: Path, language: Language, place: Path) -> None:
    """Print the time to add one report to the store, five times over."""
    times, busy = [], []
    for number in range(9):
        file = place / f"one{number}.report"
        file.write_bytes(pack(language.report(10_000_000 + 5 * number)))
        begin, worked = time.perf_counter(), time.process_time()
        outcome = refresh(path, [file], lambda data, name: unpack(data))
        times.append((time.perf_counter() - begin) * 1000)
        busy.append((time.process_time() - worked) * 1000)
        assert len(outcome.new) == 1
    clock = f"{min(times):.0f} to {max(times):.0f} ms by the clock"
    print(f"  one report more: {statistics.median(busy):.0f} ms of processor time, {clock}", flush=True)


def brute(texts: list[str]) -> Search:
    """Comparing with every wording."""

    def search(shapes: list[str]) -> list[str]:
        return [texts[i] for i in process.cdist(shapes, texts, scorer=fuzz.ratio, score_cutoff=60).argmax(axis=1)]

    return search


def fts5(texts: list[str]) -> Search:
    """SQLite's full-text index of trigrams, best 50 by its own rank, measured again."""
    import sqlite3

    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE t USING fts5(s, tokenize='trigram', detail=column)")
    connection.executemany("INSERT INTO t VALUES (?)", ((x,) for x in texts))

    def search(shapes: list[str]) -> list[str]:
        return [_nearest(q, [r[0] for r in connection.execute(_SQL, (_query(q),))]) for q in shapes]

    return search


_SQL = "SELECT s FROM t WHERE t MATCH ? ORDER BY rank LIMIT 50"


def _query(text: str) -> str:
    return " OR ".join(f'"{text[i : i + 3]}"' for i in range(len(text) - 2))


def tantivy_index(texts: list[str]) -> Search:
    """tantivy over pairs of characters, best 50, measured again."""
    import tantivy

    schema = tantivy.SchemaBuilder()
    schema.add_text_field("grams", tokenizer_name="whitespace")
    schema.add_unsigned_field("id", stored=True)
    index = tantivy.Index(schema.build())
    writer = index.writer(heap_size=100_000_000)
    for i, text in enumerate(texts):
        writer.add_document(tantivy.Document(grams=_pairs(text), id=i))
    writer.commit()
    index.reload()
    searcher = index.searcher()

    def search(shapes: list[str]) -> list[str]:
        found = []
        for text in shapes:
            query = index.parse_query(_pairs(text), ["grams"])
            ids = [searcher.doc(address)["id"][0] for _, address in searcher.search(query, 50).hits]
            found.append(_nearest(text, [texts[i] for i in ids]))
        return found

    return search


def _pairs(text: str) -> str:
    letters = "".join(c for c in text if c.isalnum())
    return " ".join(letters[i : i + 2] for i in range(len(letters) - 1))


def minhash(texts: list[str]) -> Search:
    """datasketch: MinHash of 64 permutations, LSH at a Jaccard likeness of 0.3."""
    from datasketch import MinHash, MinHashLSH

    def sketch(text: str) -> MinHash:
        made = MinHash(num_perm=64)
        made.update_batch([pair.encode() for pair in _pairs(text).split()])
        return made

    lsh = MinHashLSH(threshold=0.3, num_perm=64)
    for i, text in enumerate(texts):
        lsh.insert(i, sketch(text))

    def search(shapes: list[str]) -> list[str]:
        return [_nearest(q, [texts[i] for i in lsh.query(sketch(q))]) for q in shapes]

    return search


def _nearest(query: str, texts: list[str]) -> str:
    found = process.extractOne(query, texts, scorer=fuzz.ratio) if texts else None
    return found[0] if found else ""


def main() -> None:
    """Run the sizes given on the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sizes", nargs="*", type=int, default=[1000, 10_000])
    parser.add_argument("--peers", action="store_true")
    parser.add_argument("--drafts", type=int, default=5)
    options = parser.parse_args()
    language = Language()
    for size in options.sizes:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "corpus.sqlite"
            adding, indexing = build(path, language, size)
            with Store.open(path) as store:
                texts = list(store.shapes())
            kib = path.stat().st_size / 1024 / size
            print(f"{size} reports, {len(texts)} wordings, {kib:.2f} KiB a report")
            print(f"  built: {adding / size * 1000:.2f} + {indexing / size * 1000:.2f} ms a report")
            given = drafts(language, size, options.drafts)
            best = [process.cdist(d, texts, scorer=fuzz.ratio).max(axis=1) for d in given]
            measure("drafter", own(path), given, best)
            increment(path, language, Path(folder))
            if size <= _BRUTE:
                measure("rapidfuzz, every wording", brute(texts), given, best)
            if options.peers:
                for name, make in (("FTS5 trigram", fts5), ("tantivy", tantivy_index), ("datasketch LSH", minhash)):
                    begin = time.perf_counter()
                    search = make(texts)
                    print(f"  {name}: built in {time.perf_counter() - begin:.1f} s")
                    measure(name, search, given, best)


if __name__ == "__main__":
    main()
