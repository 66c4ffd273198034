"""templates/narrative/*.toml as a Narrative.

A file names its `section` and holds [[sentence]] rows, or [[pair]] rows for section five. Templates are Jinja2; here
only their brackets are looked at, so that the library is loaded when a draft is composed and not before.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

from drafter.data.resources import resource_dir
from drafter.data.toml import Rows
from drafter.model.narrative import AGENCY_KINDS, ROLES, Narrative, Pair, Wording
from drafter.model.report import SUBSECTION_KINDS

SECTIONS = ("preamble", "opening", *SUBSECTION_KINDS, "problems", "other")
_FILE_KEYS = frozenset({"section", "offer", "sentence", "pair"})
_SENTENCE_KEYS = frozenset({"topic", "role", "text", "kinds", "when", "states"})
_PAIR_KEYS = frozenset({"topic", "problem", "improvement", "kinds", "when"})
_BRACKETS = (("{{", "}}"), ("{%", "%}"), ("【", "】"), ("（", "）"), ("《", "》"), ("“", "”"))


@lru_cache(maxsize=1)
def load_narrative() -> Narrative:
    """The project's wordings. Raises BadData."""
    return read_narrative(tuple(sorted((resource_dir("templates") / "narrative").glob("*.toml"))))


def read_narrative(paths: tuple[Path, ...]) -> Narrative:
    """Read and validate files of wordings. Raises BadData naming file and line."""
    wordings: list[Wording] = []
    pairs: list[Pair] = []
    offers: dict[str, int] = {}
    for path in paths:
        rows = Rows(path)
        rows.check_keys(rows.data, _FILE_KEYS, frozenset({"section"}))
        section = rows.data["section"]
        if section not in SECTIONS:
            raise rows.bad(str(section), f"section 应当是 {'、'.join(SECTIONS)} 之一")
        offers[section] = int(rows.data.get("offer", 0))
        wordings += [_wording(rows, section, row) for row in rows.data.get("sentence", ())]
        pairs += [_pair(rows, row) for row in rows.data.get("pair", ())]
    return Narrative(tuple(wordings), tuple(pairs), offers)


def _wording(rows: Rows, section: str, row: dict[str, Any]) -> Wording:
    rows.check_keys(row, _SENTENCE_KEYS, frozenset({"topic", "role", "text"}))
    texts = _texts(rows, row, "text")
    if row["role"] not in ROLES:
        raise rows.bad(texts[0], f"role 应当是 {'、'.join(ROLES)} 之一")
    if row["role"] == "confirm" and any("【" in text for text in texts):
        raise rows.bad(texts[0], "待确认的句子会整句放进【请确认：】，里面不能再有【】")
    return Wording(
        section=section,
        topic=row["topic"],
        role=row["role"],
        texts=texts,
        where=rows.where(texts[0]),
        kinds=_kinds(rows, row, texts[0]),
        when=row.get("when", ""),
        states=tuple(row.get("states", ())),
    )


def _pair(rows: Rows, row: dict[str, Any]) -> Pair:
    rows.check_keys(row, _PAIR_KEYS, frozenset({"topic", "problem", "improvement"}))
    problems = _texts(rows, row, "problem")
    return Pair(
        topic=row["topic"],
        problems=problems,
        improvements=_texts(rows, row, "improvement"),
        where=rows.where(problems[0]),
        kinds=_kinds(rows, row, problems[0]),
        when=row.get("when", ""),
    )


def _kinds(rows: Rows, row: dict[str, Any], anchor: str) -> tuple[str, ...]:
    kinds = tuple(row.get("kinds", ()))
    unknown = set(kinds) - set(AGENCY_KINDS)
    if unknown:
        raise rows.bad(anchor, f"kinds 里有不认识的 {sorted(unknown)}；可用：{'、'.join(AGENCY_KINDS)}")
    return kinds


def _texts(rows: Rows, row: dict[str, Any], key: str) -> tuple[str, ...]:
    texts = row[key]
    if not isinstance(texts, list) or not texts or not all(isinstance(t, str) and t.strip() for t in texts):
        raise rows.bad(str(row["topic"]), f"{key} 应当是不空的字符串列表")
    for text in texts:
        for left, right in _BRACKETS:
            if text.count(left) != text.count(right):
                raise rows.bad(text, f"{left} 与 {right} 不成对")
    if len(set(texts)) < len(texts):
        raise rows.bad(texts[0], f"{key} 里有重复的句子")
    return tuple(texts)
