"""Options that several commands share."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

import click

from drafter.model.config import Config
from drafter.model.diagnostic import Severity
from drafter.model.problem import Problem
from drafter.workspace.settings import find_settings, load_settings

F = TypeVar("F", bound=Callable[..., Any])


def selection(command: F) -> F:
    """--select, --ignore, --extend-select."""
    for name, words in (
        ("--extend-select", "在默认规则之外再加这些规则"),
        ("--ignore", "不查这些规则"),
        ("--select", "只查这些规则：代码、前缀（T3、W）或名称，逗号分开，可写多次"),
    ):
        command = click.option(name, multiple=True, metavar="CODES", help=words)(command)
    return command


def settings(command: F) -> F:
    """--config, --corpus, --no-corpus, --previous, --year, --agency, --plain, --more-hints."""
    for option in (
        click.option("--more-hints", is_flag=True, help="用字检查宁多勿漏（误报会多一些）"),
        click.option("--plain", is_flag=True, help="不是年度报告的一般公文：只查用字、标点"),
        click.option("--agency", default="", help="机关名称，代替标题里的"),
        click.option("--year", type=click.IntRange(2008, 2100), help="报告年度，代替标题里的"),
        click.option("--previous", default="", metavar="FILE", help="本机关上年的报告，用来核对跨年数据"),
        click.option("--no-corpus", is_flag=True, help="不与往年报告库比对"),
        click.option("--corpus", default="", metavar="PATH", help="往年报告库；缺省用自己收录的，没有时用示例语料"),
        click.option("--config", "config_file", default="", metavar="FILE", help="指定 drafter.toml，不再向上查找"),
    ):
        command = option(command)
    return command


def codes(entries: tuple[str, ...]) -> tuple[str, ...]:
    """Split lists of codes at what silencers may put between them: commas of both widths, 顿号, spaces."""
    return tuple(code for entry in entries for code in re.split(r"[,，、;；\s]+", entry) if code)


def build_config(beside: Path, options: dict[str, Any]) -> Config:
    """The configuration file near `beside`, overridden by command-line options.

    Raises click.UsageError (exit status 2) for anything unusable.
    """
    try:
        named = options.get("config_file")
        if named and not Path(named).is_file():
            raise Problem("config", f"没有配置文件 {named}")
        config = load_settings(Path(named) if named else find_settings(beside))
    except Problem as error:
        raise click.UsageError(error.message) from error
    changes: dict[str, Any] = {}
    for key in ("select", "ignore", "extend_select"):
        entries = options.get(key, ())
        if entries and not codes(entries):
            raise click.UsageError(
                f"--{key.replace('_', '-')} 后面没有规则：请写代码、前缀或名称；不需要就去掉这个选项"
            )
        if entries:
            changes[key] = codes(entries)
    for key in ("agency", "year", "previous", "corpus", "plain", "more_hints"):
        if options.get(key):
            changes[key] = options[key]
    if options.get("fail_level"):
        changes["fail_level"] = Severity(options["fail_level"])
    return _resolved(replace(config, **changes))


def _resolved(config: Config) -> Config:
    """The configuration with rules named as the engine knows them, and a level for each single code.

    Raises click.UsageError for what names no rule.
    """
    return replace(
        config,
        select=tuple(map(_known, config.select)),
        ignore=tuple(map(_known, config.ignore)),
        extend_select=tuple(map(_known, config.extend_select)),
        severity=_levels(config.severity),
    )


def _levels(wanted: Mapping[str, Severity]) -> dict[str, Severity]:
    """Levels by code; what names fewer rules wins over what names more."""
    from drafter.rules.registry import all_rules

    levels: dict[str, Severity] = {}
    for entry in sorted(map(_known, wanted), key=lambda e: (e != "ALL", len(e))):
        level = next(level for key, level in wanted.items() if _known(key) == entry)
        chosen = [r.code for r in all_rules() if entry in ("ALL", r.name) or r.code.startswith(entry)]
        levels |= dict.fromkeys(chosen, level)
    return levels


def _known(entry: str) -> str:
    """A code, prefix or name as the rules have it. Raises click.UsageError when no rule has it."""
    from difflib import get_close_matches

    from drafter.rules.registry import all_rules

    rules = all_rules()
    names = {r.code for r in rules} | {r.name for r in rules}
    if not entry.strip():
        raise click.UsageError("规则列表里有空的一项；请写代码、前缀或名称，例如 W101、T3")
    for form in (entry.strip(), entry.strip().upper(), entry.strip().lower()):
        if form == "ALL" or form in names or any(r.code.startswith(form) for r in rules):
            return form
    near = get_close_matches(entry.upper(), sorted(names), 1) or get_close_matches(entry.lower(), sorted(names), 1)
    hint = f"，是不是 {near[0]}？" if near else "；用 drafter rules 查看全部规则"
    raise click.UsageError(f"没有规则 {entry}{hint}")
