"""drafter corpus"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from drafter.data.files import reason
from drafter.model.problem import Problem

if TYPE_CHECKING:
    from drafter.corpus.past import PastReport
    from drafter.corpus.refresh import Outcome
    from drafter.corpus.store import Entry, Store

_SHOWN = 20


class _Group(click.Group):
    """Turns what cannot be used into exit status 2, with the message and no traceback."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the sub-command."""
        try:
            return super().invoke(ctx)
        except Problem as error:
            raise click.UsageError(error.message) from error
        except Exception as error:
            from drafter.corpus.store import DAMAGED

            if not isinstance(error, DAMAGED):
                raise
            raise click.UsageError(f"往年报告库损坏（{error}）；删去库文件，再用 refresh 重新收录") from error


@click.group("corpus", cls=_Group, short_help="往年报告库")
@click.option("--corpus", "group_corpus", default="", metavar="PATH", help="库文件；缺省在本机的数据目录")
@click.pass_context
def command(ctx: click.Context, group_corpus: str) -> None:
    """往年报告库：收录历年报告，供检查时比对。

    每年把新报告放进一个目录，运行一次 drafter corpus refresh 目录 即可。
    """
    ctx.obj = group_corpus


def _located(ctx: click.Context, param: click.Parameter, value: str) -> Path:
    from drafter.corpus.store import user_store_path

    named = value or ctx.obj
    if "://" in named:
        raise Problem("corpus_unusable", f"语料库只能是本机文件，不能是 {named}")
    return Path(named) if named else user_store_path()


_corpus = click.option("--corpus", "path", default="", metavar="PATH", callback=_located, help="库文件")


def _open(path: Path) -> Store:
    """The named store; the embedded sample when the user has none yet."""
    from drafter.corpus.store import Store, user_store_path

    if path == user_store_path() and not path.exists():
        click.echo("还没有自己的库，以下是自带的示例语料（机关都是虚构的）。", err=True)
        return Store.open(None)
    return Store.open(path)


@command.command("refresh", short_help="收录或更新报告")
@click.argument("paths", nargs=-1, required=True, metavar="DIR|FILE...")
@_corpus
@click.option("--dry-run", is_flag=True, help="只说会有什么变化，不写库")
@click.option("--again", is_flag=True, help="已收录的文件也重读一遍")
@click.option("-q", "--quiet", is_flag=True, help="不显示进度条和逐份清单")
def refresh_command(paths: tuple[str, ...], path: Path, dry_run: bool, again: bool, quiet: bool) -> None:
    """收录或更新报告：目录会逐层查找。

    按内容识别：没变的不重读，更正过的替换旧的。中途断电或被打断，库保持原样，再运行一次就接着做。
    读不出的文件会列出原因，并以状态 3 退出。
    """
    from drafter.corpus.refresh import files_in, refresh
    from drafter.read.open import SUFFIXES
    from drafter.workspace.past import read_past

    if not all(paths):
        raise click.UsageError("文件名是空的；请核对命令里的变量有没有值，要收录当前目录请写 .")
    files = files_in(map(Path, paths), SUFFIXES)
    if not files:
        raise click.UsageError("没有找到可以收录的文件（txt、md、docx、html、pdf）")
    hidden = quiet or not sys.stderr.isatty()
    with click.progressbar(length=len(files), label="收录", file=sys.stderr, hidden=hidden) as bar:
        outcome = refresh(
            path,
            files,
            read_past,
            dry_run=dry_run,
            again=again,
            progress=lambda done, _, name: bar.update(done - bar.pos),
        )
    if not dry_run and (outcome.new or outcome.changed):
        _train(path)
    _tell(outcome, dry_run=dry_run, quiet=quiet)
    sys.exit(3 if outcome.refused else 0)


def _train(path: Path, *, always: bool = False) -> None:
    """The store is complete without the spelling model: what goes wrong here is said, not fatal."""
    from drafter.workspace.training import keep_trained

    try:
        keep_trained(path, always=always)
    except OSError as error:
        click.echo(f"用字模型没有更新（{reason(error)}）；腾出空间后再运行一次 refresh --again", err=True)


def _tell(outcome: Outcome, *, dry_run: bool, quiet: bool) -> None:
    will = "将" if dry_run else ""
    if not quiet:
        for label, named in (("新增", outcome.new), ("更新", outcome.changed)):
            for one in named:
                click.echo(f"{will}{label}  {one.agency} {one.year} 年  {one.origin}")
        for spare in outcome.spare:
            click.echo(f"未用  {spare.origin}：{spare.why}")
    for refused in outcome.refused:
        click.echo(f"读不出  {refused.origin}：{refused.why}", err=True)
    if outcome.missing:
        click.echo(f"上年有、{outcome.year} 年还没有报告的机关（{len(outcome.missing)}）：{'、'.join(outcome.missing)}")
    click.echo(
        f"{will}新增 {len(outcome.new)} 份，{will}更新 {len(outcome.changed)} 份，"
        f"没有变化 {len(outcome.unchanged)} 份，"
        f"同一报告的其他文件 {len(outcome.spare)} 份，读不出 {len(outcome.refused)} 份"
    )


@command.command("status", short_help="库的概况")
@_corpus
def status_command(path: Path) -> None:
    """库在哪里、有多少机关、多少份报告、多大。"""
    with _open(path) as store:
        entries = store.entries()
        years = sorted({e.year for e in entries})
        click.echo(f"位置：{store.path}{'（自带的示例语料）' if store.embedded else ''}")
        click.echo(f"机关：{store.agency_count()} 个；报告：{len(entries)} 份；句子：{store.wording_count()} 种")
        for year in years:
            click.echo(f"  {year} 年 {sum(e.year == year for e in entries)} 份")
        click.echo(f"大小：{store.path.stat().st_size / 1024:.0f} KiB")


@command.command("list", short_help="列出报告")
@click.argument("agency", default="")
@_corpus
@click.option("--year", type=click.IntRange(2008, 2100), help="只列这一年")
def list_command(agency: str, path: Path, year: int | None) -> None:
    """列出库中的报告；给出 AGENCY 时只列名称里有这几个字的机关。"""
    with _open(path) as store:
        found = list(_matching(store, agency, year))
    for entry in found:
        click.echo(f"{entry.year}  {entry.agency}  {entry.origin}")
    if not found:
        asked = (f"名称里有“{agency}”的" if agency else "") + (f"{year} 年的" if year else "")
        empty = "库里还没有报告；用 drafter corpus refresh 收录。"
        click.echo(f"库里没有{asked}报告。" if asked else empty, err=True)


@command.command("show", short_help="看一份报告")
@click.argument("agency")
@_corpus
@click.option("--year", type=click.IntRange(2008, 2100), help="哪一年；缺省为最近一年")
def show_command(agency: str, path: Path, year: int | None) -> None:
    """看库中一份报告的文字和表格数字。"""
    with _open(path) as store:
        found = _matching(store, agency, year)
        if not found:
            raise Problem(
                "not_found", f"库中没有“{agency}”{f' {year} 年' if year else ''}的报告；用 drafter corpus list 查看"
            )
        _print(store.load(max(found, key=lambda e: e.year)))


def _print(report: PastReport) -> None:
    click.echo(f"{report.title or report.agency}\n来源：{report.origin}")
    for section in report.sections:
        click.echo(f"\n{section.heading}" if section.heading else "")
        for paragraph in section.paragraphs:
            click.echo("".join(paragraph))
    click.echo("\n表格中不为零的数字：")
    for address, value in report.cells.items():
        if value:
            click.echo(f"  {address} = {value}")


@command.command("search", short_help="查找相近的句子")
@click.argument("text")
@_corpus
@click.option("-n", "--limit", default=10, show_default=True, type=click.IntRange(1, 40), help="最多列几句")
def search_command(text: str, path: Path, limit: int) -> None:
    """查找与 TEXT 相近的句子，给出相似度、机关和年份。"""
    from drafter.corpus.nearest import Searcher
    from drafter.data.slots import Names, shape

    with _open(path) as store:
        (hits,) = Searcher(store).nearest([shape(text, Names(), None).text], 40.0, limit)
        if not hits:
            click.echo("没有相近的句子。")
        for hit in hits:
            click.echo(f"{hit.score:.0f}%  {hit.wording.agencies} 个机关使用")
            for use in store.uses(hit.wording.id, 2):
                click.echo(f"      {use.agency} {use.year} 年：{use.text}")


@command.command("remove", short_help="删除报告")
@click.argument("agency")
@_corpus
@click.option("--year", type=click.IntRange(2008, 2100), help="只删这一年；不给则删这个机关的全部")
@click.option("--yes", is_flag=True, help="不再询问")
def remove_command(agency: str, path: Path, year: int | None, yes: bool) -> None:
    """删除 AGENCY（全称）的报告；只有它用过的句子一并删除。"""
    from drafter.corpus.remove import remove
    from drafter.corpus.store import Store

    with Store.open(path) as store:
        found = store.entries(agency=agency, year=year)
    if not found:
        raise Problem("not_found", f"库中没有“{agency}”的报告；机关要写全称，可用 drafter corpus list 查看")
    if not yes:
        click.confirm(f"删除 {agency} 的 {len(found)} 份报告（{'、'.join(str(e.year) for e in found)}）？", abort=True)
    remove(path, found)
    _train(path, always=True)
    click.echo(f"已删除 {len(found)} 份")


@command.command("verify", short_help="校验库")
@_corpus
def verify_command(path: Path) -> None:
    """校验库文件完好、索引与文本一致。有问题时以状态 3 退出。"""
    from drafter.corpus.verify import verify

    with _open(path) as store:
        faults = verify(store)
        for fault in faults[:_SHOWN]:
            click.echo(fault, err=True)
        if faults:
            click.echo("库有损坏：删去库文件，再用 drafter corpus refresh 重新收录", err=True)
            sys.exit(3)
        click.echo(f"完好：{len(store.entries())} 份报告，{store.wording_count()} 种句子，索引与文本一致")


def _matching(store: Store, agency: str, year: int | None) -> Sequence[Entry]:
    return [e for e in store.entries(year=year) if agency in e.agency]
