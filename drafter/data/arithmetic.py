"""The words of sums, shares and changes: lexicons/claims/arithmetic.toml, validated."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from drafter.data.resources import resource_dir
from drafter.data.toml import Rows

_KEYS = frozenset({"name", "reason", "words"})
NAMES = frozenset(
    {
        *("units", "like", "openers", "dealt", "rests", "sums", "deeds", "apart", "elsewhen", "overlap"),
        *("compare", "up", "down", "done", "carried", "left", "rates", "whole", "sets"),
    }
)


@dataclass(frozen=True, slots=True)
class ArithmeticWords:
    """Words by the name of their list, in file order."""

    lists: Mapping[str, tuple[str, ...]]

    def any(self, *names: str) -> str:
        """A regular expression without groups for the words of the lists, the longest first."""
        words = sorted({w for name in names for w in self.lists[name]}, key=len, reverse=True)
        return "(?:" + "|".join(map(re.escape, words)) + ")"

    def pairs(self, name: str) -> tuple[tuple[str, str], ...]:
        """The words of a list that are written `a=b`."""
        return tuple((a, b) for a, _, b in (w.partition("=") for w in self.lists[name]))


def load_arithmetic(path: Path) -> ArithmeticWords:
    """Read the lists of a file. Raises BadData naming file and line."""
    rows = Rows(path)
    lists: dict[str, tuple[str, ...]] = {}
    for row in rows.data.get("list", []):
        rows.check_keys(row, _KEYS, _KEYS)
        name, words = str(row["name"]), tuple(str(row["words"]).split())
        if name not in NAMES or name in lists:
            raise rows.bad(name, f"词表“{name}”不认识或者重复")
        twice = sorted({w for w in words if words.count(w) > 1})
        if twice or not words:
            raise rows.bad(twice[0] if twice else name, f"词表“{name}”是空的或者有重复的词：{'、'.join(twice)}")
        lists[name] = words
    if missing := sorted(NAMES - set(lists)):
        raise rows.bad("", f"缺少词表：{'、'.join(missing)}")
    for name in ("like", "rates"):
        if wrong := [w for w in lists[name] if not all(w.partition("="))]:
            raise rows.bad(wrong[0], f"词表“{name}”里应写成“甲=乙”")
    return ArithmeticWords(lists)


@lru_cache(maxsize=1)
def arithmetic_words() -> ArithmeticWords:
    """The project's words."""
    return load_arithmetic(resource_dir("lexicons") / "claims" / "arithmetic.toml")
