"""drafter serve"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from drafter.cli.options import build_config, selection, settings
from drafter.data.files import reason
from drafter.model.problem import Problem


@click.command("serve", short_help="在本机浏览器里使用")
@click.option("--port", type=click.IntRange(0, 65535), default=0, help="端口；缺省 0，自动选一个空闲的")
@click.option("--no-browser", is_flag=True, help="只显示网址，不打开浏览器")
@selection
@settings
def command(port: int, no_browser: bool, **options: Any) -> None:
    """在本机浏览器里检查：粘贴文字或选一个文件，看结果，下载批注稿和改好的稿子。

    只监听 127.0.0.1，别的电脑连不上；稿件不写到磁盘，也不留在程序里。按 Ctrl-C 结束。
    """
    config = build_config(Path(), options)
    from drafter.web.desk import Desk
    from drafter.web.server import PageServer

    try:
        server = PageServer(Desk(config, use_corpus=not options["no_corpus"]), port)
    except Problem as error:
        raise click.UsageError(error.message) from error
    except OSError as error:
        raise click.UsageError(f"端口 {port} 用不了（{reason(error)}）；换一个，或用 --port 0 自动选") from error
    click.echo(f"在浏览器里打开：{server.url}\n按 Ctrl-C 结束。")
    _serve(server, browser=not no_browser)
    click.echo("\n已结束。")


def _serve(server: Any, *, browser: bool) -> None:
    """Answer until interrupted. The browser and the loading of resources do not hold up the first answer."""
    import webbrowser
    from threading import Thread

    Thread(target=server.desk.warm, daemon=True).start()
    if browser:
        Thread(target=webbrowser.open, args=(server.url,), daemon=True).start()
    with server:
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            server.desk.close()
