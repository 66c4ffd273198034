"""Rule pages as a file that an editor can open."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

from drafter import __version__
from drafter.render.rules import rule_text
from drafter.rules.registry import all_rules, rule_page


@cache
def page_address(code: str) -> str | None:
    """The address of a rule's page, written to the user's cache when first asked for; None where that is impossible."""
    rule = next((r for r in all_rules() if r.code == code), None)
    if rule is None:
        return None
    from platformdirs import user_cache_path

    path = user_cache_path("drafter") / __version__ / f"{code}.txt"
    text = rule_text(rule, rule_page(rule)).encode()
    try:
        if not path.is_file() or path.read_bytes() != text:
            _write(path, text)
    except OSError:
        return None
    return path.as_uri()


def _write(path: Path, text: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f"{path.name}.{os.getpid()}")
    part.write_bytes(text)
    os.replace(part, path)
