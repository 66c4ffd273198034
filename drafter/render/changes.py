"""What a fix changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from difflib import unified_diff

from drafter.model.diagnostic import Diagnostic


def diff(before: str, after: str, name: str) -> str:
    """A unified diff with one line of context; empty when nothing changed."""
    lines = unified_diff(before.split("\n"), after.split("\n"), name, f"{name}（改后）", n=1, lineterm="")
    return "".join(f"{line}\n" for line in lines)


def applied_lines(name: str, applied: Sequence[Diagnostic], *, each: bool) -> str:
    """How much was fixed in a file; with `each`, every fix with its message."""
    if not applied:
        return f"{name}：没有可以改的地方\n"
    found = Counter(d.code for d in applied)
    words = "、".join(f"{code} {count} 处" for code, count in sorted(found.items()))
    lines = [f"{name}：改了 {len(applied)} 处（{words}）"]
    if each:
        lines += [f"  {d.code} “{d.excerpt}”：{d.fix.title}" for d in applied if d.fix is not None]
    return "\n".join(lines) + "\n"
