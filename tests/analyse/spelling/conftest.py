from pathlib import Path

import pytest

from drafter.analyse.spelling import Speller
from drafter.analyse.spelling.likeness import Likeness

FOLDER = Path(__file__).resolve().parents[3] / "lexicons" / "spelling"


@pytest.fixture(scope="session")
def speller() -> Speller:
    """The speller that ships."""
    return Speller.load(FOLDER)


@pytest.fixture(scope="session")
def shipped(speller: Speller) -> Likeness:
    """The likeness tables that ship."""
    return speller.tables.likeness
