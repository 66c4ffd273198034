"""drafter audit"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from drafter.cli.options import build_config, selection
from drafter.cli.output import exit_status, spare_inputs, write
from drafter.cli.paths import beside, inputs_of
from drafter.model.config import Config
from drafter.model.problem import Problem

if TYPE_CHECKING:
    from drafter.model.audit import Audit
    from drafter.workspace.inputs import Input


@click.command("audit", short_help="成批审核")
@click.argument("folders", nargs=-1, required=True, metavar="DIR...")
@click.option("--expected", default="", metavar="LIST", help="应当报送的机关名单：一行一个，或 csv 的第一列")
@click.option(
    "--output-format",
    type=click.Choice(["text", "json", "html", "xlsx"]),
    default="text",
    show_default=True,
    help="输出格式",
)
@click.option("-o", "--output-file", type=click.Path(dir_okay=False), help="写到文件")
@selection
@click.option("--year", type=click.IntRange(2008, 2100), help="应当是哪个年度；缺省取多数报告的年度")
@click.option("--corpus", default="", metavar="PATH", help="往年报告库；缺省用自带的样本库")
@click.option("--no-corpus", is_flag=True, help="不与往年报告库比对")
@click.option("--more-hints", is_flag=True, help="用字检查宁多勿漏（误报会多一些）")
@click.option("--config", "config_file", default="", metavar="FILE", help="指定 drafter.toml，不再向上查找")
@click.option(
    "--fail-level", type=click.Choice(["error", "warning", "info"]), help="到这一级就以状态 1 退出（缺省 error）"
)
@click.option("--exit-zero", is_flag=True, help="有问题也以状态 0 退出（读不出的文件除外）")
@click.option("-q", "--quiet", is_flag=True, help="只出结论行")
def command(folders: tuple[str, ...], expected: str, year: int | None, **options: Any) -> None:
    """成批审核目录里的报告：逐份检查，并互相比对（雷同、缺报、重报、年度）。"""
    from drafter.workspace.audit import compare, read_expected
    from drafter.workspace.inputs import Input
    from drafter.workspace.session import check_input, open_resources

    config = build_config(beside(folders[0]), options)
    inputs = inputs_of(folders, config)
    spare_inputs([*inputs, *([Input(expected, Path(expected))] if expected else [])], config, options["output_file"])
    if options["output_format"] == "xlsx" and not options["output_file"]:
        raise click.UsageError("xlsx 输出要写到文件：请加 -o 审核.xlsx")
    try:
        names = read_expected(expected) if expected else ()
        with open_resources(config, use_corpus=not options["no_corpus"]) as resources:
            outcomes = [check_input(item, resources, config)[0] for item in _shown(_without_list(inputs, expected))]
        audit = compare(outcomes, names, config.similarity_threshold, year)
        _emit(audit, options)
    except Problem as error:
        raise click.UsageError(error.message) from error
    sys.exit(_status(audit, config, exit_zero=options["exit_zero"]))


def _without_list(inputs: list[Input], expected: str) -> list[Input]:
    """The inputs but for the list of agencies, which may lie in the same folder."""
    listed = Path(expected).resolve() if expected else None
    return [item for item in inputs if item.path is None or item.path.resolve() != listed]


def _shown(inputs: list[Input]) -> Iterator[Input]:
    """The inputs, behind a progress bar when somebody looks."""
    if not sys.stderr.isatty():
        yield from inputs
        return
    with click.progressbar(inputs, label="检查", file=sys.stderr) as bar:
        yield from bar


def _emit(audit: Audit, options: dict[str, Any]) -> None:
    from drafter.render.audit import render_html, render_json, render_text

    chosen, target = options["output_format"], options["output_file"]
    if chosen == "xlsx":
        from drafter.render.audit_sheet import render_xlsx

        content = render_xlsx(audit)
    elif chosen == "text":
        content = render_text(audit, quiet=options["quiet"]).encode()
    else:
        content = (render_json if chosen == "json" else render_html)(audit).encode()
    if not target:
        click.echo(content.decode() if chosen == "text" else content, nl=False)
    else:
        write(target, content)


def _status(audit: Audit, config: Config, *, exit_zero: bool) -> int:
    """As for check; an agency without a report counts as an error."""
    status = exit_status(audit.outcomes, config, exit_zero=exit_zero)
    return status or int(bool(audit.missing) and not exit_zero)
