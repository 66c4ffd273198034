"""The command itself: help at once, nothing heavy loaded, every command documented."""

from __future__ import annotations

import re
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


@pytest.mark.parametrize("command", COMMANDS)
def test_help_has_no_words_of_another_language(command: str) -> None:
    page = drafter(command, "--help").out
    assert page.startswith("用法：")
    assert not re.search(r"Usage|Options:|Commands:|Show |default:", page)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["check", "--fial-level", "info", "x"], "没有选项 --fial-level。 是不是 '--fail-level'？"),
        (["check", "--year", "去年", "x"], "去年 不是整数"),
        (["check", "--year", "24", "x"], "24 不在 2008<=x<=2100 以内"),
        (["check", "--output-format", "xml", "x"], "xml 不在可选的值里"),
        (["check", "--config"], "选项 --config 后面要写值"),
        (["explain"], "缺少参数 'CODE'"),
        (["explain", "C101", "C102"], "多出了参数：C102"),
        (["chekc"], "没有命令 chekc，是不是 check？"),
        (["corpus", "冲洗"], "没有命令 冲洗"),
    ],
)
def test_mistakes_on_the_command_line_are_told_in_chinese(arguments: list[str], words: str) -> None:
    run = drafter(*arguments)
    assert (run.status, run.out) == (2, "")
    assert f"错误：{words}" in run.err or words in run.err.splitlines()[-1]
    assert not re.search(r"Error|Try |No such|Invalid|Missing", run.err)


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
