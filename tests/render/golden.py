"""What every renderer makes of the shared samples: `python -m tests.render.golden` writes the files anew."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from drafter import __version__
from drafter.model.diagnostic import Severity
from drafter.render import github, json, sarif
from drafter.render.text import Style, render
from drafter.rules.base import Good, Rule
from tests.render.samples import outcomes

FOLDER = Path(__file__).with_name("golden")


def _rule(code: str, severity: Severity) -> Rule:
    return Rule(code, f"sample-{code.lower()}", severity, "样例", ("依据",), (), lambda facts: (), (Good("好"),))


RULES = (_rule("C301", Severity.ERROR), _rule("D101", Severity.INFO), _rule("W101", Severity.WARNING))

RENDERERS: dict[str, Callable[[], str]] = {
    "text.txt": lambda: render(outcomes(), Style()),
    "text-all.txt": lambda: render(outcomes(), Style(claims=True, statistics=True, verbose=True, suppressed=True)),
    "text-quiet.txt": lambda: render(outcomes(), Style(quiet=True)),
    "text-color.txt": lambda: render(outcomes(), Style(color=True)),
    "concise.txt": lambda: render(outcomes(), Style(concise=True)),
    "findings.json": lambda: json.render(outcomes()),
    "findings.jsonl": lambda: json.render_lines(outcomes(), include_text=True),
    "findings.sarif": lambda: sarif.render(outcomes(), RULES),
    "github.txt": lambda: github.render(outcomes()),
}


def made(name: str) -> str:
    """The output, with the program's version taken out."""
    return RENDERERS[name]().replace(f'"version": "{__version__}"', '"version": "VERSION"')


def expected(name: str) -> str:
    """The kept output, line breaks as they stand."""
    return (FOLDER / name).read_bytes().decode()


if __name__ == "__main__":
    for file in RENDERERS:
        (FOLDER / file).write_bytes(made(file).encode())
