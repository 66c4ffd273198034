"""Words that set figures apart from every cell: lexicons/claims/marks.toml, validated."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

from drafter.data.resources import resource_dir
from drafter.data.toml import Rows

_KEYS = frozenset({"name", "reason", "example", "pattern"})
NAMES = frozenset(
    {
        *("levels", "meant", "merged", "sampled", "referred", "for_others", "above", "in_the_name", "left_out"),
        *("except", "not_all", "fallen_due", "fault", "plain", "some_bodies"),
        *("not_decided", "not_collected", "documents_of", "neutral", "contents"),
    }
)

Marks = dict[str, re.Pattern[str]]


def load_marks(path: Path) -> Marks:
    """Read the patterns of a file by name. Raises BadData naming file and line."""
    rows = Rows(path)
    marks: Marks = {}
    for row in rows.data.get("mark", []):
        rows.check_keys(row, _KEYS, _KEYS)
        name = str(row["name"])
        if name not in NAMES or name in marks:
            raise rows.bad(name, f"“{name}”不认识或者重复")
        try:
            marks[name] = re.compile(str(row["pattern"]))
        except re.error as error:
            raise rows.bad(name, f"“{name}”不是正则表达式：{error}") from error
        if not marks[name].search(str(row["example"])):
            raise rows.bad(name, f"“{name}”的例子不合它自己的式子")
    if missing := sorted(NAMES - set(marks)):
        raise rows.bad("", f"缺少：{'、'.join(missing)}")
    return marks


@lru_cache(maxsize=1)
def claim_marks() -> Marks:
    """The project's marks."""
    return load_marks(resource_dir("lexicons") / "claims" / "marks.toml")
