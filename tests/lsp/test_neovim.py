"""Neovim as Debian packs it (0.7 and later), with its own client."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from drafter.data.sample import compose
from drafter.model.span import Span

NEOVIM = shutil.which("nvim")

pytestmark = pytest.mark.skipif(NEOVIM is None, reason="Neovim is not installed")

TEXT = compose(sections={"problems": "𠮷祥社区贯彻落时各项要求。"}, cells={"requests.new.total": "99"})


def drive(folder: Path, text: str, code: str, *options: str) -> dict[str, Any]:
    draft, result = folder / "草稿.txt", folder / "result.json"
    draft.write_text(text, encoding="utf-8")
    program = f"{sys.executable} -m drafter.cli lsp {' '.join(options)}".strip()
    settings = {
        **os.environ,
        "DRAFTER": program,
        "DRAFT": str(draft),
        "RESULT": str(result),
        "CODE": code,
        "XDG_STATE_HOME": str(folder / "state"),
        "LC_ALL": "C.UTF-8",
    }
    script = Path(__file__).with_name("neovim.lua")
    command = [str(NEOVIM), "--headless", "-u", "NONE", "-i", "NONE", "-n", "-S", str(script)]
    done = subprocess.run(command, env=settings, capture_output=True, text=True, timeout=180, check=False)
    assert result.is_file(), done.stderr
    found: dict[str, Any] = json.loads(result.read_text(encoding="utf-8"))
    assert not found["errors"], (found, done.stderr)
    return found


def place(text: str, offset: int) -> tuple[int, int]:
    """Line and byte column, both from 0, as Neovim counts."""
    before = text[:offset].split("\n")
    return len(before) - 1, len(before[-1].encode())


def test_findings_stand_where_they_should_and_a_fix_removes_one(tmp_path: Path) -> None:
    found = drive(tmp_path, TEXT, "W201", "--no-corpus", "--select", "T303,W201")
    wrong = Span(TEXT.index("贯彻落时"), TEXT.index("贯彻落时") + 4)
    figure = TEXT.index("99")
    shown = {(d["code"], d["line"], d["column"], d["end_line"], d["end_column"]) for d in found["before"]}
    assert shown == {
        ("W201", *place(TEXT, wrong.start), *place(TEXT, wrong.end)),
        ("T303", *place(TEXT, figure), *place(TEXT, figure + 2)),
    }
    assert found["applied"] == "改为“贯彻落实”"
    assert [d["code"] for d in found["after"]] == ["T303"]
    assert found["text"] == TEXT.replace("落时", "落实").rstrip("\n")
    assert found["hover"]


def test_the_error_format_of_the_docs_finds_file_line_and_column(tmp_path: Path) -> None:
    page = (Path(__file__).parents[2] / "docs" / "editors.md").read_text(encoding="utf-8")
    formats = re.search(r"setlocal errorformat=(.+)", page)
    assert formats is not None
    draft = tmp_path / "draft.txt"
    draft.write_text(TEXT, encoding="utf-8")
    check = [
        sys.executable,
        "-m",
        "drafter.cli",
        "check",
        "--no-corpus",
        "--select",
        "T303,W201",
        "--output-format",
        "concise",
    ]
    listed = subprocess.run([*check, str(draft)], capture_output=True, text=True, check=False, encoding="utf-8").stdout
    (tmp_path / "errors").write_text(listed, encoding="utf-8")
    script = tmp_path / "script.vim"
    script.write_text(
        f"set errorformat={formats[1]}\ncgetfile {tmp_path}/errors\n"
        f"call writefile([json_encode(map(getqflist(), '[v:val.lnum, v:val.col, v:val.type, v:val.text]'))], '{tmp_path}/list')\nqall!\n",
        encoding="utf-8",
    )
    subprocess.run(
        [str(NEOVIM), "--headless", "-u", "NONE", "-i", "NONE", "-n", "-S", str(script)], timeout=60, check=True
    )
    rows = json.loads((tmp_path / "list").read_text(encoding="utf-8"))
    assert [[f"{line}:{column}", kind] for line, column, kind, _ in rows] == [
        [":".join(row.split(":")[1:3]), row.split(": ")[1][0]] for row in listed.splitlines()
    ]
    assert {text.split()[0] for *_, text in rows} == {"T303", "W201"}
