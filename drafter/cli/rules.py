"""drafter rules"""

from __future__ import annotations

import json

import click

from drafter.cli.streams import echo_data
from drafter.render.rules import rules_markdown, rules_text
from drafter.rules.registry import all_rules


@click.command("rules", short_help="列出全部规则")
@click.option(
    "--output-format",
    type=click.Choice(["text", "json", "markdown"]),
    default="text",
    show_default=True,
    help="输出格式",
)
def command(output_format: str) -> None:
    """列出全部规则：代码、名称、级别、依据。"""
    rules = all_rules()
    if output_format == "json":
        rows = [
            {
                "code": r.code,
                "name": r.name,
                "severity": r.severity.value,
                "summary": r.summary,
                "basis": list(r.basis),
                "plain": r.plain,
                "default": r.default,
                "since": r.since,
            }
            for r in rules
        ]
        echo_data(json.dumps(rows, ensure_ascii=False, indent=2))
    else:
        click.echo(rules_markdown(rules) if output_format == "markdown" else rules_text(rules), nl=False)
