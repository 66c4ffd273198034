"""drafter check"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import click

from drafter.cli.options import build_config, selection, settings
from drafter.cli.output import FORMATS, emit, exit_status, spare_inputs
from drafter.cli.paths import beside, inputs_of
from drafter.model.config import Config
from drafter.model.problem import Problem
from drafter.model.result import Outcome
from drafter.workspace.inputs import Input

_MANY = 5


@click.command("check", short_help="检查草稿")
@click.argument("paths", nargs=-1, metavar="[PATH|-]...")
@click.option("--output-format", type=click.Choice(FORMATS), default="text", show_default=True, help="输出格式")
@click.option("-o", "--output-file", type=click.Path(dir_okay=False), help="写到文件")
@click.option("--stdin-filename", default="", metavar="NAME", help="标准输入的文件名：决定按什么格式读、用哪份配置")
@selection
@settings
@click.option(
    "--fail-level", type=click.Choice(["error", "warning", "info"]), help="到这一级就以状态 1 退出（缺省 error）"
)
@click.option("--exit-zero", is_flag=True, help="有问题也以状态 0 退出（读不出的文件除外）")
@click.option("--baseline", type=click.Path(dir_okay=False), help="已知问题清单：里面的不再报")
@click.option("--write-baseline", type=click.Path(dir_okay=False), help="把这次的问题写成已知问题清单")
@click.option("--prune-baseline", is_flag=True, help="从清单里删去已经改好的")
@click.option("--show-baselined", is_flag=True, help="也列出清单里已有的和文中忽略的问题")
@click.option("--statistics", is_flag=True, help="按规则统计")
@click.option("--show-claims", is_flag=True, help="列出核对过的每一处叙述")
@click.option("--include-text", is_flag=True, help="JSON 里带上位置所指的文本")
@click.option("--no-color", is_flag=True, help="不用颜色")
@click.option("-q", "--quiet", is_flag=True, help="只出结论行")
@click.option("-v", "--verbose", is_flag=True, help="多说一些：依据、没有运行的规则")
def command(paths: tuple[str, ...], **options: Any) -> None:
    """检查一份或多份草稿（txt、md、docx、html、pdf；目录会逐个查；- 为标准输入）。"""
    if not paths:
        raise click.UsageError("请给出要检查的文件，例如：drafter check 草稿.docx")
    config = build_config(beside(paths[0], options["stdin_filename"]), options)
    inputs = inputs_of(paths, config, options["stdin_filename"])
    _refuse(inputs, config, options)
    outcomes = _run(inputs, config, options)
    emit([o for o, _ in outcomes], [d for _, d in outcomes], config, options)
    sys.exit(exit_status([o for o, _ in outcomes], config, exit_zero=options["exit_zero"]))


def _refuse(inputs: list[Input], config: Config, options: dict[str, Any]) -> None:
    """Say before the checking, which takes its time, what would fail after it."""
    spare_inputs(inputs, config, options["output_file"], options["write_baseline"])
    if options["output_format"] == "docx" and len(inputs) != 1:
        raise click.UsageError("docx 输出一次只能检查一个文件")
    if options["output_format"] == "docx" and not options["output_file"]:
        raise click.UsageError("docx 输出要写到文件：请加 -o 批注稿.docx")


def _run(inputs: list[Input], config: Config, options: dict[str, Any]) -> list[tuple[Outcome, bytes]]:
    from drafter.workspace.session import check_input, open_resources

    try:
        with open_resources(config, use_corpus=not options["no_corpus"]) as resources:
            outcomes = [check_input(item, resources, config) for item in _shown(inputs)]
        return _known(outcomes, config, options)
    except Problem as error:
        raise click.UsageError(error.message) from error


def _known(
    outcomes: list[tuple[Outcome, bytes]], config: Config, options: dict[str, Any]
) -> list[tuple[Outcome, bytes]]:
    """Write, prune and apply lists of known findings, as asked."""
    if options["prune_baseline"] and not options["baseline"]:
        raise click.UsageError("--prune-baseline 要和 --baseline 清单文件 一起用")
    if not options["baseline"] and not options["write_baseline"]:
        return outcomes
    from drafter.rules.registry import chosen
    from drafter.workspace import baseline as lists

    found = [o for o, _ in outcomes]
    if options["write_baseline"]:
        lists.write_baseline(lists.Baseline.of(Path(options["write_baseline"]), found))
    if not options["baseline"]:
        return outcomes
    known = lists.read_baseline(Path(options["baseline"]))
    usual = chosen(config.select, config.extend_select, config.ignore)
    rules = [r.code for r in usual if r.plain or not config.plain]
    gone = known.gone(found, rules)
    if gone and options["prune_baseline"]:
        lists.write_baseline(known.pruned(found, rules))
    if gone and not options["quiet"]:
        done = "已从清单删去" if options["prune_baseline"] else "可用 --prune-baseline 从清单删去"
        click.echo(f"清单里有 {gone} 处问题已经改好，{done}。", err=True)
    return [(known.quiet(o), data) for o, data in outcomes]


def _shown(inputs: list[Input]) -> Iterable[Input]:
    """The inputs, behind a progress bar when there are many and somebody looks."""
    if len(inputs) <= _MANY or not sys.stderr.isatty():
        yield from inputs
        return
    with click.progressbar(inputs, label="检查", file=sys.stderr) as bar:
        yield from bar
