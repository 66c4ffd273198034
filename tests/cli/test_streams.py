"""Standard streams as they really come: closed, full, of another encoding; names of files likewise."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.run import wrong_report

COMMAND = [sys.executable, "-m", "drafter.cli"]
QUICK = ("check", "--no-corpus", "--select", "T,X")
FULL = Path("/dev/full")


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    file = tmp_path / "草稿.txt"
    file.write_text(wrong_report(), encoding="utf-8")
    return file


def run(*arguments: str | Path, redirect: str = "", encoding: str = "") -> subprocess.CompletedProcess[bytes]:
    """Run in a shell that redirects as said."""
    return subprocess.run(
        ["sh", "-c", f'exec "$@" {redirect}', "sh", *COMMAND, *map(str, arguments)],
        capture_output=True,
        check=False,
        env=os.environ | ({"PYTHONIOENCODING": encoding} if encoding else {}),
    )


@pytest.mark.skipif(not FULL.exists(), reason="no /dev/full here")
@pytest.mark.parametrize("arguments", [("rules",), ("--help",), ("explain", "C101"), ("fix", "-", "--select", "T")])
def test_a_full_disk_is_said_and_not_taken_for_findings(arguments: tuple[str, ...], draft: Path) -> None:
    done = run(*arguments, redirect=f"<{draft} >{FULL}")
    assert done.returncode == 2
    assert "磁盘满了" in done.stderr.decode()
    assert "Traceback" not in done.stderr.decode()


@pytest.mark.parametrize(("redirect", "status"), [(">&-", 1), ("2>&-", 1), (">&- 2>&-", 1)])
def test_closed_streams_change_no_status(redirect: str, status: int, draft: Path) -> None:
    done = run(*QUICK, draft, redirect=redirect)
    assert (done.returncode, b"Traceback" in done.stderr) == (status, False)


def test_closed_input_is_an_empty_one() -> None:
    done = run("check", "-", redirect="<&-")
    assert (done.returncode, b"Traceback" in done.stderr) == (3, False)


def test_characters_that_the_terminal_lacks_stop_nothing(draft: Path) -> None:
    done = run("explain", "C101", encoding="gbk")
    assert done.returncode == 0
    assert "依据" in done.stdout.decode("gbk")


@pytest.mark.parametrize("name", ["json", "jsonl", "sarif", "html"])
def test_what_programs_read_is_utf_8(name: str, draft: Path) -> None:
    done = run(*QUICK, "--output-format", name, draft, encoding="gbk")
    assert "本年新收" in done.stdout.decode("utf-8")


@pytest.mark.skipif(sys.platform in ("darwin", "win32"), reason="names are characters here")
@pytest.mark.parametrize("name", ["text", "json", "sarif", "github", "html"])
def test_names_that_are_no_utf_8_are_told_all_the_same(name: str, draft: Path) -> None:
    odd = os.fsencode(draft.parent) + b"/\xb2\xdd\xb8\xe5.txt"
    with open(odd, "wb") as file:
        file.write(draft.read_bytes())
    target = draft.parent / "结果"
    for command in (("check", "--output-format", name), ("audit", "--output-format", name)):
        if command[0] == "audit" and name not in ("text", "json", "html"):
            continue
        done = run(*command, "--no-corpus", "--select", "T", "-o", target, os.fsdecode(odd), encoding="utf-8:strict")
        assert (done.returncode, done.stderr) == (1, b"")
        assert target.read_text(encoding="utf-8")
    store = draft.parent / "库.sqlite"
    assert run("corpus", "--corpus", store, "refresh", os.fsdecode(odd)).returncode == 0


def test_a_name_of_two_lines_stays_on_one(draft: Path) -> None:
    odd = draft.rename(draft.parent / "草\n稿.txt")
    lines = run(*QUICK, "--output-format", "concise", odd).stdout.decode().splitlines()
    assert lines
    assert all(": error T" in line and line.startswith(str(draft.parent)) for line in lines)
    [only] = json.loads(run(*QUICK, "--output-format", "json", odd).stdout)["files"]
    assert only["path"] == str(odd)


def test_an_interrupted_run_has_found_nothing(draft: Path) -> None:
    program = (
        "import os, signal, drafter.workspace.session as s\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "s.check_input = lambda *_: os.kill(os.getpid(), signal.SIGINT)\n"
        "from drafter.cli.main import main\n"
        f"main({['check', '--no-corpus', str(draft)]!r})"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=False)
    assert done.returncode == 128 + signal.SIGINT
    assert done.stderr.decode().strip() == "已中断。"
