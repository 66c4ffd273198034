"""Keeps answers in drafter.toml, the rest of which stays as the user wrote it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from drafter.workspace.atomic import write_new


def remember(path: Path, answers: Mapping[str, str]) -> None:
    """Set top-level texts of a drafter.toml, made when it is not there. Raises Problem when it cannot be written."""
    text = path.read_text(encoding="utf-8-sig") if path.exists() else "# drafter 的设置；起草时的回答也记在这里。\n"
    for key, value in answers.items():
        text = _with(text, key, value)
    write_new(path, text.encode(), force=True)


def _with(text: str, key: str, value: str) -> str:
    line = f"{key} = {_quoted(value)}"
    tables = re.search(r"^\s*\[", text, re.MULTILINE)
    top, rest = (text[: tables.start()], text[tables.start() :]) if tables else (text, "")
    present = re.compile(rf"^{re.escape(key)}\s*=.*$", re.MULTILINE)
    if present.search(top):
        return present.sub(lambda _: line, top, count=1) + rest
    return top + ("" if not top or top.endswith("\n") else "\n") + line + "\n" + rest


def _quoted(value: str) -> str:
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + re.sub(r"[\x00-\x1f\x7f]", "", escaped) + '"'
