"""The command itself: help at once, nothing heavy loaded, every command documented."""

from __future__ import annotations

import subprocess
import sys

import pytest

from drafter import __version__
from drafter.cli.main import main
from drafter.rules.registry import all_rules
from tests.cli.run import drafter

HEAVY = (
    "spacy",
    "jieba",
    "numpy",
    "lxml",
    "pygls",
    "lsprotocol",
    "rapidfuzz",
    "sqlite3",
    "openpyxl",
    "docx",
    "pdfplumber",
)
COMMANDS = main.list_commands(None)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "arguments",
    [
        ["--help"],
        ["--version"],
        ["rules"],
        ["explain", "X101"],
        ["check", "--help"],
        ["fix", "--help"],
        ["lsp", "--help"],
    ],
    ids=" ".join,
)
def test_nothing_heavy_is_loaded(arguments: list[str]) -> None:
    program = (
        "import sys\nfrom drafter.cli.main import main\n"
        f"try:\n    main({arguments!r})\nexcept SystemExit:\n    pass\n"
        f"print([m for m in {HEAVY!r} if m in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout
    assert done.stderr.strip().splitlines()[-1] == "[]"


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_in_chinese(command: str) -> None:
    run = drafter(command, "--help")
    assert run.status == 0
    assert any("\u4e00" <= c <= "\u9fff" for c in run.out)


def test_version() -> None:
    assert drafter("--version").out == f"drafter {__version__}\n"


@pytest.mark.parametrize("code", [r.code for r in all_rules()])
def test_every_rule_has_a_page(code: str) -> None:
    page = drafter("explain", code.lower()).out
    assert page.startswith(code)
    assert "依据：" in page
    assert f"【drafter:忽略 {code} 原因：" in page


def test_an_unknown_rule_names_the_nearest() -> None:
    run = drafter("explain", "X1011")
    assert run.status == 2
    assert "X101" in run.err


def test_a_prefix_names_the_rules_under_it() -> None:
    run = drafter("explain", "x1")
    assert run.status == 2
    assert "X101、X102、X103、X104" in run.err


def test_an_unknown_command_is_an_unusable_argument() -> None:
    assert drafter("chekc").status == 2
