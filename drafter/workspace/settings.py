"""drafter.toml and [tool.drafter]: found up the tree, checked key by key."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import replace
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from drafter.data.files import reason
from drafter.model.config import Config
from drafter.model.diagnostic import Severity
from drafter.model.problem import Problem

_LISTS = ("select", "ignore", "extend-select", "exclude")
_TEXTS = ("agency", "region", "level", "previous", "corpus")
_TABLES = ("severity", "similarity", "vocabulary")
_KEYS = (*_LISTS, *_TEXTS, *_TABLES, "extend")
_LEAST_ALIKE = 60
"""Past sentences less alike than this are not looked for, so that a lower threshold would promise what is not done."""
_LEVELS = ("province", "city", "county", "township")


def find_settings(start: Path) -> Path | None:
    """The nearest drafter.toml, or pyproject.toml with [tool.drafter], in `start` or above."""
    folder = start.resolve()
    for place in (folder, *folder.parents):
        own = place / "drafter.toml"
        if own.is_file():
            return own
        project = place / "pyproject.toml"
        if project.is_file() and "[tool.drafter" in project.read_text(encoding="utf-8", errors="replace"):
            return project
    return None


def load_settings(path: Path | None) -> Config:
    """The configuration a file holds; defaults without one. Raises Problem (kind `config`) naming file and key."""
    return _apply(Config(), _read(path, ()), path) if path else Config()


def _read(path: Path, above: tuple[Path, ...]) -> dict[str, Any]:
    if path in above:
        raise _bad(path, "extend 互相引用，请去掉其中一处")
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise _bad(path, f"读不出来：{reason(error)}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise _bad(path, f"不是有效的 TOML：{error}") from error
    if path.name == "pyproject.toml":
        data = data.get("tool", {}).get("drafter", {})
    base: dict[str, Any] = {}
    if "extend" in data:
        base = _read((path.parent / str(data["extend"])).resolve(), (*above, path))
    return base | data


def _apply(config: Config, data: Mapping[str, Any], path: Path | None) -> Config:
    changes: dict[str, Any] = {}
    for key, value in data.items():
        if key not in _KEYS:
            raise _unknown(path, key, _KEYS)
        if key in _LISTS:
            changes[key.replace("-", "_")] = _texts(path, key, value)
        elif key in _TEXTS:
            changes[key] = _text(path, key, value)
    for key in ("previous", "corpus"):
        if changes.get(key) and path and "://" not in changes[key]:
            changes[key] = str((path.parent / Path(changes[key]).expanduser()).resolve())
    if changes.get("level") and changes["level"] not in _LEVELS:
        raise _bad(path, f"level 只能是 {'、'.join(_LEVELS)}")
    return replace(config, **changes, **_nested(data, path))


def _nested(data: Mapping[str, Any], path: Path | None) -> dict[str, Any]:
    changes: dict[str, Any] = {}
    for name in _TABLES:
        if not isinstance(data.get(name, {}), dict):
            raise _bad(path, f"{name} 应当是一个表，例如 [{name}]")
    levels = data.get("severity", {})
    names = tuple(s.value for s in Severity)
    if any(v not in names for v in levels.values()):
        raise _bad(path, f"severity 的值只能是 {'、'.join(names)}")
    changes["severity"] = {code: Severity(value) for code, value in levels.items()}
    for key, value in data.get("similarity", {}).items():
        if key != "threshold":
            raise _unknown(path, f"similarity.{key}", ("similarity.threshold",))
        if not isinstance(value, (int, float)) or not _LEAST_ALIKE <= value <= 100:
            raise _bad(path, f"similarity.threshold 应当是 {_LEAST_ALIKE} 到 100 的数（百分制的相似度，缺省 80）")
        changes["similarity_threshold"] = float(value)
    for key, value in data.get("vocabulary", {}).items():
        if key not in ("accept", "reject"):
            raise _unknown(path, f"vocabulary.{key}", ("vocabulary.accept", "vocabulary.reject"))
        changes[key] = _texts(path, f"vocabulary.{key}", value)
    return changes


def _texts(path: Path | None, key: str, value: Any) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(v, str) for v in value):
        raise _bad(path, f'{key} 应当是字符串列表，例如 {key} = ["W101"]')
    return tuple(value)


def _text(path: Path | None, key: str, value: Any) -> str:
    if not isinstance(value, str):
        raise _bad(path, f"{key} 应当是字符串")
    return value


def _unknown(path: Path | None, key: str, known: tuple[str, ...]) -> Problem:
    near = get_close_matches(key, known, 1, 0.5)
    return _bad(path, f"不认识的设置 {key}" + (f"，是不是 {near[0]}？" if near else f"；可用：{'、'.join(known)}"))


def _bad(path: Path | None, message: str) -> Problem:
    return Problem("config", f"{path}：{message}")
