"""drafter suggest"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import click

from drafter.cli.options import build_config
from drafter.cli.paths import beside
from drafter.cli.streams import echo_data
from drafter.model.problem import Problem, UnreadableInput

if TYPE_CHECKING:
    from drafter.analyse.phrasing import Change
    from drafter.workspace.phrasing import Advice


@click.command("suggest", short_help="给出规范说法")
@click.argument("path", metavar="[PATH|-]")
@click.option(
    "--output-format", type=click.Choice(["text", "json"]), default="text", show_default=True, help="输出格式"
)
@click.option("--stdin-filename", default="", metavar="NAME", help="标准输入的文件名")
@click.option("--corpus", default="", metavar="PATH", help="往年报告库；缺省用自己的库，没有时用自带的示例语料")
@click.option("--no-corpus", is_flag=True, help="只用自带的规范写法")
@click.option("--agency", default="", help="机关名称，代替标题里的")
@click.option("--year", type=click.IntRange(2008, 2100), help="报告年度，代替标题里的")
@click.option("--odd-only", is_flag=True, help="只看说法不通行的句子")
@click.option("--config", "config_file", default="", metavar="FILE", help="指定 drafter.toml，不再向上查找")
@click.option("-q", "--quiet", is_flag=True, help="只出结论行")
def command(path: str, **options: Any) -> None:
    """逐句给出规范说法：改成什么、改了哪些字、出处。

    只换说法：数字、名称、年份用草稿自己的。草稿没有的内容会标明，属实才可采用。不改文件。
    """
    from pathlib import Path

    from drafter.data.files import readable
    from drafter.workspace.inputs import Input
    from drafter.workspace.phrasing import advise

    item = Input(options["stdin_filename"] or "<stdin>", None) if path == "-" else Input(readable(path), Path(path))
    config = build_config(beside(path, options["stdin_filename"]), options)
    try:
        found = advise(item, config, use_corpus=not options["no_corpus"])
    except UnreadableInput as error:
        click.echo(f"{item.name}：{error.message}", err=True)
        sys.exit(3)
    except Problem as error:
        raise click.UsageError(error.message) from error
    shown = tuple(a for a in found.advice if a.suggestion.odd or not options["odd_only"])
    if options["output_format"] == "json":
        echo_data(json.dumps([_as_json(a) for a in shown], ensure_ascii=False, indent=2))
        return
    if not options["quiet"]:
        _tell(item.name, shown, () if options["odd_only"] else found.missing)
    click.echo(f"{item.name}：{found.sentences} 句中有 {len(shown)} 句有可参照的规范说法。")


def _tell(name: str, shown: Sequence[Advice], missing: Sequence[str]) -> None:
    for advice in shown:
        click.echo(_as_text(name, advice))
    for line in missing:
        click.echo(line)


def _as_text(name: str, advice: Advice) -> str:
    one = advice.suggestion
    lines = [
        f"{name}:{advice.line}:{advice.column} {'宜改' if one.odd else '可参照'}",
        f"  原句：{' '.join(one.original.split())}",
        f"  建议：{' '.join(one.proposed.split())}",
        f"  改动：{''.join(map(_marked, one.changes))}",
        f"  出处：{'；'.join(advice.origins)}",
    ]
    if one.reason:
        lines.append(f"  理由：{one.reason}")
    if one.new_words:
        lines.append(f"  注意：“{'、'.join(one.new_words)}”是原句没有的内容，属实才可采用")
    return "\n".join(lines) + "\n"


def _marked(change: Change) -> str:
    if change.old == change.new:
        return "".join(change.old.split())
    old = f"[-{''.join(change.old.split())}-]" if change.old.strip() else ""
    new = f"{{+{''.join(change.new.split())}+}}" if change.new.strip() else ""
    return old + new


def _as_json(advice: Advice) -> dict[str, Any]:
    one = advice.suggestion
    return {
        "span": {"start": one.span.start, "end": one.span.end},
        "location": {"line": advice.line, "column": advice.column},
        "original": one.original,
        "proposed": one.proposed,
        "changes": [{"old": c.old, "new": c.new} for c in one.changes],
        "origins": list(advice.origins),
        "reason": one.reason,
        "new_words": list(one.new_words),
        "odd": one.odd,
    }
