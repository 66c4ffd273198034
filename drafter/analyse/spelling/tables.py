"""The three parts of the shipped file together: n-gram model, likeness tables, word arrays."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from drafter.analyse.spelling import lexicon, likeness, ngram
from drafter.analyse.spelling.arrays import open_arrays, write_arrays
from drafter.analyse.spelling.lexicon import Lexicon
from drafter.analyse.spelling.likeness import Likeness
from drafter.analyse.spelling.ngram import Ngrams

FILE_NAME = "official.arrays"


@dataclass(frozen=True, slots=True)
class Tables:
    """What the detector looks things up in."""

    model: Ngrams
    likeness: Likeness
    lexicon: Lexicon


def save(path: Path, tables: Tables) -> None:
    """Write the tables as one file. Raises OSError."""
    arrays = ngram.to_arrays(tables.model) | likeness.to_arrays(tables.likeness) | lexicon.to_arrays(tables.lexicon)
    write_arrays(path, arrays, {"sizes": ngram.sizes(tables.model), "lexicon.size": tables.lexicon.members.size})


def load(path: Path) -> Tables:
    """Map the tables of a file. Raises OSError or ValueError when it is missing or not of this kind."""
    file = open_arrays(path)
    try:
        return Tables(ngram.from_arrays(file), likeness.from_arrays(file), lexicon.from_arrays(file))
    except KeyError as error:
        raise ValueError(f"{path} 缺少数组 {error}") from error
