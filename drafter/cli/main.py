"""The `drafter` command. Sub-commands are imported when they are called, so that help comes at once."""

from __future__ import annotations

import sys
from difflib import get_close_matches
from importlib import import_module
from importlib.util import find_spec
from typing import Any

import click

from drafter import __version__
from drafter.cli.streams import give_up, prepare
from drafter.cli.words import speak_chinese

speak_chinese()

_COMMANDS = {
    "check": ("drafter.cli.check", "检查草稿：叙述与表格、格式、用字、标点"),
    "fix": ("drafter.cli.fix", "改正可以放心改的地方（--diff 先看）"),
    "explain": ("drafter.cli.explain", "说明一条规则：查什么、为什么、依据、例子、怎样不报"),
    "rules": ("drafter.cli.rules", "列出全部规则"),
    "new": ("drafter.cli.new", "由表格、上年报告和模板起草一份报告"),
    "suggest": ("drafter.cli.suggest", "给出规范说法，注明出处"),
    "corpus": ("drafter.cli.corpus", "往年报告库：收录、查看、查找、删除、校验"),
    "audit": ("drafter.cli.audit", "成批审核一个目录里的报告，并互相比对"),
    "lsp": ("drafter.cli.lsp", "编辑器语言服务（标准输入输出）"),
    "serve": ("drafter.cli.serve", "在本机浏览器里使用（只监听 127.0.0.1）"),
}

_INTERRUPTED = 130
"""What shells report of a program that Ctrl-C ended."""


class LazyGroup(click.Group):
    """A group that knows its commands by name and loads only the one that is run."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands that this installation has, in the order of a working day."""
        return [name for name in _COMMANDS if _exists(name)]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load a command."""
        if cmd_name not in _COMMANDS or not _exists(cmd_name):
            return None
        command = import_module(_COMMANDS[cmd_name][0]).command
        return command if isinstance(command, click.Command) else None

    def main(self, *args: Any, **kwargs: Any) -> Any:
        """Run. A full disk is said, not traced; the exit status is then that of unusable arguments."""
        prepare()
        try:
            return super().main(*args, **kwargs)
        except OSError as error:
            give_up(error)
            sys.exit(2)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command. One that is interrupted has found nothing: its status is not that of findings."""
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            click.echo("\n已中断。", err=True)
            ctx.exit(_INTERRUPTED)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that was asked for; one that does not exist is answered with the nearest."""
        near = get_close_matches(args[0], self.list_commands(ctx), 1)
        if near and args[0] not in _COMMANDS and not args[0].startswith("-"):
            ctx.fail(f"没有命令 {args[0]}，是不是 {near[0]}？")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands without loading them."""
        with formatter.section("命令"):
            formatter.write_dl([(name, _COMMANDS[name][1]) for name in self.list_commands(ctx)])


def _exists(name: str) -> bool:
    return find_spec(_COMMANDS[name][0]) is not None


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, "-V", "--version", message="drafter %(version)s")
def main() -> None:
    """政府信息公开工作年度报告：起草与一致性检查。

    全部在本机完成，草稿不会离开这台电脑。先试：drafter check 草稿.txt
    """
