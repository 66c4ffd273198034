"""What the page sends: one line of JSON, then the bytes of the draft, then those of last year's report."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from drafter.model.problem import Problem

_YEARS = range(2008, 2101)
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Upload:
    """A file as it came; the name is shown and chooses the reader."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Order:
    """A draft and what the user says about it; empty `agency` and no `year` leave it to the title."""

    draft: Upload
    previous: Upload | None = None
    year: int | None = None
    agency: str = ""
    plain: bool = False


def read_order(body: bytes) -> Order:
    """Take a request's body apart. Raises Problem (kind `request`)."""
    line, _, rest = body.partition(b"\n")
    try:
        told = json.loads(line)
    except ValueError as error:
        raise _bad("开头不是一行 JSON") from error
    if not isinstance(told, dict):
        raise _bad("开头应当是一个 JSON 对象")
    size, before = told.get("size"), _words(told, "previous")
    if type(size) is not int or not 0 <= size <= len(rest):
        raise _bad("size 与内容的长度不符")
    if not before and size != len(rest):
        raise _bad("稿件后面还有内容，却没有说是什么")
    return Order(
        draft=Upload(_name(_words(told, "name")) or "草稿.txt", rest[:size]),
        previous=Upload(_name(before), rest[size:]) if before else None,
        year=_year(told.get("year")),
        agency=_words(told, "agency").strip(),
        plain=told.get("plain") is True,
    )


def _words(told: dict[str, Any], key: str) -> str:
    value = told.get(key, "")
    if not isinstance(value, str) or len(value) > _LONGEST:
        raise _bad(f"{key} 应当是不超过 {_LONGEST} 字的文字")
    return value


def _name(given: str) -> str:
    """The file's name without folders, also those written the Windows way."""
    return PurePosixPath(given.replace("\\", "/")).name


def _year(value: object) -> int | None:
    if value is None:
        return None
    if type(value) is not int or value not in _YEARS:
        raise _bad(f"年度应当是 {_YEARS[0]} 至 {_YEARS[-1]} 之间的数")
    return value


def _bad(why: str) -> Problem:
    return Problem("request", f"请求看不懂：{why}")
