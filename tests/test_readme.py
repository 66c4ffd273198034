"""The README shows what the program really prints."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent


def demo_output() -> str:
    run = subprocess.run(
        [sys.executable, "-m", "drafter.cli", "check", "docs/example/draft.txt", "--no-color"],
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=ROOT,
        check=False,
    )
    assert run.returncode == 1, run.stderr
    return run.stdout.rstrip()


def test_first_screen_is_the_demo() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    block = re.search(r"<!-- demo -->\n```\n\$ make demo\n(.*?)\n```\n<!-- /demo -->", readme, re.S)
    assert block is not None
    assert block.group(1) == demo_output()


def test_links_lead_somewhere() -> None:
    for page in (ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").glob("*.md")):
        for target in re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), f"{page.name} links to {target}"
