"""The parts of spaCy that the claim grammar works with, without the rest of it."""

from __future__ import annotations

import sys
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType
from typing import Any


def spacy_parts() -> tuple[Any, Any, Any]:
    """spaCy's Vocab, Matcher and Doc.

    Their modules are imported without what the package itself imports: pipelines, a command line and libraries for
    downloads, which take as long as all else here.
    """
    spec = None if "spacy" in sys.modules else find_spec("spacy")
    if spec is None or not spec.submodule_search_locations:
        return _classes()
    bare = ModuleType("spacy")
    bare.__path__ = list(spec.submodule_search_locations)
    sys.modules["spacy"] = bare
    try:
        import_module("spacy.tokens")  # first: the others import each other by way of it
        return _classes()
    except Exception:  # another version of spaCy: it is imported whole
        for module in [m for m in sys.modules if m.startswith("spacy.")]:
            del sys.modules[module]
    finally:
        del sys.modules["spacy"]
    return _classes()


def _classes() -> tuple[Any, Any, Any]:
    from spacy.matcher import Matcher
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

    return Vocab, Matcher, Doc
