"""New files: whole or not at all, and never over an old one unasked."""

from __future__ import annotations

from pathlib import Path

from drafter.model.problem import Problem
from drafter.workspace.write import write_atomically


def write_new(path: Path, content: bytes, *, force: bool = False) -> None:
    """Write `path`; what is there is replaced only with `force`.

    Raises Problem (kind `exists` or `unwritable`); the file is then as it was.
    """
    if path.exists() and not force:
        raise Problem("exists", f"{path} 已经有了，没有覆盖；换个文件名，或加 --force")
    write_atomically(path, content)
