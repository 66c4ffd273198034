"""drafter fix"""

from __future__ import annotations

import sys
from typing import Any

import click

from drafter.cli.options import build_config, selection, settings
from drafter.cli.output import exit_status
from drafter.cli.paths import beside, inputs_of
from drafter.model.config import Config
from drafter.model.problem import Problem, UnreadableInput
from drafter.model.result import Failure, Outcome
from drafter.workspace.inputs import Input


@click.command("fix", short_help="改正可以放心改的地方")
@click.argument("paths", nargs=-1, metavar="[PATH|-]...")
@click.option("--diff", is_flag=True, help="只显示会怎样改，不动文件；有要改的以状态 1 退出")
@click.option("--unsafe-fixes", is_flag=True, help="把需要人看一眼的改法也用上")
@click.option("--show-fixes", is_flag=True, help="列出每一处改动")
@click.option("--stdin-filename", default="", metavar="NAME", help="标准输入的文件名：决定按什么格式读、用哪份配置")
@selection
@settings
@click.option(
    "--fail-level",
    type=click.Choice(["error", "warning", "info"]),
    help="剩下的问题到这一级就以状态 1 退出（缺省 error）",
)
@click.option("--exit-zero", is_flag=True, help="还有问题也以状态 0 退出（读不出、写不进的文件除外）")
@click.option("--no-color", is_flag=True, help="不用颜色")
@click.option("-q", "--quiet", is_flag=True, help="不列剩下的问题")
@click.option("-v", "--verbose", is_flag=True, help="多说一些：依据、没有运行的规则")
def command(paths: tuple[str, ...], **options: Any) -> None:
    """改正可以放心改的地方，其余的列出来。

    原文件直接改写，编码和换行不变；Word 文件以修订方式写入，可以逐处接受或拒绝。
    数字、日期、文号和机关名称从不自动改。“-” 读标准输入，改后的全文写到标准输出，问题写到标准错误。
    """
    if not paths:
        raise click.UsageError("请给出要改的文件，例如：drafter fix 草稿.txt")
    config = build_config(beside(paths[0], options["stdin_filename"]), options)
    inputs = inputs_of(paths, config, options["stdin_filename"])
    outcomes, pending = _run(inputs, config, options)
    status = exit_status(outcomes, config, exit_zero=options["exit_zero"])
    sys.exit(status or int(pending and not options["exit_zero"]))


def _run(inputs: list[Input], config: Config, options: dict[str, Any]) -> tuple[list[Outcome], bool]:
    """What is left after fixing each input, and whether `--diff` had anything to show."""
    from drafter.workspace.session import open_resources

    try:
        resources = open_resources(config, use_corpus=not options["no_corpus"])
    except Problem as error:
        raise click.UsageError(error.message) from error
    outcomes, pending = [], False
    with resources:
        for item in inputs:
            outcome, changed = _one(item, resources, config, options)
            outcomes.append(outcome)
            pending |= changed and options["diff"]
    _report(outcomes, inputs, options)
    return outcomes, pending


def _one(item: Input, resources: Any, config: Config, options: dict[str, Any]) -> tuple[Outcome, bool]:
    from drafter.engine import check
    from drafter.read.open import read_document
    from drafter.render.changes import applied_lines, diff
    from drafter.workspace.mend import mend

    data = b""
    try:
        data = item.read()
        mended = mend(
            data, lambda now: check(read_document(now, item.name), resources, config), unsafe=options["unsafe_fixes"]
        )
        changed = mended.data != data
        if options["diff"]:
            click.echo(diff(mended.before.document.text, mended.after.document.text, item.name), nl=False)
        else:
            _write(item, mended.data, changed)
        if options["show_fixes"] or (changed and not options["diff"] and not options["quiet"]):
            click.echo(applied_lines(item.name, mended.applied, each=options["show_fixes"]), nl=False, err=True)
        return (mended.before if options["diff"] else mended.after), changed
    except UnreadableInput as error:
        if item.path is None and not options["diff"]:
            sys.stdout.buffer.write(data)  # an editor replaces its buffer by what comes out
        return Failure(item.name, error.kind, error.message), False
    except Problem as error:
        return Failure(item.name, error.kind, error.message), False


def _write(item: Input, data: bytes, changed: bool) -> None:
    from drafter.workspace.write import write_atomically

    if item.path is None:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    elif changed:
        write_atomically(item.path, data)


def _report(outcomes: list[Outcome], inputs: list[Input], options: dict[str, Any]) -> None:
    from drafter.cli.output import text_style
    from drafter.render.text import render

    to_stderr = options["diff"] or any(item.path is None for item in inputs)
    shown = [o for o in outcomes if isinstance(o, Failure)] if options["quiet"] else outcomes
    if shown:
        stream = sys.stderr if to_stderr else sys.stdout
        click.echo(render(shown, text_style(options, stream)), nl=False, err=to_stderr)
