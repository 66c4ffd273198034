"""drafter lsp"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from drafter.cli.options import build_config, selection, settings
from drafter.model.config import Config
from drafter.model.problem import Problem


@click.command("lsp", short_help="编辑器语言服务")
@selection
@settings
def command(**options: Any) -> None:
    """在标准输入输出上提供语言服务（LSP），由编辑器启动。

    边写边查、快速修复、悬停说明、大纲、规范说法补全。配置方法见 docs/editors.md。
    """
    try:
        from drafter.lsp.features import make_server
    except ModuleNotFoundError as error:
        raise click.UsageError("编辑器服务需要另装组件：pip install 'drafter[lsp]'") from error

    def configure(folder: Path) -> Config:
        try:
            return build_config(folder, options)
        except click.UsageError as error:
            raise Problem("config", error.message) from error

    make_server(configure, use_corpus=not options["no_corpus"]).start_io()
