"""Standard input and output as they really come: closed, full, or of an encoding that lacks some characters."""

from __future__ import annotations

import io
import os
import sys
from contextlib import suppress

import click

from drafter.data.files import reason


def prepare() -> None:
    """Give the program streams that it can rely on: closed ones lead nowhere, and a character that the encoding of a
    terminal lacks comes out as a question mark."""
    for name in ("stdin", "stdout", "stderr"):  # in this order: each takes the lowest free descriptor, its own
        stream = getattr(sys, name)
        if stream is None:
            mode = "r" if name == "stdin" else "w"
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115 - as long as the process
        elif name != "stdin" and isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def echo_data(content: str) -> None:
    """Write what programs read to standard output: UTF-8, whatever the terminal's encoding is."""
    click.echo(content.encode(), nl=not content.endswith("\n"))


def give_up(error: OSError) -> None:
    """Say that something could not be written, most likely the output, and let the exit not stumble over it again."""
    place = f"{error.filename}：" if error.filename else "结果写不出去："
    with suppress(OSError):
        click.echo(f"错误：{place}{reason(error)}", err=True)
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
