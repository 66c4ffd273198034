"""Runs the command in this process."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from click.testing import CliRunner

from drafter.cli.main import main
from drafter.data.sample import compose

WRONG = "贯彻落时各项要求"
"""Words that W201 mends by a safe fix."""


@dataclass(frozen=True, slots=True)
class Run:
    """How a run ended and what it wrote."""

    status: int
    out: str
    err: str
    bytes_out: bytes


def drafter(*arguments: str | Path, stdin: str | bytes | None = None) -> Run:
    """Run `drafter` with arguments. An exception that is no exit goes through."""
    result = CliRunner().invoke(main, [str(a) for a in arguments], input=stdin, catch_exceptions=False)
    return Run(result.exit_code, result.stdout, result.stderr, result.stdout_bytes)


def report(**changes: object) -> str:
    """The sample report, changed."""
    return compose(**changes)  # type: ignore[arg-type]


def wrong_report() -> str:
    """A report with one error: the last column of a row of table three does not add up."""
    return compose(cells={"requests.new.total": "99"})
