"""drafter.toml and [tool.drafter]: found up the tree, checked key by key."""

from __future__ import annotations

import re
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
        if project.is_file() and _is_ours(project):
            return project
    return None


def _is_ours(project: Path) -> bool:
    """Whether a pyproject.toml has settings for drafter; one that others broke is theirs to mend."""
    try:
        text = project.read_text(encoding="utf-8-sig", errors="replace")
        return "drafter" in text and isinstance(_own(tomllib.loads(text)), dict)
    except OSError:
        return False
    except tomllib.TOMLDecodeError:
        return re.search(r"^\s*\[tool\.drafter[\].]", text, re.MULTILINE) is not None


def _own(project: Mapping[str, Any]) -> Any:
    tool = project.get("tool")
    return tool.get("drafter") if isinstance(tool, dict) else None


def load_settings(path: Path | None) -> Config:
    """The configuration a file holds; defaults without one. Raises Problem (kind `config`) naming file and key."""
    return _load(path, ()) if path else Config()


def _load(path: Path, above: tuple[Path, ...]) -> Config:
    """The settings of a file over those that it extends: each file is checked, and its paths count, on its own."""
    if path in above:
        raise _bad(path, "extend 互相引用，请去掉其中一处")
    data = _read(path)
    base = Config()
    if "extend" in data:
        other = Path(_text(path, "extend", data["extend"])).expanduser()
        base = _load((path.parent / other).resolve(), (*above, path))
    return _apply(base, data, path)


def _read(path: Path) -> dict[str, Any]:
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise _bad(path, f"读不出来：{reason(error)}") from error
    except UnicodeDecodeError as error:
        raise _bad(path, "不是 UTF-8 编码；请用编辑器另存为 UTF-8") from error
    except tomllib.TOMLDecodeError as error:
        raise _bad(path, f"不是有效的 TOML：{_where(error)}") from error
    own = _own(data) if path.name == "pyproject.toml" else data
    return own if isinstance(own, dict) else {}


def _where(error: tomllib.TOMLDecodeError) -> str:
    words = str(error)
    at = re.search(r"line (\d+), column (\d+)", words)
    place = f"第 {at[1]} 行第 {at[2]} 列" if at else "文件末尾"
    return f"{place}有误（{words.split(' (at ')[0]}）"


def _apply(config: Config, data: Mapping[str, Any], path: Path) -> Config:
    changes: dict[str, Any] = {}
    for key, value in data.items():
        if key not in _KEYS:
            raise _unknown(path, key, _KEYS)
        if key in _LISTS:
            changes[key.replace("-", "_")] = _texts(path, key, value)
        elif key in _TEXTS:
            changes[key] = _text(path, key, value)
    for key in ("previous", "corpus"):
        if changes.get(key) and "://" not in changes[key]:
            changes[key] = str((path.parent / Path(changes[key]).expanduser()).resolve())
    if changes.get("level") and changes["level"] not in _LEVELS:
        raise _bad(path, f"level 只能是 {'、'.join(_LEVELS)}")
    return replace(config, **changes, **_nested(config, data, path))


def _nested(config: Config, data: Mapping[str, Any], path: Path) -> dict[str, Any]:
    changes: dict[str, Any] = {}
    for name in _TABLES:
        if not isinstance(data.get(name, {}), dict):
            raise _bad(path, f"{name} 应当是一个表，例如 [{name}]")
    levels = data.get("severity", {})
    names = tuple(s.value for s in Severity)
    if any(v not in names for v in levels.values()):
        raise _bad(path, f"severity 的值只能是 {'、'.join(names)}")
    changes["severity"] = config.severity | {code: Severity(value) for code, value in levels.items()}
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


def _texts(path: Path, key: str, value: Any) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(v, str) for v in value):
        raise _bad(path, f'{key} 应当是字符串列表，例如 {key} = ["W101"]')
    return tuple(value)


def _text(path: Path, key: str, value: Any) -> str:
    if not isinstance(value, str):
        raise _bad(path, f"{key} 应当是字符串")
    return value


def _unknown(path: Path, key: str, known: tuple[str, ...]) -> Problem:
    near = get_close_matches(key, known, 1, 0.5)
    return _bad(path, f"不认识的设置 {key}" + (f"，是不是 {near[0]}？" if near else f"；可用：{'、'.join(known)}"))


def _bad(path: Path, message: str) -> Problem:
    return Problem("config", f"{path}：{message}")
