"""Pages that the program prints are as the program is now; what the pages name exists."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from drafter.cli.docs import pages
from drafter.cli.main import main
from drafter.rules.registry import all_rules

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
MADE = pages()


@pytest.mark.parametrize("name", MADE)
def test_page_is_up_to_date(name: str) -> None:
    kept = (DOCS / name).read_text(encoding="utf-8")
    assert kept == MADE[name], f"run: python -m drafter.cli.docs docs ({name})"


def test_every_command_and_rule_is_documented() -> None:
    for command in main.list_commands(None):  # type: ignore[arg-type]
        assert f"## drafter {command}\n" in MADE["commands.md"]
    for rule in all_rules():
        assert f"### {rule.code}\n" in MADE["rules.md"]


@pytest.mark.parametrize("page", sorted([*DOCS.glob("*.md"), ROOT / "README.md"]), ids=lambda p: p.name)
def test_options_and_links_exist(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    known = set(re.findall(r"--[a-z][a-z-]+", MADE["commands.md"]))
    for command in re.findall(r"drafter (?:check|fix|lsp|rules) [^`\n]*", text):
        assert set(re.findall(r"--[a-z][a-z-]+", command)) <= known, command
    for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", text):
        assert (page.parent / target).exists(), target


def test_hooks_run_commands_that_exist() -> None:
    hooks = (ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")
    entries = re.findall(r"^\s+entry: drafter (\S+)", hooks, re.MULTILINE)
    assert entries
    assert set(entries) <= set(main.list_commands(None))  # type: ignore[arg-type]


def test_the_extension_starts_the_language_server() -> None:
    folder = ROOT / "editors" / "vscode"
    package = json.loads((folder / "package.json").read_text(encoding="utf-8"))
    assert (folder / package["main"]).is_file()
    assert package["contributes"]["configuration"]["properties"]["drafter.command"]["default"] == ["drafter", "lsp"]
    source = (folder / package["main"]).read_text(encoding="utf-8")
    for setting in package["contributes"]["configuration"]["properties"]:
        assert f'"{setting.removeprefix("drafter.")}"' in source
