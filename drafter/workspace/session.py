"""Opens what a run needs and checks inputs one by one."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from drafter.data.files import readable
from drafter.engine import Resources, check
from drafter.model.config import Config
from drafter.model.document import Document
from drafter.model.problem import Problem, UnreadableInput
from drafter.model.result import Failure, Outcome
from drafter.read.open import read_document
from drafter.workspace.inputs import Input, read_file


def open_resources(config: Config, *, use_corpus: bool = True) -> Resources:
    """Resources for a run. Raises Problem when `previous` cannot be read, or the corpus that is named is none.

    A store that is missing or damaged is noted in the result instead: the other checks do not need it.
    """
    previous = _previous(config)
    if not use_corpus or config.plain:
        return Resources(previous=previous, no_store="未使用往年报告库（--no-corpus）")
    store, why = _store(config)
    return Resources(previous=previous, store=store, no_store=why)


def _previous(config: Config) -> Document | None:
    if not config.previous:
        return None
    try:
        return read_document(read_file(Path(config.previous)), readable(config.previous))
    except UnreadableInput as error:
        raise Problem("previous", f"上年报告 {config.previous}：{error.message}") from error


def _store(config: Config) -> tuple[Any, str]:
    from drafter.workspace.corpus import open_store

    try:
        return open_store(config), ""
    except Problem as error:
        if config.corpus and error.kind == "corpus_foreign":
            raise Problem(error.kind, f"往年报告库 {config.corpus}：{error.message}") from error
        return None, f"往年报告库打不开：{error.message}"


def check_input(item: Input, resources: Resources, config: Config) -> tuple[Outcome, bytes]:
    """Check one input. Whatever is wrong with it becomes a Failure; the bytes come along for renderers that write
    back."""
    data = b""
    try:
        data = item.read()
        return check(read_document(data, item.name), resources, config), data
    except UnreadableInput as error:
        return Failure(item.name, error.kind, error.message), data
