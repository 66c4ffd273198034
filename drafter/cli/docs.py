"""`python -m drafter.cli.docs FOLDER` writes the pages of docs/ that the program knows best itself, and the README's
first screen, which is what it says about the example draft."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click

from drafter.cli.main import main
from drafter.render.rules import FAMILIES, rule_text, rules_markdown
from drafter.rules.registry import all_rules, rule_page

_HEAD = "本页由 `python -m drafter.cli.docs docs` 生成，请不要手工改。"


def pages() -> dict[str, str]:
    """File names and contents."""
    return {"commands.md": _commands(), "rules.md": _rules()}


def _commands() -> str:
    parts = [f"# 命令\n\n{_HEAD}\n"]
    root = main.make_context("drafter", [], resilient_parsing=True, max_content_width=100, terminal_width=100)
    for context in _walk(main, root):
        title = context.command_path
        mark = "##" if title.count(" ") < 2 else "###"
        parts.append(f"\n{mark} {title}\n\n```\n{context.get_help()}\n```\n")
    return "".join(parts)


def _walk(command: click.Command, context: click.Context) -> Iterator[click.Context]:
    yield context
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            inner = command.get_command(context, name)
            if inner is not None:
                yield from _walk(inner, click.Context(inner, context, name))


def _rules() -> str:
    parts = [rules_markdown(all_rules()).replace("本页由 `drafter rules --output-format markdown` 生成。", _HEAD)]
    parts.append("\n# 逐条说明\n")
    for prefix, title in FAMILIES.items():
        family = [r for r in all_rules() if r.code.startswith(prefix)]
        if family:
            parts.append(f"\n## {title}（{prefix}）\n")
        parts += [f"\n### {rule.code}\n\n```\n{rule_text(rule, rule_page(rule))}```\n" for rule in family]
    return "".join(parts)


def demo(root: Path) -> str:
    """What `make demo` shows: the findings in the example draft, checked from the checkout's top folder."""
    command = [sys.executable, "-m", "drafter.cli", "check", "docs/example/draft.txt", "--no-color"]
    run = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", cwd=root, check=False)
    return run.stdout.rstrip()


def with_demo(readme: str, shown: str) -> str:
    """The README with its first screen made anew."""
    block = f"<!-- demo -->\n```\n$ make demo\n{shown}\n```\n<!-- /demo -->"
    return re.sub(r"<!-- demo -->\n.*?<!-- /demo -->", lambda _: block, readme, flags=re.S)


def write(folder: Path) -> None:
    """Write the pages into a folder, and the README beside it."""
    for name, text in pages().items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
    readme = folder.resolve().parent / "README.md"
    if readme.is_file():
        text = with_demo(readme.read_text(encoding="utf-8"), demo(readme.parent))
        readme.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write(Path(sys.argv[1] if len(sys.argv) > 1 else "docs"))
