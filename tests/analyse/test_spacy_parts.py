"""spaCy's parts load without its command line and its libraries for downloads, and leave the package as it was."""

from __future__ import annotations

import subprocess
import sys

PROGRAM = """
import sys
from drafter.analyse.spacy_parts import spacy_parts
Vocab, Matcher, Doc = spacy_parts()
vocab = Vocab()
matcher = Matcher(vocab)
matcher.add("number", [[{"TAG": "NUM"}]])
tags = ["W", "NUM"]
matches = matcher(Doc(vocab, words=tags, spaces=[False, False], tags=tags))
assert [(start, end) for _, start, end in matches] == [(1, 2)], matches
print(*sorted({"spacy.cli", "spacy.language", "requests", "weasel", "typer"}.intersection(sys.modules)))
import spacy
assert spacy.blank("zh").vocab is not None
assert sys.modules["spacy"] is spacy
"""


def test_the_rest_of_the_package_is_not_loaded() -> None:
    run = subprocess.run([sys.executable, "-W", "ignore", "-c", PROGRAM], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    assert run.stdout.split() == []
