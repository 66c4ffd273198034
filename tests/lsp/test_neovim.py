"""Neovim as Debian packs it (0.7 and later), with its own client."""

from __future__ import annotations

import json
import os
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
