"""Suspected wrong characters and words in Chinese official prose.

    speller = Speller.load(folder)
    for suspect in speller.suspects(text): ...

How it works, how the arrays are built and what it finds: docs/spelling.md.
"""

from drafter.analyse.spelling.settings import SETTINGS, Settings
from drafter.analyse.spelling.speller import Speller, Suspect

__all__ = ["SETTINGS", "Settings", "Speller", "Suspect"]
