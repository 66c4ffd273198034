"""Build the tables of the spelling check from a folder of official prose.

    python -m drafter.analyse.spelling.build FOLDER_OR_FILE... -o lexicons/spelling \
        --words lexicons/spelling/words.tsv --phrases lexicons/spelling/phrases.tsv

Reads .txt, .md and .txt.xz (UTF-8); writes counts only, no text. Needs pypinyin and char-similar. The same texts give
the same bytes, whatever the order of the arguments.
"""

from __future__ import annotations

import argparse
import lzma
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np

from drafter.analyse.spelling.count import build_model, join_texts
from drafter.analyse.spelling.lexicon_build import build_lexicon, dictionary_words, with_domain
from drafter.analyse.spelling.likeness_build import build_likeness
from drafter.analyse.spelling.stream import is_han
from drafter.analyse.spelling.tables import FILE_NAME, Tables, save
from drafter.data.spelling.lists import load_phrases, load_words

_SUFFIXES = (".txt", ".md", ".txt.xz")
_LEAST_MEANT = 6  # a character seen less often is proposed for no other


def build_tables(texts: Iterable[str], domain: dict[str, int], *, order: int = 4, prune: int = 2) -> Tables:
    """Tables of `texts` and of the words of the field with their frequencies."""
    codes = join_texts(texts)
    model = build_model(codes, order, prune)
    names, counts = np.unique(codes[is_han(codes)], return_counts=True)
    by_use = np.argsort(-counts, kind="stable")
    likeness = build_likeness([chr(names[k]) for k in by_use if counts[k] >= _LEAST_MEANT])
    return Tables(model, likeness, build_lexicon(with_domain(dictionary_words(), domain), model, likeness))


def read_texts(paths: Sequence[Path]) -> list[str]:
    """The texts below `paths`, sorted, so that the order of files changes nothing. Raises OSError, UnicodeError."""
    files = {file for path in paths for file in (path.rglob("*") if path.is_dir() else [path])}
    return sorted(_read(file) for file in files if file.is_file() and file.name.endswith(_SUFFIXES))


def main(arguments: Sequence[str] | None = None) -> int:
    """The command."""
    parser = argparse.ArgumentParser(description="Build the n-gram, likeness and word tables of the spelling check.")
    parser.add_argument("paths", nargs="+", type=Path, metavar="FOLDER_OR_FILE")
    parser.add_argument("-o", "--output", required=True, type=Path, metavar="FOLDER")
    parser.add_argument("--words", type=Path, metavar="TSV", help="words of the field: word, frequency")
    parser.add_argument("--phrases", type=Path, metavar="TSV", help="how an agency speaks of itself")
    parser.add_argument("--order", type=int, default=4)
    parser.add_argument("--prune", type=int, default=2)
    options = parser.parse_args(arguments)
    texts = read_texts(options.paths)
    if not texts:
        parser.error("no text found")
    if options.phrases:
        texts.append("\n".join(load_phrases(options.phrases)))
    options.output.mkdir(parents=True, exist_ok=True)
    domain = load_words(options.words) if options.words else {}
    save(options.output / FILE_NAME, build_tables(texts, domain, order=options.order, prune=options.prune))
    return 0


def _read(file: Path) -> str:
    if file.suffix == ".xz":
        with lzma.open(file, "rt", encoding="utf-8") as stream:
            return stream.read()
    return file.read_text(encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
