"""drafter explain"""

from __future__ import annotations

from difflib import get_close_matches

import click

from drafter.render.rules import rule_text
from drafter.rules.registry import all_rules, rule_page


@click.command("explain", short_help="说明一条规则")
@click.argument("code", metavar="CODE")
def command(code: str) -> None:
    """说明一条规则：查什么、为什么、依据、正误例子、怎样不报。CODE 是代码或名称。"""
    rules = all_rules()
    for rule in rules:
        if code.upper() == rule.code or code.lower() == rule.name:
            click.echo(rule_text(rule, rule_page(rule)), nl=False)
            return
    under = [r.code for r in rules if code and r.code.startswith(code.upper())]
    if under:
        raise click.UsageError(f"{code} 开头的规则有 {'、'.join(under)}；一次说明一条")
    near = get_close_matches(code.upper(), [r.code for r in rules], 3)
    hint = f"，是不是 {'、'.join(near)}？" if near else "；用 drafter rules 查看全部规则"
    raise click.UsageError(f"没有规则 {code}{hint}")
