"""The README shows what the program really prints."""

from __future__ import annotations

import re
from pathlib import Path

from drafter.cli.docs import demo, with_demo

ROOT = Path(__file__).parent.parent


def test_first_screen_is_the_demo() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    shown = demo(ROOT)
    assert "错误" in shown
    assert readme == with_demo(readme, shown), "run: python -m drafter.cli.docs docs"
    assert shown in readme


def test_links_lead_somewhere() -> None:
    for page in (ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").glob("*.md")):
        for target in re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), f"{page.name} links to {target}"
