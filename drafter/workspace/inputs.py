"""Finds and reads what is to be checked."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path

from drafter.data.files import readable, reason
from drafter.model.problem import Problem, UnreadableInput
from drafter.read.open import SUFFIXES

STDIN = "-"
_HIDDEN = (".", "~$")
_MOST_BYTES = 200 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Input:
    """Something to check: `name` is shown to the user and chooses the reader; `path` is None for standard input."""

    name: str
    path: Path | None

    def read(self) -> bytes:
        """The bytes. Raises UnreadableInput (missing, unreadable, too_large, empty)."""
        if self.path is None:
            return sys.stdin.buffer.read()
        return read_file(self.path)


def read_file(path: Path) -> bytes:
    """A file's bytes. Raises UnreadableInput with a message that says what to do."""
    try:
        if path.is_dir():
            os.scandir(path).close()
            raise UnreadableInput("unreadable", "这是文件夹；请给出其中的一个文件")
        if path.exists() and not path.is_file():
            raise UnreadableInput("unreadable", "这是管道或设备，不是文件；要检查管道里的内容，请用 - 读标准输入")
        if not path.is_file():
            raise UnreadableInput("missing", "没有这个文件；请核对路径和文件名")
        if path.stat().st_size > _MOST_BYTES:
            raise UnreadableInput("too_large", f"文件超过 {_MOST_BYTES // 1048576} MB；请确认是不是年度报告")
        data = path.read_bytes()
    except PermissionError as error:
        raise UnreadableInput("unreadable", "没有权限读取") from error
    except OSError as error:
        raise UnreadableInput("unreadable", f"读取失败：{reason(error)}") from error
    if not data:
        raise UnreadableInput("empty", "文件是空的；请确认保存过内容")
    return data


def expand(paths: Sequence[str], exclude: Sequence[str] = (), stdin_name: str = "") -> Iterator[Input]:
    """The inputs that command-line paths name: directories are walked for readable endings, in name order.

    Hidden files, Word's lock files (`~$…`) and what matches `exclude` are passed over. A path given by name is always
    an input, even when it does not exist. A file that is named twice is one input.

    Raises Problem for an empty path: a variable that was not set must not mean the folder one happens to be in.
    """
    if not all(paths):
        raise Problem("argument", "文件名是空的；请核对命令里的变量有没有值，要检查当前目录请写 .")
    seen: set[str] = set()
    for item in _all(paths, exclude, stdin_name):
        place = STDIN if item.path is None else os.path.realpath(item.path)
        if place not in seen:
            seen.add(place)
            yield item


def _all(paths: Sequence[str], exclude: Sequence[str], stdin_name: str) -> Iterator[Input]:
    for given in paths:
        if given == STDIN:
            yield Input(stdin_name or "<stdin>", None)
            continue
        if not os.path.isdir(given):
            yield Input(readable(given), Path(given))
            continue
        for file in sorted(_inside(Path(given))):
            wanted = os.path.isdir(file) or (file.suffix.lower() in SUFFIXES and os.path.isfile(file))
            if wanted and not _excluded(file, exclude):
                yield Input(readable(str(file)), file)


def _inside(folder: Path) -> Iterator[Path]:
    """The files in a folder and below, hidden ones and links to folders left out; and the folders that cannot be
    opened, so that their files are not passed over in silence."""
    refused: list[Path] = []
    for place, folders, names in os.walk(folder, onerror=lambda error: refused.append(Path(error.filename))):
        folders[:] = [name for name in folders if not name.startswith(_HIDDEN)]
        yield from (Path(place, name) for name in names if not name.startswith(_HIDDEN))
    yield from refused


def _excluded(path: Path, patterns: Sequence[str]) -> bool:
    return any(fnmatch(str(path), p) or fnmatch(path.name, p) or p.rstrip("/") in path.parts for p in patterns)
