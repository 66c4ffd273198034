"""What the paths on a command line mean."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

import click

from drafter.model.config import Config
from drafter.model.problem import Problem
from drafter.workspace.inputs import STDIN, Input, expand


def beside(path: str, stdin_name: str = "") -> Path:
    """The folder whose configuration holds for a path; the name given for standard input stands for it."""
    named = stdin_name if path == STDIN else path
    return Path(named) if os.path.isdir(named) else Path(named).parent


def inputs_of(paths: Sequence[str], config: Config, stdin_name: str = "") -> list[Input]:
    """What is to be read. Raises click.UsageError when that is nothing, or cannot be meant."""
    try:
        inputs = list(expand(paths, config.exclude, stdin_name))
    except Problem as error:
        raise click.UsageError(error.message) from error
    if not inputs:
        raise click.UsageError(f"{'、'.join(paths)} 里没有可以检查的文件")
    return inputs
