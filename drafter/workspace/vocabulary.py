"""Adds a word to the accepted ones in drafter.toml, leaving the rest of the file as it is."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path
from typing import Any

from drafter.model.problem import Problem
from drafter.workspace.settings import find_settings, load_settings
from drafter.workspace.write import write_atomically


def accept_word(word: str, beside: Path) -> Path:
    """Record `word` in the settings that hold for the folder `beside`, or in a new drafter.toml there.

    Returns the file.

    Raises Problem when the file cannot be read, changed or written.
    """
    path = find_settings(beside) or beside / "drafter.toml"
    known = load_settings(path).accept if path.is_file() else ()
    if word not in known:
        before = path.read_text(encoding="utf-8-sig") if path.is_file() else ""
        write_atomically(path, with_word(before, word, known, pyproject=path.name == "pyproject.toml").encode())
    return path


def with_word(text: str, word: str, known: tuple[str, ...] = (), *, pyproject: bool = False) -> str:
    """The settings with one more accepted word. `known` are those that hold so far, perhaps from another file.

    Raises Problem when the place cannot be found without rewriting the file.
    """
    section = "tool.drafter.vocabulary" if pyproject else "vocabulary"
    wanted = [*known, word]
    line = f"accept = {json.dumps(wanted, ensure_ascii=False)}\n"
    new = _in_list(text, section, word) or _in_section(text, section, line) or _appended(text, section, line)
    try:
        found = _table(tomllib.loads(new), section).get("accept")
    except tomllib.TOMLDecodeError:
        found = None
    if found != wanted:
        raise Problem("config", f"请手工在设置的 [{section}] 里写 {line.strip()}")
    return new


def _table(data: dict[str, Any], section: str) -> dict[str, Any]:
    for key in section.split("."):
        data = data.get(key, {})
    return data


def _body(text: str, section: str) -> tuple[int, int] | None:
    head = re.search(rf"^\[{re.escape(section)}\][^\n]*(?:\n|$)", text, re.MULTILINE)
    if head is None:
        return None
    after = re.compile(r"^\[", re.MULTILINE).search(text, head.end())
    return head.end(), after.start() if after else len(text)


def _in_list(text: str, section: str, word: str) -> str:
    """The text with the word in the list that is there already; empty when there is none."""
    body = _body(text, section)
    found = re.compile(r"^accept\s*=\s*\[", re.MULTILINE).search(text, *body) if body else None
    if found is None:
        return ""
    token = re.compile(r"""\s+|,|#[^\n]*|"(?:[^"\\]|\\.)*"|'[^']*'""")
    at, filled, comma = found.end(), found.end(), True
    while (match := token.match(text, at)) is not None:
        if match.group()[0] in "\"'":
            filled, comma = match.end(), False
        elif match.group() == ",":
            filled, comma = match.end(), True
        at = match.end()
    joint = "" if filled == found.end() else (" " if comma else ", ")
    return text[:filled] + joint + json.dumps(word, ensure_ascii=False) + text[filled:]


def _in_section(text: str, section: str, line: str) -> str:
    body = _body(text, section)
    if body is None:
        return ""
    start = text[: body[0]]
    return start + ("" if start.endswith("\n") else "\n") + line + text[body[0] :]


def _appended(text: str, section: str, line: str) -> str:
    gap = "" if not text else "\n" if text.endswith("\n") else "\n\n"
    return f"{text}{gap}[{section}]\n{line}"
