"""drafter new"""

from __future__ import annotations

import sys
from dataclasses import dataclass, fields
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from drafter.cli.options import build_config
from drafter.model.narrative import AGENCY_KINDS
from drafter.model.problem import Problem, UnreadableInput

if TYPE_CHECKING:
    from drafter.compose.agency import Agency
    from drafter.compose.last import Settled
    from drafter.workspace.drafting import Previous

_FIRST_YEAR = 2021
_OUTPUTS = (".docx", ".md", ".markdown", ".txt")


@dataclass(slots=True)
class Wish:
    """What the user asks for, from options, settings or answers."""

    agency: str = ""
    year: int | None = None
    template: str = ""
    tables: str = ""
    previous: str = ""
    output: str = ""
    seed: int = 0
    blank_is_zero: bool = False
    force: bool = False
    diff: str = ""
    quiet: bool = False


@click.command("new", short_help="起草报告")
@click.option("--year", type=click.IntRange(_FIRST_YEAR, 2100), help="报告年度")
@click.option("--agency", default="", help="机关全称，如“云溪县青石镇人民政府”")
@click.option("--previous", default="", metavar="FILE", help="本机关上年的报告（txt、md、docx、html、pdf）")
@click.option("--tables", default="", metavar="FILE", help="填好的三张表：xlsx、csv，或任何含有三张表的文件")
@click.option("--template", default="", type=click.Choice(["", *AGENCY_KINDS]), help="机关类别；缺省由名称判断")
@click.option("--seed", type=int, default=0, show_default=True, help="换一个数，就换一套说法")
@click.option("-o", "--output", default="", metavar="FILE", help="写到 docx、md 或 txt；不给则写到标准输出")
@click.option("--blank-tables", default="", metavar="FILE", help="只写一份空白表样（xlsx，合计有公式）")
@click.option("--blank-is-zero", is_flag=True, help="表里的空格按 0 计")
@click.option("--diff", default="", metavar="FILE", help="把沿用上年的逐句对照写到文件，不再显示")
@click.option("--force", is_flag=True, help="可以覆盖已有的文件")
@click.option("--config", "config_file", default="", metavar="FILE", help="指定 drafter.toml，不再向上查找")
@click.option("-q", "--quiet", is_flag=True, help="只出结论行")
def command(config_file: str, blank_tables: str, **options: Any) -> None:
    """由表格、上年报告和模板起草一份报告。

    表里有的数字照表写；表里没有的留【请填写】；只有本机关才知道的事写成【请确认】。在终端里不带选项运行，会逐项询问。
    """
    config = build_config(Path.cwd(), {"config_file": config_file})
    wish = Wish(**{f.name: options[f.name] for f in fields(Wish)})
    try:
        if blank_tables:
            _write_blank(blank_tables, wish)
            return
        asked = _is_bare(wish) and _at_terminal()
        wish.agency = wish.agency or config.agency
        if asked:
            _ask(wish, config.previous)
        _draft(wish)
        if asked:
            _remember(wish, config_file)
    except UnreadableInput as error:
        click.echo(error.message, err=True)
        sys.exit(3)
    except Problem as error:
        raise click.UsageError(error.message) from error


def _is_bare(wish: Wish) -> bool:
    return wish == Wish()


def _at_terminal() -> bool:
    return sys.stdin.isatty() and sys.stdout.isatty()


def _write_blank(target: str, wish: Wish) -> None:
    from drafter.compose.blank import blank_tables
    from drafter.data.form import form_for
    from drafter.workspace.atomic import write_new

    write_new(Path(target), blank_tables(form_for(wish.year)), force=wish.force)
    click.echo(f"已写入空白表样 {target}；白色格填数，灰色格自动合计，没有发生的填 0", err=True)


def _ask(wish: Wish, previous: str) -> None:
    """Asks for everything, with what is known as the default."""
    from datetime import date

    click.echo("起草政府信息公开工作年度报告。直接回车取方括号里的值。", err=True)
    wish.agency = click.prompt("机关全称", default=wish.agency or None, err=True).strip()
    if _agency(wish) is None:
        wish.template = click.prompt("机关类别", type=click.Choice(list(AGENCY_KINDS)), err=True)
    years = click.IntRange(_FIRST_YEAR, 2100)
    wish.year = click.prompt("报告年度", type=years, default=date.today().year - 1, err=True)
    wish.tables = click.prompt("填好的表格文件（没有就回车，先留空）", default="", show_default=False, err=True).strip()
    wish.previous = click.prompt("上年的报告（没有就回车）", default=previous, err=True).strip()
    name = f"{wish.agency}{wish.year}年政府信息公开工作年度报告（草稿）.docx"
    wish.output = click.prompt("草稿写到", default=name, err=True).strip()


def _remember(wish: Wish, config_file: str) -> None:
    from drafter.workspace.remember import remember

    target = Path(config_file or "drafter.toml")
    answers = {"agency": wish.agency}
    if wish.previous:
        answers["previous"] = wish.previous
    remember(target, answers)
    click.echo(f"机关名称和上年报告已记在 {target}，下次作为缺省值。", err=True)


def _agency(wish: Wish) -> Agency | None:
    from drafter.compose.agency import agency_named

    return agency_named(wish.agency, wish.template)


def _draft(wish: Wish) -> None:
    from drafter.data.form import form_for
    from drafter.workspace.drafting import cross_year_notes, draft_report, open_previous, open_tables

    if wish.output and Path(wish.output).suffix.lower() not in _OUTPUTS:
        raise click.UsageError(f"草稿只能写成 docx、md 或 txt，不能写成 {wish.output}")
    if wish.output and Path(wish.output).exists() and not wish.force:
        raise click.UsageError(f"{wish.output} 已经有了，没有覆盖；换个文件名，或加 --force")
    previous = open_previous(wish.previous)
    year, agency = _whose(wish, previous)
    filled = open_tables(wish.tables, year, blank_is_zero=wish.blank_is_zero)
    if filled.contradictions:
        click.echo(f"{wish.tables} 里的表格有矛盾或读不出的数字，没有起草。请先改正：", err=True)
        for line in filled.contradictions:
            click.echo(f"  {line}", err=True)
        sys.exit(1)
    settled = draft_report(agency, year, filled, previous, wish.seed)
    _write(wish, settled)
    if not wish.quiet:
        for note in (*filled.notes, *cross_year_notes(filled, previous, form_for(year), agency.name)):
            click.echo(f"注意：{note}", err=True)
    _report(wish, settled, previous)


def _whose(wish: Wish, previous: Previous | None) -> tuple[int, Agency]:
    """Year and agency; last year's report tells both when the user does not."""
    year = wish.year or (previous.last.year + 1 if previous else None)
    wish.agency = wish.agency or (previous.agency if previous else "")
    if year is None or not wish.agency:
        missing = " 和 ".join(o for o, given in (("--year", year), ("--agency", wish.agency)) if not given)
        raise click.UsageError(f"请给出 {missing}，例如：drafter new --year 2025 --agency 云溪县青石镇人民政府")
    if year < _FIRST_YEAR:
        raise click.UsageError(f"现行格式从 {_FIRST_YEAR} 年度用起，不能起草 {year} 年度的报告")
    if previous is not None and previous.last.year != year - 1:
        raise click.UsageError(f"{wish.previous} 是 {previous.last.year} 年度的报告，不是 {year - 1} 年度的")
    agency = _agency(wish)
    if agency is None:
        raise click.UsageError(f"从名称“{wish.agency}”看不出是哪类机关，请加 --template {'|'.join(AGENCY_KINDS)}")
    return year, agency


def _write(wish: Wish, settled: Settled) -> None:
    from drafter.workspace.atomic import write_new
    from drafter.workspace.drafting import as_bytes

    content = as_bytes(settled.composed.draft, wish.output or "draft.txt")
    if wish.output:
        write_new(Path(wish.output), content, force=wish.force)
    else:
        click.echo(content.decode(), nl=False)


def _report(wish: Wish, settled: Settled, previous: Previous | None) -> None:
    from drafter.compose.changes import changes_text
    from drafter.workspace.atomic import write_new

    if previous is not None:
        differences = changes_text(settled.composed.changes)
        if wish.diff:
            write_new(Path(wish.diff), differences.encode(), force=wish.force)
        elif not wish.quiet:
            click.echo(differences, err=True, nl=False)
    click.echo(_conclusion(settled, wish.output), err=True)


def _conclusion(settled: Settled, output: str) -> str:
    places = settled.composed.draft.open_places()
    fill = sum(place.startswith("【请填写") for place in places)
    held = sum(c.verdict == "holds" for c in settled.claims)
    counts = f"待填 {fill} 处，待确认 {len(places) - fill} 处；正文与表格核对 {len(settled.claims)} 处，{held} 处一致"
    after = f"。填好并确认后运行：drafter check {output}" if output else "。"
    return (f"已写入 {output}：" if output else "起草完毕：") + counts + after
