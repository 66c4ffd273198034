"""Writes outcomes in the format that was asked for, and the exit status."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

import click

from drafter.cli.streams import echo_data
from drafter.model.config import Config
from drafter.model.problem import Problem
from drafter.model.result import Outcome, Result
from drafter.workspace.inputs import Input

if TYPE_CHECKING:
    from drafter.render.text import Style

FORMATS = ["text", "concise", "json", "jsonl", "sarif", "github", "html", "docx"]


def exit_status(outcomes: Sequence[Outcome], config: Config, *, exit_zero: bool) -> int:
    """0 nothing at or above the fail level, 1 findings, 3 unreadable input or a crashed rule (wins over 1)."""
    if any(not isinstance(o, Result) or o.crashed for o in outcomes):
        return 3
    if exit_zero:
        return 0
    ranks = [d.severity.rank for o in outcomes if isinstance(o, Result) for d in o.diagnostics]
    return int(any(rank >= config.fail_level.rank for rank in ranks))


def spare_inputs(inputs: Sequence[Input], config: Config, *targets: str | None) -> None:
    """Raises click.UsageError when a file to be written is one that is read: the draft would be gone."""
    read = [item.path for item in inputs if item.path] + ([Path(config.previous)] if config.previous else [])
    for target in targets:
        if target and any(_same_file(Path(target), path) for path in read):
            raise click.UsageError(f"{target} 是要检查的文件，写进去会盖掉它；请换一个文件名")


def _same_file(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return False


def write(target: str, content: bytes) -> None:
    """Write what `-o` asks for. Raises click.UsageError when that cannot be done."""
    from drafter.workspace.write import write_output

    try:
        write_output(Path(target), content)
    except Problem as error:
        raise click.UsageError(error.message) from error


def emit(outcomes: Sequence[Outcome], originals: Sequence[bytes], config: Config, options: dict[str, Any]) -> None:
    """Render and write. Raises click.UsageError when the format does not fit the input or the file cannot be
    written."""
    if options["output_format"] == "docx" and not isinstance(outcomes[0], Result):
        click.echo(_text(outcomes, options, sys.stderr), nl=False, err=True)
        return
    content = _render(outcomes, originals, config, options)
    target = options["output_file"]
    if target is not None:
        write(target, content if isinstance(content, bytes) else content.encode())
    elif isinstance(content, str) and options["output_format"] not in ("text", "concise"):
        echo_data(content)
    else:
        click.echo(content, nl=False, color=color_wanted(options, sys.stdout))


def color_wanted(options: dict[str, Any], stream: TextIO) -> bool:
    """Whether `stream` is a terminal and nobody asked for plain output."""
    return not options.get("no_color") and not os.environ.get("NO_COLOR") and stream.isatty()


def text_style(options: dict[str, Any], stream: TextIO) -> Style:
    """How text output to `stream` should look; commands without an option leave it at its default."""
    from drafter.render.text import Style

    return Style(
        concise=options.get("output_format") == "concise",
        color=color_wanted(options, stream) and options.get("output_file") is None,
        claims=options.get("show_claims", False),
        statistics=options.get("statistics", False),
        quiet=options["quiet"],
        verbose=options["verbose"],
        suppressed=options.get("show_baselined", False),
    )


def _render(
    outcomes: Sequence[Outcome], originals: Sequence[bytes], config: Config, options: dict[str, Any]
) -> str | bytes:
    chosen = options["output_format"]
    if chosen in ("text", "concise"):
        return _text(outcomes, options, sys.stdout)
    if chosen in ("json", "jsonl"):
        from drafter.render import json as json_format

        render_json = json_format.render if chosen == "json" else json_format.render_lines
        return render_json(outcomes, include_text=options["include_text"])
    if chosen == "docx":
        return _docx(outcomes, originals)
    if chosen == "html":
        from drafter.data.form import load_forms
        from drafter.render.html import render as render_html

        return render_html(outcomes, load_forms()[0].names)
    if chosen == "sarif":
        from drafter.render.sarif import render as render_sarif
        from drafter.rules.registry import all_rules

        return render_sarif(outcomes, all_rules())
    from drafter.render.github import render as render_github

    return render_github(outcomes)


def _text(outcomes: Sequence[Outcome], options: dict[str, Any], stream: TextIO) -> str:
    from drafter.render.text import render

    return render(outcomes, text_style(options, stream))


def _docx(outcomes: Sequence[Outcome], originals: Sequence[bytes]) -> bytes:
    from drafter.render.docx import annotate

    outcome = outcomes[0]
    if not isinstance(outcome, Result) or outcome.document.container != "docx":
        raise click.UsageError("docx 输出只能用于 .docx 输入")
    return annotate(originals[0], outcome.document, outcome)
