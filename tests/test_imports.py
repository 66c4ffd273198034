"""What the light commands load, and that nothing opens a connection."""

from __future__ import annotations

import subprocess
import sys

import pytest

HEAVY = (
    "spacy",
    "jieba",
    "numpy",
    "rapidfuzz",
    "ahocorasick_rs",
    "lxml",
    "sqlite3",
    "pygls",
    "pdfplumber",
    "docx",
    "openpyxl",
)


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["rules"], ["explain", "T301"], ["check", "--help"]])
def test_light_commands_load_nothing_heavy(arguments: list[str]) -> None:
    code = (
        "import sys\n"
        "from drafter.cli.main import main\n"
        f"try: main({arguments!r}, standalone_mode=False)\n"
        "finally: print('LOADED', sorted(m for m in sys.modules if '.' not in m), file=sys.stderr)\n"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, encoding="utf-8", check=False)
    assert run.returncode == 0, run.stderr
    loaded = run.stderr.split("LOADED", 1)[1]
    assert [name for name in HEAVY if f"'{name}'" in loaded] == []


def test_import_drafter_is_empty() -> None:
    code = "import sys, drafter; print([m for m in sys.modules if m.startswith('drafter')])"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "['drafter']"
