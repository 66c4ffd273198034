"""Reads TOML data files and says where a value is wrong."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from drafter.model.problem import BadData


class Rows:
    """A TOML file read into memory, able to name the line of a value for error messages."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._text = path.read_text(encoding="utf-8")
        try:
            self.data: dict[str, Any] = tomllib.loads(self._text)
        except tomllib.TOMLDecodeError as error:
            raise BadData(str(path), f"不是有效的 TOML：{error}") from error

    def where(self, value: str) -> str:
        """`file:line` of the first line that holds `value`; the file alone where it does not stand."""
        for number, line in enumerate(self._text.splitlines(), 1):
            if value and value in line:
                return f"{self.path}:{number}"
        return str(self.path)

    def bad(self, value: str, message: str) -> BadData:
        """The error to raise about `value`."""
        return BadData(self.where(value), message)

    def check_keys(self, row: dict[str, Any], allowed: frozenset[str], required: frozenset[str]) -> None:
        """Raise BadData when `row` has a key outside `allowed` or lacks one of `required`."""
        unknown, missing = set(row) - allowed, required - set(row)
        anchor = str(next(iter(row.values()), ""))
        if unknown:
            raise self.bad(sorted(unknown)[0], f"不认识的键 {sorted(unknown)}；可用：{sorted(allowed)}")
        if missing:
            raise self.bad(anchor, f"缺少 {sorted(missing)}")
